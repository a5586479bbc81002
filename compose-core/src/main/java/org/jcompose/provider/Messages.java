package org.jcompose.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told.
 *
 * @param prefixed variables whose names are to begin with the service's
 * @param asTheyAre variables with their whole names
 * @param error why it could not do it, or null
 */
record Messages(
    Map<String, String> prefixed, Map<String, String> asTheyAre, @Nullable String error) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads messages to their end.
   *
   * @throws IOException if they are not what the protocol has
   */
  static Messages read(InputStream stream, Consumer<String> progress) throws IOException {
    Map<String, String> prefixed = new TreeMap<>();
    Map<String, String> asTheyAre = new TreeMap<>();
    String error = null;
    try (JsonParser parser = JSON.createParser(stream)) {
      while (parser.nextToken() != null) {
        Message message = message(parser);
        switch (message.type) {
          case "info" -> progress.accept(message.firstLine());
          case "debug" -> {}
          case "error" -> error = error == null ? message.text : error;
          case "setenv" -> message.putVariable(prefixed);
          case "rawsetenv" -> message.putVariable(asTheyAre);
          default -> throw new IOException("it sent a message of type '" + message.type + "'");
        }
      }
    }
    return new Messages(prefixed, asTheyAre, error);
  }

  private static Message message(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("it sent something that is no message");
    }
    String type = "";
    String text = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case "type" -> type = parser.getValueAsString("");
        case "message" -> text = parser.getValueAsString("");
        default -> parser.skipChildren();
      }
    }
    return new Message(type, text);
  }

  private record Message(String type, String text) {
    String firstLine() {
      return text.lines().findFirst().orElse("");
    }

    void putVariable(Map<String, String> variables) throws IOException {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new IOException("it set a variable without a value");
      }
      variables.put(text.substring(0, equals), text.substring(equals + 1));
    }
  }
}
