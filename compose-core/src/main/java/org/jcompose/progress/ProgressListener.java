package org.jcompose.progress;

/**
 * Told of each event of a run, one at a time and in order, on the thread that keeps the run's
 * books: it must not block.
 */
@FunctionalInterface
public interface ProgressListener {

  void on(RunEvent event);

  /** Hears nothing. */
  static ProgressListener silent() {
    return event -> {};
  }
}
