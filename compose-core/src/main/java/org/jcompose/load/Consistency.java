package org.jcompose.load;

/**
 * Checks what the attributes of a project say of one another. Refused is what Docker Compose
 * refuses; where it goes on and an engine would fail, or do what nobody wants, there is a warning.
 */
final class Consistency {

  private final Merged merged;

  Consistency(Merged merged) {
    this.merged = merged;
  }

  void check() {
    new ServiceCheck(merged).check();
    new ReferenceCheck(merged).check();
    new ResourceCheck(merged).check();
    new ValueCheck(merged).check();
    new PortCheck(merged).check();
    new AddressCheck(merged).check();
  }
}
