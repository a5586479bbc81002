package org.jcompose.engine.process;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Owns the processes of one project. It lives for as long as something runs or somebody is
 * connected; what it leaves on disk is enough for the next one.
 */
final class Supervisor {

  // Whoever starts a supervisor connects at once, unless it is killed in between.
  private static final Duration FIRST_CLIENT = Duration.ofSeconds(10);

  private final ProjectFolder folder;
  private final Names names;
  private final Books books;
  private final EventFeed feed;
  private final Surroundings around;
  private final Map<String, Supervised> containers = new LinkedHashMap<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private int clients;
  private boolean isExpected = true;
  private boolean isEnding;

  Supervisor(ProjectFolder folder, Host host, Clock clock) {
    this.folder = folder;
    names = new Names(folder.root());
    books = new Books("supervisor of " + folder.name());
    feed = new EventFeed(clock);
    around = new Surroundings(folder, host, clock, books, feed, this::neighbours, this::endIfIdle);
  }

  /** Lines for a client, in order, as they come. */
  interface Lines {
    /** Gives them until there are no more, or the thread is interrupted. */
    void give(LogReader.Sink sink) throws IOException, InterruptedException;

    /** No more are wanted. */
    void close();
  }

  /** Completes when it is of no more use: nothing runs, nobody is connected. */
  CompletionStage<Void> ended() {
    return ended;
  }

  /** Takes over what earlier supervisors left; called once, before anything else. */
  void recover() throws InterruptedException {
    List<ContainerRecord> records = folder.records();
    Recovery.endOrphans(around.host(), records);
    ask(
        () -> {
          records.forEach(this::adopt);
          return null;
        });
    books.after(FIRST_CLIENT, this::expectNobody);
  }

  private void adopt(ContainerRecord record) {
    claim(record);
    Supervised container = new Supervised(around, record);
    containers.put(record.id(), container);
    if (record.isActive()) {
      container.recover();
    }
  }

  private void expectNobody() {
    isExpected = false;
    endIfIdle();
  }

  /** A client has come; false if it came too late. */
  boolean enter() throws InterruptedException {
    return ask(
        () -> {
          clients += isEnding ? 0 : 1;
          isExpected = false;
          return !isEnding;
        });
  }

  /** A client that had entered has gone. */
  void leave() {
    books.tell(
        () -> {
          clients--;
          endIfIdle();
        });
  }

  /** Stops everything and ends. */
  void close() {
    books.tell(
        () -> {
          isEnding = true;
          List<CompletableFuture<Void>> stopped = new ArrayList<>();
          for (Supervised container : containers.values()) {
            container.stop(null);
            stopped.add(container.rest());
          }
          CompletableFuture<?>[] all = stopped.toArray(CompletableFuture[]::new);
          books.when(CompletableFuture.allOf(all), () -> ended.complete(null));
        });
  }

  /** Lets go of its thread, once it has ended. */
  void release() {
    books.close();
  }

  List<ContainerState> states() throws InterruptedException {
    return ask(() -> records().stream().map(ContainerRecord::state).toList());
  }

  void create(Launch launch) throws InterruptedException {
    ask(
        () -> {
          List<Binding> ports = Ports.choose(launch, takenPorts());
          ContainerRecord record = ContainerRecord.created(launch, ports, around.clock().instant());
          PrivateFiles.createFolder(folder.container(record.id()));
          folder.write(record);
          claim(record);
          containers.put(record.id(), new Supervised(around, record));
          feed.tell(Kind.CREATED, record);
          return null;
        });
  }

  private void claim(ContainerRecord record) {
    try {
      names.claim(record.name(), new Names.Holder(folder.name(), record.id()));
    } catch (RuntimeException e) {
      PrivateFiles.deleteTree(folder.container(record.id()));
      throw e;
    }
  }

  void start(String id) throws InterruptedException {
    ask(
        () -> {
          container(id).start();
          return null;
        });
  }

  void stop(String id, @Nullable Duration timeout) throws InterruptedException {
    CompletableFuture<Void> rest =
        ask(
            () -> {
              Supervised container = container(id);
              container.stop(timeout);
              return container.rest();
            });
    try {
      rest.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  void kill(String id, String signal) throws InterruptedException {
    ask(
        () -> {
          container(id).kill(signal);
          return null;
        });
  }

  void rename(String id, String name) throws InterruptedException {
    ask(
        () -> {
          Supervised container = container(id);
          String before = container.record().name();
          if (!name.equals(before)) {
            names.claim(name, new Names.Holder(folder.name(), id));
            container.rename(name);
            names.release(before);
          }
          return null;
        });
  }

  void remove(String id) throws InterruptedException {
    ask(
        () -> {
          ContainerRecord record = container(id).record();
          if (record.isActive()) {
            throw new ConflictException(
                "container '" + record.name() + "' runs", "stop it first", null);
          }
          containers.remove(id);
          names.release(record.name());
          PrivateFiles.deleteTree(folder.container(id));
          feed.tell(Kind.REMOVED, record);
          endIfIdle();
          return null;
        });
  }

  Lines events() throws InterruptedException {
    EventLines lines = new EventLines();
    ask(
        () -> {
          feed.add(lines);
          return null;
        });
    return lines;
  }

  Lines logs(String id, LogRequest request) throws InterruptedException {
    LogFile log = ask(() -> container(id).log());
    return new Lines() {
      @Override
      public void give(LogReader.Sink sink) throws IOException, InterruptedException {
        new LogReader(folder.log(id), request, sink).read(log);
      }

      @Override
      public void close() {
        // Its reader ends by the interrupt, and holds nothing else.
      }
    };
  }

  private final class EventLines implements Lines, Consumer<EngineEvent> {
    private final BlockingQueue<EngineEvent> waiting = new LinkedBlockingQueue<>();

    @Override
    public void accept(EngineEvent event) {
      waiting.add(event);
    }

    @Override
    public void give(LogReader.Sink sink) throws IOException, InterruptedException {
      while (true) {
        sink.line(Wire.write(waiting.take()));
      }
    }

    @Override
    public void close() {
      books.tell(() -> feed.remove(this));
    }
  }

  private <T> T ask(Callable<T> work) throws InterruptedException {
    return books.ask(work);
  }

  private Supervised container(String id) {
    Supervised container = containers.get(id);
    if (container == null) {
      throw new NotFoundException("no container '" + id + "'", null, null);
    }
    return container;
  }

  private Collection<ContainerRecord> records() {
    return containers.values().stream().map(Supervised::record).toList();
  }

  private Map<String, String> neighbours(Launch launch) {
    return Environment.neighbours(launch, records());
  }

  private Set<Integer> takenPorts() {
    Set<Integer> taken = new HashSet<>();
    records().forEach(record -> record.ports().forEach(port -> taken.add(port.published())));
    return taken;
  }

  private void endIfIdle() {
    boolean isIdle =
        !isExpected
            && clients == 0
            && containers.values().stream().noneMatch(each -> each.record().isActive());
    if (isIdle && !isEnding) {
      isEnding = true;
      ended.complete(null);
    }
  }
}
