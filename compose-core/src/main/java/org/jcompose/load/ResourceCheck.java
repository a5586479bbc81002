package org.jcompose.load;

import java.util.List;
import org.jcompose.yaml.Node.Entry;

/** Checks what the attributes of networks, volumes, configs and secrets say of one another. */
final class ResourceCheck {

  private static final List<String> CONFIG_SOURCES = List.of("file", "environment", "content");
  private static final List<String> SECRET_SOURCES = List.of("file", "environment");

  private final Merged merged;

  ResourceCheck(Merged merged) {
    this.merged = merged;
  }

  void check() {
    for (String section : List.of("networks", "volumes", "configs", "secrets")) {
      merged.root().entries(section).forEach(entry -> external(section, entry));
    }
    merged.root().entries("configs").forEach(e -> sources("configs", e, CONFIG_SOURCES));
    merged.root().entries("secrets").forEach(e -> sources("secrets", e, SECRET_SOURCES));
  }

  /** What someone else makes cannot be described here; Docker Compose refuses it for volumes. */
  private void external(String section, Entry entry) {
    View view = View.of(entry.value());
    for (Entry other : view.isOn("external") ? view.entries() : List.<Entry>of()) {
      String key = other.key();
      if (key.equals("external") || key.equals("name") || key.startsWith("x-")) {
        continue;
      }
      String what = "'" + section + "." + entry.key() + "' is external, so ";
      String fix = "remove '" + key + "' or 'external'";
      if (section.equals("volumes")) {
        merged.error(other.place(), what + "it cannot have '" + key + "'", fix);
      } else {
        merged.warning(other.place(), what + "its '" + key + "' has no effect", fix);
      }
    }
  }

  /** Whether someone else has the content: the engine already, or a driver. */
  private static boolean isElsewhere(View view) {
    return view.isOn("external") || view.has("driver");
  }

  private void sources(String section, Entry entry, List<String> keys) {
    View view = View.of(entry.value());
    String path = section + "." + entry.key();
    boolean broken = keys.stream().anyMatch(key -> merged.isBroken(path + "." + key));
    List<String> given = keys.stream().filter(view::has).toList();
    if (given.size() > 1) {
      merged.error(
          view.key(given.get(1)),
          "'" + path + "' has " + Wording.list(given, "and") + ", but only one can be its content",
          "keep one of them");
    } else if (given.isEmpty() && !isElsewhere(view) && !broken) {
      merged.error(
          entry.place(),
          "'" + path + "' has none of " + Wording.list(keys, "and") + ", so it has no content",
          "add 'file: ...', or 'external: true' if someone else makes it");
    }
  }
}
