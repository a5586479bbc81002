package org.jcompose.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jcompose.model.Project;
import org.jcompose.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/**
 * A project in canonical form, as {@code docker compose config} prints it: one long form for each
 * attribute, defaults applied, dollar signs doubled so that it can be loaded again.
 */
public final class CanonicalForm {

  private CanonicalForm() {}

  /** As YAML, ending with a line break. */
  public static String yaml(Project project) {
    NestedExtensions extensions = new NestedExtensions(project.nestedExtensions());
    return YamlWriter.write(escaped(extensions.into(tree(project, Dialect.YAML)), Dialect.YAML));
  }

  /** As JSON on several lines, without a line break at the end, as Docker Compose prints it. */
  public static String json(Project project) {
    return JsonText.pretty(escaped(new TreeMap<>(tree(project, Dialect.JSON)), Dialect.JSON));
  }

  /** A model of plain maps, lists and scalars as YAML, dollar signs as they are. */
  public static String yaml(Map<String, ?> model) {
    return YamlWriter.write(sorted(model));
  }

  /** A model of plain maps, lists and scalars as JSON. */
  public static String json(Map<String, ?> model) {
    return JsonText.pretty(model);
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new TreeMap<>(YamlWriter.KEY_ORDER);
      map.forEach((key, entry) -> copy.put(String.valueOf(key), sorted(entry)));
      return copy;
    }
    return value instanceof List<?> list
        ? list.stream().map(CanonicalForm::sorted).toList()
        : value;
  }

  private static Map<String, @Nullable Object> tree(Project project, Dialect dialect) {
    Tree tree = new Tree();
    tree.put("name", project.name())
        .keep("services", each(project.services(), service -> ServiceTree.of(service, dialect)))
        .put("networks", each(project.networks(), ResourceTree::of))
        .put("volumes", each(project.volumes(), ResourceTree::of))
        .put("secrets", each(project.secrets(), FileTree::secret))
        .put("configs", each(project.configs(), FileTree::config));
    if (dialect == Dialect.YAML) {
      // Docker Compose's JSON has no models.
      tree.put("models", each(project.models(), ModelTree::of));
    }
    return tree.putAll(extensions(project, dialect)).build();
  }

  private static Map<String, @Nullable Object> extensions(Project project, Dialect dialect) {
    Map<String, @Nullable Object> extensions = new LinkedHashMap<>(project.extensions());
    if (dialect == Dialect.JSON) {
      extensions.replaceAll((name, value) -> withoutEmptyLists(value));
    }
    return extensions;
  }

  /** In Docker Compose's JSON an empty list that the user chose is null. */
  private static @Nullable Object withoutEmptyLists(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put(String.valueOf(key), withoutEmptyLists(entry)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? null : list.stream().map(CanonicalForm::withoutEmptyLists).toList();
    }
    return value;
  }

  private static <T> Map<String, Object> each(Map<String, T> all, Function<T, Object> tree) {
    Map<String, Object> trees = new LinkedHashMap<>();
    all.forEach((name, one) -> trees.put(name, tree.apply(one)));
    return trees;
  }

  private static @Nullable Object escaped(@Nullable Object value, Dialect dialect) {
    if (value instanceof Map<?, ?> map) {
      boolean sorted = dialect == Dialect.YAML && !(map instanceof Tree.Fields);
      Map<String, @Nullable Object> copy =
          sorted ? new TreeMap<>(YamlWriter.KEY_ORDER) : new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put(escaped(String.valueOf(key)), escaped(entry, dialect)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> escaped(item, dialect)).toList();
    }
    return value instanceof String text ? escaped(text) : value;
  }

  private static String escaped(String text) {
    return text.replace("$", "$$");
  }
}
