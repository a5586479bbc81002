package org.jcompose.load;

/** How much of something a few words may still expand to. Not safe for use by several threads. */
final class Allowance {

  private int left;

  Allowance(int most) {
    this.left = most;
  }

  /** Takes from it, if there is that much. */
  boolean take(int amount) {
    if (amount > left) {
      return false;
    }
    left -= amount;
    return true;
  }
}
