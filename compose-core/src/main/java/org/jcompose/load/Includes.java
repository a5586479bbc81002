package org.jcompose.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.load.Locations.Included;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;

/**
 * Adds what a document includes (Compose Specification, "include"): files with a folder and
 * variables of their own, of which only the resources count.
 */
final class Includes {

  /** Files that include others twice, each for another folder, would double them at each step. */
  private static final int MOST = 10_000;

  private final Locations locations;
  private final FileContext context;
  private final Variables variables;
  private final Set<String> broken;
  private final Problems problems;

  Includes(Locations locations, FileContext context, Variables variables, Set<String> broken) {
    this.locations = locations;
    this.context = context;
    this.variables = variables;
    this.broken = broken;
    this.problems = context.problems();
  }

  /** The document with the resources of the files that it includes, instead of their names. */
  Mapping into(Mapping root, IncludeChain chain) {
    if (!root.has("include")) {
      return root;
    }
    IncludedResources resources = new IncludedResources(root, problems);
    for (View include : new View(root).views("include")) {
      resources.add(included(include, chain));
    }
    return resources.root();
  }

  private Mapping included(View include, IncludeChain chain) {
    List<Document> documents = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Node path : include.items("path")) {
      Path file = locations.find((Scalar) path, context).orElse(null);
      if (file == null || isCycle(file, path.place(), chain)) {
        return nothing();
      }
      Optional<List<Document>> found = locations.read(file, path.place());
      if (found.isEmpty()) {
        return nothing();
      }
      documents.addAll(found.get());
      files.add(file);
    }
    if (files.isEmpty()) {
      problems.error(include.mapping().place(), "this includes no file", "name one under 'path'");
      return nothing();
    }
    return included(include, files, documents, chain);
  }

  /** What cannot be included may be what something else refers to. */
  private Mapping nothing() {
    broken.addAll(IncludedResources.SECTIONS);
    return View.of(null).mapping();
  }

  private Mapping included(
      View include, List<Path> files, List<Document> documents, IncludeChain chain) {
    String folder = include.nonEmpty("project_directory");
    Path directory =
        folder == null ? Locations.folderOf(files.get(0)) : Path.of(context.located(folder));
    Variables own = variables(include, directory);
    Included included = new Included(files, directory, own);
    Mapping known = locations.included().get(included);
    if (known == null && locations.included().size() >= MOST) {
      problems.error(
          include.mapping().place(),
          "more than " + MOST + " includes",
          "does each file include others several times over?");
      return nothing();
    }
    if (known == null) {
      Assembly assembly = new Assembly(locations, context.in(directory), own);
      known = withVariables(assembly.merged(documents, chain), own);
      broken.addAll(assembly.broken());
      locations.included().put(included, known);
    }
    return known;
  }

  private boolean isCycle(Path file, Place place, IncludeChain chain) {
    List<Path> cycle = chain.since(file);
    if (cycle.isEmpty() && !chain.isTooLong()) {
      return false;
    }
    String names =
        Stream.concat(cycle.stream(), Stream.of(file))
            .map(path -> "'" + locations.nameOf(path) + "'")
            .collect(Collectors.joining(" -> "));
    problems.error(
        place,
        cycle.isEmpty()
            ? "too many files include one another, down to " + names
            : "files include one another in a cycle: " + names,
        "remove one 'include'");
    return true;
  }

  /** The project's variables, which win, and those of the files that the include names. */
  private Variables variables(View include, Path directory) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node file : include.items("env_file")) {
      Path path = Path.of(context.located(((Scalar) file).text()));
      read(path, file.place(), values);
    }
    Path usual = directory.resolve(".env");
    if (!include.has("env_file") && Files.isRegularFile(usual)) {
      read(usual, include.mapping().place(), values);
    }
    values.putAll(variables.fromFiles());
    return new Variables(variables.environment(), values);
  }

  private void read(Path file, Place place, Map<String, String> values) {
    locations
        .texts()
        .readVariables(file, place)
        .ifPresent(text -> Dotenv.read(text, variables::get, values, problems));
  }

  /** A name without a value in {@code environment} has the one it has where it is included. */
  private Mapping withVariables(Mapping root, Variables own) {
    return own.equals(variables)
        ? root
        : within(root, "services", services -> eachService(services, own));
  }

  private static Mapping eachService(Mapping services, Variables own) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : services.entries()) {
      Mapping service = View.of(entry.value()).mapping();
      Mapping resolved = within(service, "environment", names -> withValues(names, own));
      entries.add(new Entry(entry.key(), entry.place(), resolved));
    }
    return services.withEntries(entries);
  }

  private static Mapping withValues(Mapping environment, Variables own) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : environment.entries()) {
      String value = own.get(entry.key());
      boolean open = entry.value() instanceof Scalar scalar && scalar.isNull();
      Node resolved =
          open && value != null ? Scalar.string(entry.value().place(), value) : entry.value();
      entries.add(new Entry(entry.key(), entry.place(), resolved));
    }
    return environment.withEntries(entries);
  }

  private static Mapping within(Mapping mapping, String key, UnaryOperator<Mapping> change) {
    Entry entry = mapping.entry(key);
    return entry != null && entry.value() instanceof Mapping inner
        ? mapping.withEntry(new Entry(key, entry.place(), change.apply(inner)))
        : mapping;
  }
}
