package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A top-level AI model (Compose Specification, "Models").
 *
 * @param key its name within the file
 * @param name null: the key
 * @param model its OCI artifact
 * @param contextSize the most tokens of its context; null: the model runner's default
 * @param runtimeFlags options of the inference engine
 */
public record Model(
    String key,
    @Nullable String name,
    @Nullable String model,
    @Nullable Long contextSize,
    List<String> runtimeFlags) {

  public Model {
    runtimeFlags = List.copyOf(runtimeFlags);
  }
}
