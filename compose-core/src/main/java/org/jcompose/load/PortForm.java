package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * {@code ports}: numbers, {@code [[IP:]HOST:]CONTAINER[/PROTOCOL]} with ranges, or mappings. A
 * range of container ports becomes one entry for each of them.
 */
final class PortForm implements Form {

  private static final String FIX = "write '[HOST:]CONTAINER[/PROTOCOL]', such as \"8080:80\"";

  @Override
  public @Nullable Node longForm(Node node, FileContext context) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    List<Node> items = new ArrayList<>();
    for (Node item : list.items()) {
      items.addAll(mappings(item, context));
    }
    return list.withItems(items);
  }

  /** What makes two ports the same. */
  static String identity(Node port) {
    Mapping mapping = (Mapping) port;
    return String.join(
        "|",
        text(mapping, "host_ip", "0.0.0.0"),
        text(mapping, "published", ""),
        text(mapping, "target", ""),
        text(mapping, "protocol", "tcp"));
  }

  private static String text(Mapping mapping, String key, String otherwise) {
    return mapping.get(key) instanceof Scalar scalar ? scalar.text() : otherwise;
  }

  private static List<Node> mappings(Node item, FileContext context) {
    if (!(item instanceof Scalar scalar) || scalar.isNull() || isInvalid(scalar)) {
      return List.of(item);
    }
    String text = Values.text(scalar).text();
    ShortPort port = ShortPort.parse(text);
    if (port.problem() != null) {
      context
          .problems()
          .error(scalar.place(), "port '" + Abbreviated.of(text) + "': " + port.problem(), FIX);
      return List.of();
    }
    if (!context.ports().take(port.size())) {
      context.problems().error(scalar.place(), "the project has more ports than can be handled");
      return List.of();
    }
    return port.targets().stream().map(one -> mapping(scalar.place(), one)).toList();
  }

  private static boolean isInvalid(Scalar scalar) {
    return scalar.type() == Scalar.Type.INVALID;
  }

  private static Node mapping(Place place, ShortPort.Target port) {
    List<Entry> entries = new ArrayList<>();
    Scalar target = Scalar.none(place).as(Scalar.Type.INTEGER, Integer.toString(port.target()));
    entries.add(new Entry("target", place, target));
    add(entries, place, "published", port.published());
    add(entries, place, "host_ip", port.hostIp());
    add(entries, place, "protocol", port.protocol());
    return Mapping.of(place, entries);
  }

  private static void add(List<Entry> entries, Place place, String key, @Nullable String value) {
    if (value != null) {
      entries.add(new Entry(key, place, Scalar.string(place, value)));
    }
  }
}
