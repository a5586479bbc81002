package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** {@code ssh}: a list of {@code default} and {@code ID=PATH}, or a mapping from ids to paths. */
final class SshForm implements Form {

  @Override
  public @Nullable Node longForm(Node node, FileContext context) {
    Node pairs = Forms.VARIABLES.longForm(node, context);
    if (!(node instanceof Sequence) || !(pairs instanceof Mapping mapping)) {
      return pairs;
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      boolean bare = entry.value() instanceof Scalar path && path.isNull();
      if (bare && !entry.key().equals("default")) {
        context
            .problems()
            .error(
                entry.place(),
                "ssh key '" + entry.key() + "' has no path",
                "write '" + entry.key() + "=PATH'");
      } else {
        entries.add(entry);
      }
    }
    return mapping.withEntries(entries);
  }
}
