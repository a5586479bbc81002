package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jcompose.model.FileObject;
import org.jcompose.model.Model;
import org.jcompose.model.Network;
import org.jcompose.model.Network.Ipam;
import org.jcompose.model.Network.Pool;
import org.jcompose.model.Volume;
import org.jcompose.yaml.Node.Entry;
import org.jspecify.annotations.Nullable;

/** Makes networks and volumes of canonical nodes, and names them. */
final class ResourceBinder {

  private final String project;
  private final FileContext context;
  private final Variables variables;

  ResourceBinder(String project, FileContext context, Variables variables) {
    this.project = project;
    this.context = context;
    this.variables = variables;
  }

  Network network(Entry entry) {
    View view = View.of(entry.value());
    return new Network(
        entry.key(),
        name(entry.key(), view),
        view.isOn("external"),
        view.nonEmpty("driver"),
        view.textMap("driver_opts"),
        view.isOn("internal"),
        view.isOn("attachable"),
        view.bool("enable_ipv4"),
        view.bool("enable_ipv6"),
        view.has("ipam") ? ipam(view.view("ipam")) : null,
        view.textMap("labels"));
  }

  private static Ipam ipam(View view) {
    return new Ipam(
        view.nonEmpty("driver"),
        view.views("config").stream().map(ResourceBinder::pool).toList(),
        view.textMap("options"));
  }

  private static Pool pool(View view) {
    return new Pool(
        view.nonEmpty("subnet"),
        view.nonEmpty("ip_range"),
        view.nonEmpty("gateway"),
        view.textMap("aux_addresses"));
  }

  Volume volume(Entry entry) {
    View view = View.of(entry.value());
    String driver = view.nonEmpty("driver");
    return new Volume(
        entry.key(),
        name(entry.key(), view),
        view.isOn("external"),
        driver,
        driverOpts(driver, view.textMap("driver_opts")),
        view.textMap("labels"));
  }

  /** A config or secret. */
  FileObject file(Entry entry) {
    View view = View.of(entry.value());
    String variable = view.nonEmpty("environment");
    return new FileObject(
        entry.key(),
        name(entry.key(), view),
        view.nonEmpty("file"),
        variable,
        variable == null ? view.nonEmpty("content") : variables.get(variable),
        view.isOn("external"),
        view.textMap("labels"),
        view.nonEmpty("driver"),
        view.textMap("driver_opts"),
        view.nonEmpty("template_driver"));
  }

  static Model model(Entry entry) {
    View view = View.of(entry.value());
    return new Model(
        entry.key(),
        view.nonEmpty("name"),
        view.nonEmpty("model"),
        view.number("context_size"),
        view.texts("runtime_flags"));
  }

  /** A local volume that is a bind has a path of the host, which may be relative. */
  private Map<String, String> driverOpts(@Nullable String driver, Map<String, String> options) {
    Map<String, String> resolved = new LinkedHashMap<>(options);
    boolean bind = "local".equals(driver) && "bind".equals(options.get("o"));
    resolved.computeIfPresent("device", (key, path) -> bind ? context.absolute(path) : path);
    return resolved;
  }

  private String name(String key, View view) {
    String otherwise = view.isOn("external") ? key : project + "_" + key;
    return Objects.requireNonNullElse(view.nonEmpty("name"), otherwise);
  }
}
