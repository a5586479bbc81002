package org.jcompose.engine.docker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a service or a part of one, and how it is written into the request that creates a
 * container.
 */
record ServiceField(Field field, Writer writer) {

  private static final String HOST = "HostConfig";

  /** Writes what a service says into a request. */
  @FunctionalInterface
  interface Writer {
    void write(ContainerSpec spec, ObjectNode body);
  }

  /** What a service says, as the engine has it; null: nothing. */
  @FunctionalInterface
  interface Value {
    @Nullable Object of(Service service);
  }

  /** A field of the container itself. */
  static ServiceField config(String attribute, String field, Value value) {
    return new ServiceField(
        Field.of(attribute, field), (spec, body) -> put(body, field, value.of(spec.service())));
  }

  /** A field of how its host runs it. */
  static ServiceField host(String attribute, String field, Value value) {
    return host(attribute, field, null, value);
  }

  /** A field of how its host runs it, which not every engine has. */
  static ServiceField host(String attribute, String field, @Nullable Features needs, Value value) {
    return new ServiceField(
        new Field(attribute, HOST + "." + field, needs),
        (spec, body) -> put(hostOf(body), field, value.of(spec.service())));
  }

  /** A field that is written with the rest of the request. */
  static ServiceField elsewhere(String attribute, String path) {
    return elsewhere(new Field(attribute, path, null));
  }

  /** A field that is written with the rest of the request. */
  static ServiceField elsewhere(Field field) {
    return new ServiceField(field, (spec, body) -> {});
  }

  void write(ContainerSpec spec, ObjectNode body, ApiVersion version) {
    if (field.isIn(version) && spec.service().given().contains(field.outermost())) {
      writer.write(spec, body);
    }
  }

  /** The part of a request that says how the host runs the container. */
  static ObjectNode hostOf(ObjectNode body) {
    return body.withObject("/" + HOST);
  }

  /** Sets a field; nothing, if there is no value. */
  static void put(ObjectNode node, String field, @Nullable Object value) {
    if (value != null) {
      node.putPOJO(field, value);
    }
  }
}
