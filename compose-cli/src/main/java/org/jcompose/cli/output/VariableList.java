package org.jcompose.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jcompose.model.UsedVariable;

/** Lists the variables that a project's files use. */
public final class VariableList {

  private static final int NARROWEST = 20;

  private VariableList() {}

  /** One variable a line, under headings. */
  public static String table(Collection<UsedVariable> variables) {
    Table table =
        Table.withColumnsFrom(NARROWEST, "NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE");
    for (UsedVariable variable : variables) {
      table.row(
          variable.name(),
          String.valueOf(variable.required()),
          variable.defaultValue(),
          variable.alternateValue());
    }
    return table.text();
  }

  /** One object of all variables by name, on several lines. */
  public static String json(Collection<UsedVariable> variables) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      for (UsedVariable variable : variables) {
        write(variable, json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void write(UsedVariable variable, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(variable.name());
    json.writeStringField("Name", variable.name());
    json.writeStringField("DefaultValue", variable.defaultValue());
    json.writeStringField("PresenceValue", variable.alternateValue());
    json.writeBooleanField("Required", variable.required());
    json.writeEndObject();
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(new DefaultIndenter("    ", "\n"));
  }
}
