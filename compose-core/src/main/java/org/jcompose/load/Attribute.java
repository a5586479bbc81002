package org.jcompose.load;

import org.jcompose.load.Shape.Anything;

/**
 * One row of the table of attributes: what an attribute looks like, how it can be written, and how
 * it is merged.
 *
 * @param form brings every way to write it into its shape
 * @param replaced whether a later file's value takes the place of an earlier one's as a whole
 *     instead of being merged with it
 * @param nullable whether it may be left empty, which is as if it were not there
 * @param supported false: the specification knows it, but it cannot be used yet
 */
record Attribute(
    String name, Shape shape, Form form, boolean replaced, boolean nullable, boolean supported) {

  static Attribute of(String name, Shape shape) {
    return new Attribute(name, shape, Form.LONG, false, false, true);
  }

  static Attribute notYet(String name) {
    return new Attribute(name, new Anything(), Form.LONG, false, true, false);
  }

  Attribute written(Form otherForm) {
    return new Attribute(name, shape, otherForm, replaced, nullable, supported);
  }

  Attribute replacedAsWhole() {
    return new Attribute(name, shape, form, true, nullable, supported);
  }

  Attribute orEmpty() {
    return new Attribute(name, shape, form, replaced, true, supported);
  }
}
