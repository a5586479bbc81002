package org.jcompose.load;

import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** {@code gpus}: {@code all}, or a list of requests; one that names no devices asks for all. */
final class DeviceRequestForm implements Form {

  /** The requests of {@code deploy}, for which there is no word. */
  static final Form LIST =
      (node, context) ->
          node instanceof Sequence list
              ? list.withItems(list.items().stream().map(DeviceRequestForm::counted).toList())
              : node;

  @Override
  public @Nullable Node longForm(Node node, FileContext context) {
    if (!(node instanceof Scalar word) || word.type() != Scalar.Type.STRING) {
      return LIST.longForm(node, context);
    }
    if (!word.text().equals("all")) {
      String what = "'gpus' must be 'all' or a list of requests, not '";
      context.problems().error(node.place(), what + Abbreviated.of(word.text()) + "'");
      return null;
    }
    Entry count = new Entry("count", node.place(), node);
    return Sequence.of(node.place(), List.of(Mapping.of(node.place(), List.of(count))));
  }

  private static Node counted(Node node) {
    if (!(node instanceof Mapping mapping) || mapping.has("count") || mapping.has("device_ids")) {
      return node;
    }
    return mapping.withEntry(new Entry("count", node.place(), Scalar.string(node.place(), "all")));
  }
}
