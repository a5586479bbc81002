package org.jcompose.canonical;

/** The two texts that the canonical form has; they differ in what they leave out. */
enum Dialect {
  JSON,
  YAML
}
