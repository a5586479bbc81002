package org.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that a daemon sent, read leniently: what is absent, null or of another type is an
 * empty text, 0, false, an empty list or an empty object.
 *
 * @param value a map, a list, a text, a number, a boolean or null
 */
record Json(@Nullable Object value) {

  static final JsonFactory FACTORY = new JsonFactory();

  private static final Json ABSENT = new Json(null);

  static Json parse(byte[] text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return parser.nextToken() == null ? ABSENT : new Json(read(parser));
    }
  }

  /** The next of several values that stand in a row; null after the last one. */
  static @Nullable Json next(JsonParser parser) throws IOException {
    return parser.nextToken() == null ? null : new Json(read(parser));
  }

  Json at(String key) {
    return value instanceof Map<?, ?> map ? new Json(map.get(key)) : ABSENT;
  }

  boolean isAbsent() {
    return value == null;
  }

  String text() {
    return value instanceof String text ? text : "";
  }

  String text(String key) {
    return at(key).text();
  }

  long number(String key) {
    return at(key).value instanceof Number number ? number.longValue() : 0;
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(at(key).value);
  }

  List<Json> list() {
    return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
  }

  List<Json> list(String key) {
    return at(key).list();
  }

  /** The members of an object, in their order. */
  Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put(String.valueOf(key), new Json(member)));
    }
    return members;
  }

  /** The texts among an object's members. */
  Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    at(key).members().forEach((name, member) -> texts.put(name, member.text()));
    return texts;
  }

  private static @Nullable Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, read(parser));
    }
    return object;
  }

  private static List<@Nullable Object> readArray(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser));
    }
    return array;
  }
}
