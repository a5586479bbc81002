package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;

/**
 * Gives each build that names no context the folder of its files. That is done once they are
 * merged, as another of them may name one, and before they are included elsewhere.
 */
final class BuildDefaults {

  private BuildDefaults() {}

  static Mapping into(Mapping root, FileContext context) {
    Entry services = root.entry("services");
    if (services == null || !(services.value() instanceof Mapping all)) {
      return root;
    }
    List<Entry> complete = new ArrayList<>();
    for (Entry service : all.entries()) {
      complete.add(
          new Entry(service.key(), service.place(), withContext(service.value(), context)));
    }
    return root.withEntry(new Entry("services", services.place(), all.withEntries(complete)));
  }

  private static Node withContext(Node service, FileContext context) {
    if (!(service instanceof Mapping mapping)
        || !(mapping.get("build") instanceof Mapping build)
        || build.has("context")) {
      return service;
    }
    Scalar folder = Scalar.string(build.place(), context.absolute("."));
    Mapping complete = build.withEntry(new Entry("context", build.place(), folder));
    return mapping.withEntry(new Entry("build", build.place(), complete));
  }
}
