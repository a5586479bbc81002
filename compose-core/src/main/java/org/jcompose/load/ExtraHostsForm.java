package org.jcompose.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * {@code extra_hosts}: a list of {@code HOST=ADDRESS} or {@code HOST:ADDRESS}, or a mapping from
 * hosts to one address or several; brackets around an address say nothing.
 */
final class ExtraHostsForm implements Form {

  private static final String FIX = "write 'HOST=ADDRESS'";

  @Override
  public @Nullable Node longForm(Node node, FileContext context) {
    if (node instanceof Sequence list) {
      return ofList(list, context);
    }
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (isHost(entry.key(), entry.value(), context)) {
        entries.add(new Entry(entry.key(), entry.place(), addresses(entry.value())));
      }
    }
    return mapping.withEntries(entries);
  }

  private static Mapping ofList(Sequence list, FileContext context) {
    Map<String, Entry> hosts = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    for (Node item : list.items()) {
      if (item instanceof Scalar scalar && !known.add(scalar.text())) {
        context.problems().error(item.place(), "'" + scalar.text() + "' is listed twice");
      }
      Entry host = host(item, context);
      if (host != null) {
        hosts.merge(host.key(), host, ExtraHostsForm::joined);
      }
    }
    return Mapping.of(list.place(), hosts.values());
  }

  private static @Nullable Entry host(Node item, FileContext context) {
    if (!(item instanceof Scalar scalar) || scalar.type() != Scalar.Type.STRING) {
      if (!(item instanceof Scalar scalar) || scalar.type() != Scalar.Type.INVALID) {
        context
            .problems()
            .error(item.place(), "'HOST=ADDRESS' belongs here, not " + item.kind(), FIX);
      }
      return null;
    }
    String text = scalar.text();
    int at = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
    if (at < 0) {
      context.problems().error(item.place(), "host '" + text + "' has no address", FIX);
      return null;
    }
    if (!isHost(text.substring(0, at), item, context)) {
      return null;
    }
    List<Node> addresses = new ArrayList<>();
    for (String address : text.substring(at + 1).split(",", -1)) {
      addresses.add(withoutBrackets(scalar.withText(address)));
    }
    return new Entry(text.substring(0, at), item.place(), Sequence.of(item.place(), addresses));
  }

  private static Entry joined(Entry first, Entry second) {
    List<Node> all = new ArrayList<>(((Sequence) first.value()).items());
    all.addAll(((Sequence) second.value()).items());
    return new Entry(first.key(), first.place(), Sequence.of(first.place(), all));
  }

  private static boolean isHost(String name, Node node, FileContext context) {
    boolean valid = !name.isEmpty() && name.indexOf(':') < 0 && name.indexOf('=') < 0;
    if (!valid) {
      context.problems().error(node.place(), "'" + name + "' is no name of a host", FIX);
    }
    return valid;
  }

  private static Node addresses(Node node) {
    if (node instanceof Sequence list) {
      return list.withItems(list.items().stream().map(ExtraHostsForm::withoutBrackets).toList());
    }
    return node instanceof Scalar scalar && !scalar.isNull()
        ? Sequence.of(node.place(), List.of(withoutBrackets(node)))
        : node;
  }

  private static Node withoutBrackets(Node node) {
    if (!(node instanceof Scalar scalar) || scalar.type() != Scalar.Type.STRING) {
      return node;
    }
    String text = scalar.text();
    boolean bracketed = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
    return bracketed ? scalar.withText(text.substring(1, text.length() - 1)) : node;
  }
}
