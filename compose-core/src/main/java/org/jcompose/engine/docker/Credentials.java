package org.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docker login} wrote into {@code config.json} itself, by registry.
 *
 * @param auths the object of that name
 */
record Credentials(Json auths) {

  /** The value of {@code X-Registry-Auth} for a registry, or null if nothing is known. */
  @Nullable String of(String registry) {
    Json entry = auths.at(registry);
    String token = entry.text("identitytoken");
    if (!token.isEmpty()) {
      return header("identitytoken", token, "serveraddress", registry);
    }
    String login = login(entry.text("auth"));
    int colon = login.indexOf(':');
    return colon < 0
        ? null
        : header(
            "username",
            login.substring(0, colon),
            "password",
            login.substring(colon + 1),
            "serveraddress",
            registry);
  }

  /** All of it, as {@code config.json} has it. */
  String file() {
    Object all = auths.value();
    return RequestJson.text(Map.of("auths", all == null ? Map.of() : all));
  }

  /** Nothing of what it holds. */
  @Override
  public String toString() {
    return "credentials";
  }

  private static String login(String auth) {
    try {
      return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String header(String... namesAndValues) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
