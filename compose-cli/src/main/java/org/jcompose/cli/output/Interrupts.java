package org.jcompose.cli.output;

/** Tells who asks of each Ctrl-C, so that work can end in its own way. */
@FunctionalInterface
public interface Interrupts {

  /**
   * From now on each Ctrl-C calls the action, on a thread of its own, instead of ending the
   * program.
   *
   * @return ends that
   */
  Listening listen(Runnable action);

  /** The time during which an action is called. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Where nothing ever interrupts. */
  static Interrupts none() {
    return action -> () -> {};
  }
}
