package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;

/**
 * {@code devices}: {@code HOST[:CONTAINER[:PERMISSIONS]]}, names of the Container Device Interface,
 * or mappings.
 */
final class DeviceForm implements Form {

  private static final int MOST_PARTS = 3;
  private static final String ALL_PERMISSIONS = "rwm";

  @Override
  public Node longForm(Node node, FileContext context) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    List<Node> items = new ArrayList<>();
    for (Node item : list.items()) {
      items.add(device(item, context));
    }
    return list.withItems(items);
  }

  private static Node device(Node item, FileContext context) {
    if (item instanceof Mapping mapping) {
      return complete(mapping, context);
    }
    if (!(item instanceof Scalar scalar) || scalar.type() != Scalar.Type.STRING) {
      return item;
    }
    String[] parts = scalar.text().split(":", -1);
    if (parts.length > MOST_PARTS) {
      String what = "'" + Abbreviated.of(scalar.text()) + "' is no device";
      String fix = "write 'HOST[:CONTAINER[:PERMISSIONS]]', or a mapping";
      context.problems().error(scalar.place(), what, fix);
      return scalar.invalid();
    }
    boolean named = parts.length > 1 && !parts[1].isEmpty();
    Place place = scalar.place();
    return Mapping.of(
        place,
        List.of(
            entry(place, "source", parts[0]),
            entry(place, "target", named ? parts[1] : parts[0]),
            entry(place, "permissions", parts.length < MOST_PARTS ? ALL_PERMISSIONS : parts[2])));
  }

  private static Node complete(Mapping mapping, FileContext context) {
    for (String attribute : List.of("source", "target")) {
      if (!mapping.has(attribute)) {
        String fix = "add '" + attribute + ": /dev/...'";
        context.problems().error(mapping.place(), "a device has no '" + attribute + "'", fix);
        return Scalar.none(mapping.place()).invalid();
      }
    }
    return mapping;
  }

  private static Entry entry(Place place, String key, String value) {
    return new Entry(key, place, Scalar.string(place, value));
  }
}
