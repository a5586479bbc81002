package org.jcompose.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * The services of a document, or of a file, from which others can inherit. Those of a file are
 * brought into canonical form when they are asked for: what is wrong with the others does not
 * matter.
 */
final class InheritableServices {

  private final Path file;
  private final FileContext context;
  private final Map<String, List<Node>> written;
  private final Function<Node, Node> interpolation;
  private final Map<String, Mapping> canonical = new HashMap<>();
  private final Map<String, Mapping> complete = new HashMap<>();
  private final Set<String> spoilt = new HashSet<>();

  private InheritableServices(
      Path file,
      FileContext context,
      Map<String, List<Node>> written,
      Function<Node, Node> interpolation) {
    this.file = file;
    this.context = context;
    this.written = written;
    this.interpolation = interpolation;
  }

  /**
   * Those of a document that is in canonical form.
   *
   * @param wrong the paths of what was left out of it
   */
  static InheritableServices ofDocument(
      Path file, FileContext context, Mapping services, Set<String> wrong) {
    Map<String, List<Node>> written = byName(List.of(services));
    InheritableServices all = new InheritableServices(file, context, written, Function.identity());
    Set<String> around = new HashSet<>();
    wrong.forEach(path -> addAround(path, around));
    for (String name : written.keySet()) {
      all.canonical.put(name, View.of(written.get(name).get(0)).mapping());
      if (around.contains("services." + name)) {
        all.spoilt.add(name);
      }
    }
    return all;
  }

  private static void addAround(String path, Set<String> around) {
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      around.add(path.substring(0, dot));
    }
  }

  /** Those of a file as it was written. */
  static InheritableServices ofFile(
      Path file, FileContext context, List<Document> documents, Interpolation interpolation) {
    List<Mapping> services = new ArrayList<>();
    for (Document document : documents) {
      if (document.root().get("services") instanceof Mapping mapping) {
        services.add(mapping);
      }
    }
    return new InheritableServices(file, context, byName(services), interpolation::apply);
  }

  private static Map<String, List<Node>> byName(List<Mapping> documents) {
    Map<String, List<Node>> services = new TreeMap<>();
    for (Mapping document : documents) {
      for (Entry entry : document.entries()) {
        if (entry.value().directive() != Directive.RESET) {
          services.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
        }
      }
    }
    return services;
  }

  Path file() {
    return file;
  }

  FileContext context() {
    return context;
  }

  boolean defines(String name) {
    return written.containsKey(name);
  }

  Collection<String> names() {
    return written.keySet();
  }

  /** Whether a service is there without anything said of it. */
  boolean isUnfilled(String name) {
    return written.getOrDefault(name, List.of()).stream()
        .allMatch(node -> node instanceof Scalar scalar && scalar.isNull());
  }

  /** A service as it is described here, without what it inherits. */
  Mapping own(String name) {
    return canonical.computeIfAbsent(name, this::canonical);
  }

  private Mapping canonical(String name) {
    Attribute attribute = Attribute.of(name, Attributes.SERVICE).orEmpty();
    Mapping merged = View.of(null).mapping();
    for (Node node : written.getOrDefault(name, List.of())) {
      Canonical form = new Canonical(context);
      Node service = form.apply(attribute, interpolation.apply(node), "services." + name);
      merged = Merger.merge(Attributes.SERVICE, merged, View.of(service).mapping());
      if (!form.broken().isEmpty()) {
        spoil(name);
      }
    }
    return merged;
  }

  /** A service with what it inherits, if that is known. */
  @Nullable Mapping known(String name) {
    return complete.get(name);
  }

  void keep(String name, Mapping service) {
    complete.put(name, service);
  }

  /** Whether something is missing in a service because it was wrong. */
  boolean isSpoilt(String name) {
    return spoilt.contains(name);
  }

  void spoil(String name) {
    spoilt.add(name);
  }
}
