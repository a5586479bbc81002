package org.jcompose.load;

/**
 * One row of the table of attributes: what an attribute looks like, how it can be written, and how
 * it is merged.
 *
 * @param form brings every way to write it into its shape
 * @param merge how a later file's value is merged with an earlier one's
 * @param nullable whether it may be left empty, which is as if it were not there
 */
record Attribute(String name, Shape shape, Form form, Merge merge, boolean nullable) {

  static Attribute of(String name, Shape shape) {
    return new Attribute(name, shape, Form.LONG, Merge.JOINED, false);
  }

  Attribute written(Form otherForm) {
    return new Attribute(name, shape, otherForm, merge, nullable);
  }

  Attribute merged(Merge rule) {
    return new Attribute(name, shape, form, rule, nullable);
  }

  Attribute orEmpty() {
    return new Attribute(name, shape, form, merge, true);
  }
}
