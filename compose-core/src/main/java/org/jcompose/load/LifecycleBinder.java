package org.jcompose.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Develop;
import org.jcompose.model.Develop.Trigger;
import org.jcompose.model.Hook;
import org.jcompose.model.Hooks;
import org.jcompose.model.Provider;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Makes hooks, watches and providers of canonical nodes. */
final class LifecycleBinder {

  private LifecycleBinder() {}

  static Hooks hooks(View service) {
    return new Hooks(
        hooks(service, "pre_start"), hooks(service, "post_start"), hooks(service, "pre_stop"));
  }

  private static List<Hook> hooks(View service, String key) {
    return service.views(key).stream().map(LifecycleBinder::hook).toList();
  }

  private static Hook hook(View view) {
    return new Hook(
        view.textsOrNull("command"),
        view.nonEmpty("user"),
        view.isOn("privileged"),
        view.nonEmpty("working_dir"),
        view.nullableTextMap("environment"));
  }

  static @Nullable Develop develop(View service) {
    if (!(service.mapping().get("develop") instanceof Mapping develop)) {
      return null;
    }
    List<Trigger> triggers = new ArrayList<>();
    for (View view : new View(develop).views("watch")) {
      triggers.add(
          new Trigger(
              view.textOrEmpty("path"),
              view.textOrEmpty("action"),
              view.nonEmpty("target"),
              view.has("exec") ? hook(view.view("exec")) : null,
              view.texts("include"),
              view.texts("ignore"),
              view.isOn("initial_sync")));
    }
    return new Develop(triggers);
  }

  static @Nullable Provider provider(View service) {
    if (!service.has("provider")) {
      return null;
    }
    View view = service.view("provider");
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (Entry option : view.entries("options")) {
      options.put(option.key(), values(option.value()));
    }
    return new Provider(view.textOrEmpty("type"), options);
  }

  private static List<String> values(Node node) {
    List<String> values = new ArrayList<>();
    for (Node item : node instanceof Sequence list ? list.items() : List.<Node>of()) {
      values.add(item instanceof Scalar scalar ? scalar.text() : "");
    }
    return values;
  }
}
