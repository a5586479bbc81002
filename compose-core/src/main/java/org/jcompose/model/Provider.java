package org.jcompose.model;

import java.util.List;
import java.util.Map;

/**
 * A program that provides a service instead of containers (Compose Specification, "provider").
 *
 * @param type the program's name
 * @param options what it is told, each with one value or several
 */
public record Provider(String type, Map<String, List<String>> options) {
  public Provider {
    options = Ordered.copy(options);
  }
}
