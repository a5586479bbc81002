package org.jcompose.engine.process;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.LogRequest;
import org.jspecify.annotations.Nullable;

/** What a client asks of a supervisor. Containers are named by their ids. */
sealed interface Request {

  /** What is done and answered once. */
  sealed interface Call extends Request {
    @Nullable Object on(Supervisor supervisor) throws InterruptedException;
  }

  /** What is answered by lines until there are no more, or the client has gone. */
  sealed interface Streamed extends Request {
    Supervisor.Lines on(Supervisor supervisor) throws InterruptedException;
  }

  /** The answer to {@link Look}. */
  record States(List<ContainerState> containers) {}

  /** Look at all containers. */
  record Look() implements Call {
    @Override
    public Object on(Supervisor supervisor) throws InterruptedException {
      return new States(supervisor.states());
    }
  }

  /** Create a container. */
  record Create(Launch launch) implements Call {
    @Override
    public @Nullable Object on(Supervisor supervisor) throws InterruptedException {
      supervisor.create(launch);
      return null;
    }
  }

  /** Start a container. */
  record Start(String id) implements Call {
    @Override
    public @Nullable Object on(Supervisor supervisor) throws InterruptedException {
      supervisor.start(id);
      return null;
    }
  }

  /** Stop a container, and answer when it has ended. */
  record Stop(String id, @Nullable Duration timeout) implements Call {
    @Override
    public @Nullable Object on(Supervisor supervisor) throws InterruptedException {
      supervisor.stop(id, timeout);
      return null;
    }
  }

  /** Send a container a signal. */
  record Kill(String id, String signal) implements Call {
    @Override
    public @Nullable Object on(Supervisor supervisor) throws InterruptedException {
      supervisor.kill(id, signal);
      return null;
    }
  }

  /** Remove a container. */
  record Remove(String id) implements Call {
    @Override
    public @Nullable Object on(Supervisor supervisor) throws InterruptedException {
      supervisor.remove(id);
      return null;
    }
  }

  /** Give a container another name. */
  record Rename(String id, String name) implements Call {
    @Override
    public @Nullable Object on(Supervisor supervisor) throws InterruptedException {
      supervisor.rename(id, name);
      return null;
    }
  }

  /** Tell the events from now on. */
  record Events() implements Streamed {
    @Override
    public Supervisor.Lines on(Supervisor supervisor) throws InterruptedException {
      return supervisor.events();
    }
  }

  /** Tell a container's log. */
  record Logs(String id, LogRequest request) implements Streamed {
    @Override
    public Supervisor.Lines on(Supervisor supervisor) throws InterruptedException {
      return supervisor.logs(id, request);
    }
  }

  /** The request as a text. */
  default String text() {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    parts.put("request", getClass().getSimpleName());
    parts.put("of", Wire.encode(this));
    return Json.write(parts);
  }

  /**
   * The request of a text.
   *
   * @throws IOException if it is none
   */
  static Request parse(String text) throws IOException {
    if (Json.read(text) instanceof Map<?, ?> parts) {
      for (Class<?> kind : Request.class.getDeclaredClasses()) {
        if (kind.getSimpleName().equals(parts.get("request"))
            && Wire.decode(kind, parts.get("of")) instanceof Request request) {
          return request;
        }
      }
    }
    throw new IOException("not a request that is known here");
  }
}
