package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;

/**
 * A document with the resources that it includes. Nothing is merged here: what two files define
 * must be the same in both.
 */
final class IncludedResources {

  /** What is taken over from a file that is included. */
  static final List<String> SECTIONS =
      List.of("services", "networks", "volumes", "configs", "secrets", "models");

  private final Mapping including;
  private final Problems problems;
  private final Map<String, Entry> sections = new LinkedHashMap<>();
  private final Map<String, Map<String, Entry>> resources = new LinkedHashMap<>();

  IncludedResources(Mapping including, Problems problems) {
    this.including = including;
    this.problems = problems;
    including.entries().forEach(entry -> sections.put(entry.key(), entry));
    sections.remove("include");
  }

  /** The document with all that was added. */
  Mapping root() {
    resources.forEach(
        (section, all) -> {
          Entry own = sections.get(section);
          if (own != null && own.value() instanceof Mapping mapping) {
            Mapping complete = mapping.withEntries(all.values());
            sections.put(section, new Entry(section, own.place(), complete));
          }
        });
    return including.withEntries(sections.values());
  }

  void add(Mapping included) {
    for (String section : SECTIONS) {
      Entry theirs = included.entry(section);
      if (theirs != null && theirs.value() instanceof Mapping mapping) {
        add(section, theirs, mapping);
      }
    }
  }

  private void add(String section, Entry theirs, Mapping mapping) {
    Entry own = sections.get(section);
    if (own == null || own.value().directive() == Directive.RESET) {
      sections.put(section, own == null ? theirs : overriding(theirs));
      return;
    }
    Map<String, Entry> all = resources.computeIfAbsent(section, key -> entries(own.value()));
    for (Entry entry : mapping.entries()) {
      Entry known = all.get(entry.key());
      if (known == null || known.value().directive() == Directive.RESET) {
        all.put(entry.key(), known == null ? entry : overriding(entry));
      } else if (!known.value().isSame(entry.value())) {
        conflict(section, entry, known);
      }
    }
  }

  private static Map<String, Entry> entries(Node section) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    View.of(section).entries().forEach(entry -> entries.put(entry.key(), entry));
    return entries;
  }

  /** What was reset in the including file still is so in the files before it. */
  private static Entry overriding(Entry entry) {
    return new Entry(entry.key(), entry.place(), entry.value().with(Directive.OVERRIDE));
  }

  private void conflict(String section, Entry included, Entry known) {
    Place other = known.place();
    problems.error(
        included.place(),
        "'" + section + "." + included.key() + "' is included, but defined otherwise at " + other,
        "rename one; to change what is included, list a file with the change after it under 'path'");
  }
}
