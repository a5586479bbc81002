package org.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ComposeLabels;

/** The {@code filters} parameter of the Engine API. */
final class Filters {

  private Filters() {}

  /** What belongs to a project. */
  static String project(String project) {
    return parameter(Map.of("label", List.of(ComposeLabels.PROJECT + "=" + project)));
  }

  /** What happens to the containers of a project. */
  static String events(String project) {
    return parameter(
        Map.of(
            "type", List.of("container"), "label", List.of(ComposeLabels.PROJECT + "=" + project)));
  }

  /** The parameter, from its {@code =} on; values of one key are alternatives, but for labels. */
  static String parameter(Map<String, ? extends Collection<String>> filters) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, ? extends Collection<String>> filter : filters.entrySet()) {
        json.writeFieldName(filter.getKey());
        json.writeArray(filter.getValue().toArray(String[]::new), 0, filter.getValue().size());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "filters=" + Daemon.encode(text.toString());
  }
}
