package org.jcompose.engine.docker;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a Compose file, and the field of a request of the Engine API that carries it.
 *
 * @param attribute with dots between its parts, from the service, network or volume on
 * @param path of the field, with dots between its parts; {@code *} stands for each element of a
 *     list or a map
 * @param needs what the engine must have; null: every one in use has it
 */
record Field(String attribute, String path, @Nullable Features needs) {

  static Field of(String attribute, String path) {
    return new Field(attribute, path, null);
  }

  /** The first part of the attribute. */
  String outermost() {
    int dot = attribute.indexOf('.');
    return dot < 0 ? attribute : attribute.substring(0, dot);
  }

  boolean isIn(ApiVersion version) {
    return needs == null || needs.isIn(version);
  }
}
