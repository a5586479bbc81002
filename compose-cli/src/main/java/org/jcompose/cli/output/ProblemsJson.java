package org.jcompose.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Writes problems as a JSON array, for editors and CI: one object a line. What a problem has not is
 * null; lines and columns begin at 1, {@code endColumn} is the one after the last character.
 */
public final class ProblemsJson {

  private ProblemsJson() {}

  /** The array, ending with a line break; {@code []} if nothing is wrong. */
  public static String of(List<Problem> problems) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartArray();
      for (Problem problem : problems) {
        json.writeRaw('\n');
        write(problem, json);
      }
      if (!problems.isEmpty()) {
        json.writeRaw('\n');
      }
      json.writeEndArray();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Problem problem, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    place(problem.place(), json);
    json.writeStringField("message", problem.message());
    json.writeStringField("fix", problem.fix());
    json.writeArrayFieldStart("notes");
    for (String note : problem.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void place(@Nullable Place place, JsonGenerator json) throws IOException {
    json.writeStringField("file", place == null ? null : place.source().name());
    for (String field : List.of("line", "column", "endColumn")) {
      if (place == null) {
        json.writeNullField(field);
      } else {
        json.writeNumberField(field, number(field, place));
      }
    }
  }

  private static int number(String field, Place place) {
    return switch (field) {
      case "line" -> place.line();
      case "column" -> place.column();
      default -> place.column() + place.length();
    };
  }
}
