package org.jcompose.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON objects, each in one line. */
public final class JsonText {

  private final JsonFactory json = new JsonFactory();

  /** Writes the fields of one object. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator to) throws IOException;
  }

  /** An object of one text, in one line without a line break. */
  public String object(String name, String value) {
    return object(to -> to.writeStringField(name, value));
  }

  /** An object in one line, without a line break. */
  public String object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = json.createGenerator(text)) {
      to.writeStartObject();
      fields.write(to);
      to.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
