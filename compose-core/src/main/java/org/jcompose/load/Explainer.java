package org.jcompose.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcompose.load.Provenance.Layer;
import org.jcompose.model.Explanation;
import org.jcompose.model.Explanation.Earlier;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Explains attributes of merged files by what each file said. */
final class Explainer {

  private final Mapping root;
  private final Provenance provenance;

  Explainer(Mapping root, Provenance provenance) {
    this.root = root;
    this.provenance = provenance;
  }

  /**
   * The explanation of the attribute at a path, in which an item of a list is called by its index.
   *
   * @throws InvalidProjectException if no file has such an attribute
   */
  Explanation explain(String path) {
    String plain = path.replaceAll("\\[([0-9]+)\\]", ".$1");
    Node value = find(root, plain).orElse(null);
    if (value == null && layersAt(plain).isEmpty()) {
      throw new InvalidProjectException(List.of(unknown(plain)));
    }
    return explanation(plain, value);
  }

  private Explanation explanation(String path, @Nullable Node value) {
    Map<String, Node> inner = value == null ? Map.of() : inner(value);
    List<Explanation> below = new ArrayList<>();
    inner.forEach((key, node) -> below.add(explanation(path + "." + key, node)));
    if (!below.isEmpty()) {
      return new Explanation(path, null, null, List.of(), List.of(), below);
    }
    Place place = value == null ? null : value.place();
    List<String> variables =
        place == null ? List.of() : provenance.usesAt(place).stream().map(this::variable).toList();
    String text = value == null ? null : text(value);
    return new Explanation(path, text, place, variables, earlier(path, value), List.of());
  }

  private String variable(Provenance.Use use) {
    String value = use.value();
    return value == null
        ? "variable '" + use.name() + "' is not set"
        : "variable '" + use.name() + "' is '" + value + "', from " + provenance.origin(use);
  }

  private static Map<String, Node> inner(Node node) {
    Map<String, Node> inner = new LinkedHashMap<>();
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> inner.put(entry.key(), entry.value()));
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> inner.put(Integer.toString(inner.size()), item));
    }
    return inner;
  }

  private static String text(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "(empty)" : scalar.text();
    }
    return node instanceof Mapping ? "{}" : "[]";
  }

  /** What the layers say, the last one first, without what became the value in the end. */
  private List<Earlier> earlier(String path, @Nullable Node value) {
    Map<String, Earlier> byPlace = new LinkedHashMap<>();
    String end = value == null ? "" : value.place().toString();
    boolean after = true;
    List<Found> found = layersAt(path);
    for (int i = found.size() - 1; i >= 0; i--) {
      Node node = found.get(i).node();
      String place = node.place().toString();
      after = after && !place.equals(end);
      boolean reset = node.directive() == Directive.RESET;
      String how = reset ? "removed by '!reset'" : word(after, value) + found.get(i).how();
      if (!place.equals(end)) {
        byPlace.putIfAbsent(place, new Earlier(reset ? "" : text(node), node.place(), how));
      }
    }
    return List.copyOf(byPlace.values());
  }

  private static String word(boolean after, @Nullable Node value) {
    return after && value != null ? "without effect" : "before";
  }

  private record Found(Node node, String how) {}

  private List<Found> layersAt(String path) {
    List<Found> found = new ArrayList<>();
    for (Layer layer : provenance.layers()) {
      String prefix = layer.path().isEmpty() ? "" : layer.path() + ".";
      if (path.startsWith(prefix)) {
        find(layer.content(), path.substring(prefix.length()))
            .ifPresent(node -> found.add(new Found(node, layer.how())));
      }
    }
    return found;
  }

  /** The node at a path; names may hold dots, so that the longest one that fits is tried first. */
  private static Optional<Node> find(Node from, String path) {
    if (path.isEmpty()) {
      return Optional.of(from);
    }
    return inner(from).entrySet().stream()
        .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "."))
        .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
        .flatMap(entry -> find(entry.getValue(), rest(path, entry.getKey())).stream())
        .findFirst();
  }

  private static String rest(String path, String key) {
    return path.length() == key.length() ? "" : path.substring(key.length() + 1);
  }

  private Problem unknown(String path) {
    String known = path;
    Node around = root;
    while (known.contains(".")) {
      known = known.substring(0, known.lastIndexOf('.'));
      Optional<Node> found = find(root, known);
      if (found.isPresent()) {
        around = found.get();
        break;
      }
    }
    boolean top = around == root;
    String missing = (top ? path : path.substring(known.length() + 1)).replaceFirst("\\..*", "");
    List<String> names = List.copyOf(inner(around).keySet());
    String fix = Suggestion.didYouMean(missing, names);
    String where = top ? "the project" : "'" + known + "'";
    String others = names.isEmpty() ? null : "it has " + Wording.list(first(names), "and");
    return Problem.error(null, "'" + missing + "' is not in " + where, fix != null ? fix : others);
  }

  private static List<String> first(List<String> names) {
    return names.subList(0, Math.min(20, names.size()));
  }
}
