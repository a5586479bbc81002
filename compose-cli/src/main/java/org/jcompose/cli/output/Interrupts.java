package org.jcompose.cli.output;

import java.util.function.Supplier;

/** Tells who asks of each Ctrl-C, so that work can end in its own way. */
public interface Interrupts {

  /**
   * Does some work; each Ctrl-C meanwhile calls the action, on a thread of its own, instead of
   * ending the program.
   */
  <T> T during(Runnable action, Supplier<T> work);

  /** Where nothing ever interrupts. */
  static Interrupts none() {
    return new Interrupts() {
      @Override
      public <T> T during(Runnable action, Supplier<T> work) {
        return work.get();
      }
    };
  }
}
