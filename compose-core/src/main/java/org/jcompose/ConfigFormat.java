package org.jcompose;

/** The formats of a project in canonical form. */
public enum ConfigFormat {
  YAML,
  JSON
}
