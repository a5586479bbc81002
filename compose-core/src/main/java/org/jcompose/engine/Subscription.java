package org.jcompose.engine;

import java.util.concurrent.CompletionStage;

/** A stream of events or log lines that goes on until it is closed or ends by itself. */
public interface Subscription extends AutoCloseable {

  /**
   * Completes after the last element; exceptionally, with an {@link EngineException}, if the stream
   * broke.
   */
  CompletionStage<Void> ended();

  /**
   * Ends the stream; {@link #ended} completes normally. Returns at once and may be called again.
   */
  @Override
  void close();
}
