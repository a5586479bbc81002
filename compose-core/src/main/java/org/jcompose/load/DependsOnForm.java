package org.jcompose.load;

import java.util.List;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** {@code depends_on}: a list of services, each to be started first, or a mapping. */
final class DependsOnForm implements Form {

  @Override
  public @Nullable Node longForm(Node node, FileContext context) {
    return Forms.named(
        node,
        context,
        (place, name) -> Mapping.of(place, List.of(entry(place, "condition", "service_started"))));
  }

  private static Entry entry(Place place, String key, String value) {
    return new Entry(key, place, Scalar.string(place, value));
  }
}
