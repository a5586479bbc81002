package org.jcompose.canonical;

import java.util.Map;
import org.jcompose.model.Model;
import org.jcompose.model.ModelUse;
import org.jspecify.annotations.Nullable;

/** Models as trees in the order of Docker Compose's own structures. */
final class ModelTree {

  private ModelTree() {}

  static Map<String, @Nullable Object> of(Model model) {
    return new Tree()
        .put("name", model.name())
        .put("model", model.model())
        .put("context_size", model.contextSize())
        .put("runtime_flags", model.runtimeFlags())
        .build();
  }

  static Map<String, @Nullable Object> used(Map<String, ModelUse> models) {
    Tree tree = new Tree();
    models.forEach((name, use) -> tree.keep(name, use.bare() ? null : use(use)));
    return tree.build();
  }

  private static Map<String, @Nullable Object> use(ModelUse use) {
    return new Tree()
        .put("endpoint_var", use.endpointVariable())
        .put("model_var", use.modelVariable())
        .build();
  }
}
