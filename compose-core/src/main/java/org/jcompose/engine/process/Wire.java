package org.jcompose.engine.process;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON texts: on the socket and in the state folder. A record may hold records, enums,
 * texts, whole numbers, booleans, times, durations, and lists and maps of them; absent is null.
 */
final class Wire {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private Wire() {}

  static String write(@Nullable Object value) {
    return Json.write(encode(value));
  }

  /**
   * The record of a text.
   *
   * @throws IOException if the text isn't that of such a record
   */
  static <T> T read(Class<T> type, String text) throws IOException {
    Object value = decode(type, Json.read(text));
    if (value == null) {
      throw new IOException("nothing where a " + type.getSimpleName() + " was expected");
    }
    return type.cast(value);
  }

  /** The value in terms of maps, lists and scalars. */
  static @Nullable Object encode(@Nullable Object value) {
    if (value instanceof Record part) {
      return encode(part);
    }
    if (value instanceof Enum<?> word) {
      return word.name();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> encoded = new LinkedHashMap<>();
      map.forEach((name, element) -> encoded.put(name, encode(element)));
      return encoded;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Wire::encode).toList();
    }
    return value instanceof Instant || value instanceof Duration ? value.toString() : value;
  }

  private static Map<String, @Nullable Object> encode(Record value) {
    Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
    for (RecordComponent component : COMPONENTS.get(value.getClass())) {
      Object part = part(value, component);
      if (part != null) {
        encoded.put(component.getName(), encode(part));
      }
    }
    return encoded;
  }

  private static @Nullable Object part(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of the given type that was encoded so. */
  static @Nullable Object decode(Type type, @Nullable Object encoded) throws IOException {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? list(generic.getActualTypeArguments()[0], encoded)
          : map(generic.getActualTypeArguments()[1], encoded);
    }
    if (encoded == null) {
      return type == boolean.class ? Boolean.FALSE : null;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain, encoded);
    }
    if (plain.isEnum()) {
      return constant(plain, encoded);
    }
    return scalar(plain, encoded);
  }

  private static Object scalar(Class<?> type, Object encoded) {
    if (type == Instant.class) {
      return Instant.parse((String) encoded);
    }
    if (type == Duration.class) {
      return Duration.parse((String) encoded);
    }
    if (type == int.class || type == Integer.class) {
      return Math.toIntExact((Long) encoded);
    }
    return encoded;
  }

  private static List<?> list(Type element, @Nullable Object encoded) throws IOException {
    List<?> elements = encoded == null ? List.of() : (List<?>) encoded;
    @Nullable Object[] decoded = new @Nullable Object[elements.size()];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] = decode(element, elements.get(i));
    }
    return Arrays.asList(decoded);
  }

  private static Map<Object, @Nullable Object> map(Type value, @Nullable Object encoded)
      throws IOException {
    Map<?, ?> entries = encoded == null ? Map.of() : (Map<?, ?>) encoded;
    Map<Object, @Nullable Object> decoded = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      decoded.put(entry.getKey(), decode(value, entry.getValue()));
    }
    return decoded;
  }

  private static Object constant(Class<?> type, Object encoded) throws IOException {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(encoded)) {
        return constant;
      }
    }
    throw new IOException("no '" + encoded + "' in " + type.getSimpleName());
  }

  private static Object record(Class<?> type, Object encoded) throws IOException {
    if (!(encoded instanceof Map<?, ?> parts)) {
      throw new IOException("'" + encoded + "' is no " + type.getSimpleName());
    }
    RecordComponent[] components = COMPONENTS.get(type);
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = decode(components[i].getGenericType(), parts.get(components[i].getName()));
    }
    return construct(type, types, values);
  }

  private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object[] values)
      throws IOException {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException | IllegalArgumentException e) {
      throw new IOException("not the parts of a " + type.getSimpleName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
