package org.jcompose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.Subscription;

/** One container of a service as an engine reports it. */
public final class Seen {

  private final ContainerEngine engine;
  private final ContainerState state;

  Seen(ContainerEngine engine, ContainerState state) {
    this.engine = engine;
    this.state = state;
  }

  /** By what it is told from others of its name. */
  public String id() {
    return state.id();
  }

  /** The names of the networks that it is connected to. */
  public List<String> networks() {
    return state.networks();
  }

  /** How often its restart policy brought it back. */
  public int restarts() {
    assertThat(state.restarts()).as("restarts of '%s'", state.service()).isNotNull();
    return state.restarts();
  }

  /** Runs a command in it, and gives what that wrote. */
  public String answers(String... command) {
    ExecResult result = engine.exec(state.id(), ExecSpec.of(command));
    assertThat(result.exitCode()).as("exit code of %s", result).isZero();
    return String.join("\n", result.lines());
  }

  /** When it was last started. */
  public Moment started() {
    return moment("start", state.startedAt());
  }

  /** When it ended with exit code 0. */
  public Moment completed() {
    assertThat(state.isCompleted()).as("'%s' completed: %s", state.service(), state).isTrue();
    return moment("completion", state.finishedAt());
  }

  /** When it first wrote the given line. */
  public Moment said(String text) {
    List<LogLine> lines = new CopyOnWriteArrayList<>();
    try (Subscription all = engine.logs(state.id(), LogRequest.all(), lines::add)) {
      all.ended().toCompletableFuture().join();
    }
    Optional<LogLine> said = lines.stream().filter(line -> line.text().equals(text)).findFirst();
    assertThat(said).as("'%s' among %s", text, lines).isPresent();
    return moment("'" + text + "'", said.get().time());
  }

  private Moment moment(String what, Instant when) {
    assertThat(when).as("time of the %s of '%s'", what, state.service()).isNotNull();
    return new Moment(what + " of '" + state.service() + "'", when);
  }
}
