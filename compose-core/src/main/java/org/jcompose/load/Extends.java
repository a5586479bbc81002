package org.jcompose.load;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Gives services what they inherit (Compose Specification, "extends"). A service is looked up in
 * the same document, or in another file with its own folder and without what that file includes;
 * each is completed once. Chains are followed without recursion, as a hostile file may have long
 * ones.
 */
final class Extends {

  /** How many attributes may be inherited in all: chains can make much of little. */
  private static final int MOST = 2_000_000;

  private static final String KEY = "extends";

  private final Locations locations;
  private final FileContext context;
  private final Problems problems;
  private final Interpolation interpolation;
  private final Set<String> broken;
  private final Map<Path, InheritableServices> files = new HashMap<>();
  private final Allowance inheritable = new Allowance(MOST);

  /**
   * @param broken receives the paths of what is missing because something is wrong
   */
  Extends(
      Locations locations, FileContext context, Interpolation interpolation, Set<String> broken) {
    this.locations = locations;
    this.context = context;
    this.problems = context.problems();
    this.interpolation = interpolation;
    this.broken = broken;
  }

  /** A service that waits for the one that it extends. */
  private record Waiting(InheritableServices services, String name, Mapping own, Place place) {}

  /**
   * A document in canonical form, its services with what they inherit.
   *
   * @param wrong the paths of what was left out of the document
   */
  Mapping into(Mapping root, Path file, Set<String> wrong) {
    Entry services = root.entry("services");
    if (services == null
        || !(services.value() instanceof Mapping all)
        || all.entries().stream().noneMatch(Extends::isExtending)) {
      return root;
    }
    InheritableServices own = InheritableServices.ofDocument(file, context, all, wrong);
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : all.entries()) {
      Node value = isExtending(entry) ? complete(own, entry.key()) : entry.value();
      entries.add(new Entry(entry.key(), entry.place(), value));
      if (own.isSpoilt(entry.key())) {
        broken.add("services." + entry.key() + "." + KEY);
      }
    }
    return root.withEntry(new Entry("services", services.place(), all.withEntries(entries)));
  }

  private static boolean isExtending(Entry service) {
    return service.value() instanceof Mapping mapping
        && mapping.directive() != Directive.RESET
        && mapping.has(KEY);
  }

  private Mapping complete(InheritableServices start, String startName) {
    Deque<Waiting> waiting = new ArrayDeque<>();
    Set<Object> seen = new HashSet<>();
    InheritableServices services = start;
    String name = startName;
    Mapping base = services.known(name);
    while (base == null) {
      Mapping own = services.own(name);
      if (!(own.get(KEY) instanceof Mapping reference)) {
        services.keep(name, own);
        base = own;
        break;
      }
      waiting.push(new Waiting(services, name, own, reference.place()));
      seen.add(List.of(services.file(), name));
      Scalar next = nameIn(reference, name);
      InheritableServices others = next == null ? null : target(services, name, reference, next);
      if (next == null || others == null || isCycle(seen, waiting, others, next.text())) {
        return inherited(waiting, View.of(null).mapping(), true);
      }
      if (others.isUnfilled(next.text())) {
        waiting.pop();
        base = own.withEntry(unfilled(reference, services.context()));
        services.keep(name, base);
        break;
      }
      services = others;
      name = next.text();
      base = services.known(name);
    }
    return inherited(waiting, base, services.isSpoilt(name));
  }

  private Mapping inherited(Deque<Waiting> waiting, Mapping base, boolean spoilt) {
    Mapping found = base;
    boolean incomplete = spoilt;
    String path = waiting.isEmpty() ? "" : "services." + waiting.getLast().name();
    while (!waiting.isEmpty()) {
      Waiting next = waiting.pop();
      context.provenance().layer(path, found, ", inherited");
      Mapping own = without(next.own());
      if (inheritable.take(size(found))) {
        found = Merger.extend(Attributes.SERVICE, without(found), own);
      } else {
        problems.error(next.place(), "this inherits more than all services together may");
        found = own;
      }
      next.services().keep(next.name(), found);
      if (incomplete) {
        next.services().spoil(next.name());
      }
      incomplete = next.services().isSpoilt(next.name());
    }
    return found;
  }

  /** The reference to a service that says nothing; it stays where it is, with its path absolute. */
  private static Entry unfilled(Mapping reference, FileContext context) {
    Entry file = reference.entry("file");
    Mapping located = reference;
    if (file != null && file.value() instanceof Scalar path) {
      Scalar absolute = path.withText(context.absolute(path.text()));
      located = reference.withEntry(new Entry("file", file.place(), absolute));
    }
    return new Entry(KEY, reference.place(), located);
  }

  private static Mapping without(Mapping service) {
    return service.withEntries(
        service.entries().stream().filter(entry -> !entry.key().equals(KEY)).toList());
  }

  private static int size(Mapping service) {
    int size = 0;
    for (Entry entry : service.entries()) {
      size++;
      size += entry.value() instanceof Mapping inner ? inner.entries().size() : 0;
      size += entry.value() instanceof Sequence inner ? inner.items().size() : 0;
    }
    return size;
  }

  private @Nullable Scalar nameIn(Mapping reference, String extending) {
    if (reference.get("service") instanceof Scalar name && !name.text().isEmpty()) {
      return name;
    }
    problems.error(
        reference.place(),
        "service '" + extending + "' extends no service that is named",
        "write 'extends: {service: ...}'");
    return null;
  }

  private @Nullable InheritableServices target(
      InheritableServices services, String extending, Mapping reference, Scalar name) {
    InheritableServices target = services;
    if (reference.get("file") instanceof Scalar file) {
      target = file(file, services.context());
    }
    if (target == null || target.defines(name.text())) {
      return target;
    }
    boolean elsewhere = target != services;
    String where = elsewhere ? " in '" + locations.nameOf(target.file()) + "'" : "";
    String fix = problems.isFull() ? null : suggestion(target, elsewhere ? "" : extending, name);
    problems.error(
        name.place(),
        "service '" + extending + "' extends '" + name.text() + "', which is not defined" + where,
        fix == null && !elsewhere ? "name its file: 'extends: {file: ..., service: ...}'" : fix);
    return null;
  }

  private static @Nullable String suggestion(
      InheritableServices target, String extending, Scalar name) {
    Set<String> others = new TreeSet<>(target.names());
    others.remove(extending);
    return Suggestion.didYouMean(name.text(), others);
  }

  private @Nullable InheritableServices file(Scalar name, FileContext context) {
    Path file = locations.find(name, context).orElse(null);
    if (file == null) {
      return null;
    }
    InheritableServices known = files.get(file);
    if (known == null) {
      List<Document> documents = locations.read(file, name.place()).orElse(null);
      if (documents == null) {
        return null;
      }
      FileContext inFile = context.in(Locations.folderOf(file));
      known = InheritableServices.ofFile(file, inFile, documents, interpolation);
      files.put(file, known);
    }
    return known;
  }

  private boolean isCycle(
      Set<Object> seen, Deque<Waiting> waiting, InheritableServices services, String name) {
    if (!seen.contains(List.of(services.file(), name))) {
      return false;
    }
    List<Waiting> cycle = new ArrayList<>();
    for (Waiting one : waiting) {
      cycle.add(0, one);
      if (one.name().equals(name) && one.services().file().equals(services.file())) {
        break;
      }
    }
    problems.error(
        cycle.get(0).place(),
        cycle.size() == 1
            ? "service '" + name + "' extends itself"
            : "services extend one another in a cycle: " + path(cycle) + otherPlaces(cycle),
        "remove one 'extends'");
    return true;
  }

  private static String path(List<Waiting> cycle) {
    return Stream.concat(cycle.stream(), Stream.of(cycle.get(0)))
        .map(one -> "'" + one.name() + "'")
        .collect(Collectors.joining(" -> "));
  }

  private static String otherPlaces(List<Waiting> cycle) {
    return cycle.stream()
        .skip(1)
        .map(one -> one.place().toString())
        .collect(Collectors.joining(", ", "; then at ", ""));
  }
}
