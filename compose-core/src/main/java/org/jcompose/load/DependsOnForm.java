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
    return Forms.named(node, context, (place, name) -> required(place));
  }

  private static Node required(Place place) {
    Scalar yes = Scalar.none(place).as(Scalar.Type.BOOLEAN, "true");
    return Mapping.of(
        place,
        List.of(
            new Entry("condition", place, Scalar.string(place, "service_started")),
            new Entry("required", place, yes)));
  }
}
