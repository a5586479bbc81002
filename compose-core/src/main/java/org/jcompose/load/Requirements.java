package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reports attributes that others need, and those that exclude one another. Both are known only of
 * merged files.
 */
final class Requirements {

  private final Problems problems;
  private final Set<String> broken;

  /**
   * @param broken the paths of what was left out because something is wrong with it
   */
  Requirements(Problems problems, Set<String> broken) {
    this.problems = problems;
    this.broken = broken;
  }

  void check(Mapping root) {
    check(Attributes.FILE, root, "");
  }

  private void check(@Nullable Shape shape, Node node, String path) {
    if (shape instanceof Items items && node instanceof Sequence list) {
      int index = 0;
      for (Node item : list.items()) {
        check(items.item(), item, inner(path, String.valueOf(index++)));
      }
    } else if (node instanceof Mapping mapping) {
      if (shape instanceof Fields fields) {
        checkNeeds(fields, mapping, path);
        checkExclusions(fields, mapping, path);
      }
      for (Entry entry : mapping.entries()) {
        check(Shapes.within(shape, entry.key()), entry.value(), inner(path, entry.key()));
      }
    }
  }

  private static String inner(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private void checkNeeds(Fields fields, Mapping mapping, String path) {
    for (List<String> need : fields.needs()) {
      boolean met =
          need.stream().anyMatch(key -> mapping.has(key) || broken.contains(inner(path, key)));
      if (!met) {
        String what = need.size() == 1 ? "no '" + need.get(0) + "'" : "none of " + quoted(need);
        problems.error(mapping.place(), named(path) + " has " + what);
      }
    }
  }

  /** An item has no number, as files are merged and items that are wrong have been left out. */
  private static String named(String path) {
    String around = path.replaceFirst("\\.[0-9]+$", "");
    return (around.equals(path) ? "'" : "an item of '") + around + "'";
  }

  private static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> "'" + name + "'").toList());
  }

  private void checkExclusions(Fields fields, Mapping mapping, String path) {
    for (List<String> exclusion : fields.exclusions()) {
      List<String> given = new ArrayList<>(exclusion);
      given.removeIf(key -> !mapping.has(key));
      if (given.size() > 1) {
        problems.error(
            new View(mapping).place(given.get(1)),
            named(path) + " has both '" + given.get(0) + "' and '" + given.get(1) + "'",
            "remove one of the two");
      }
    }
  }
}
