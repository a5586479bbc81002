package org.jcompose.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;

/**
 * Puts the files of a project, or of an {@code include}, together. What they share is a folder, for
 * their relative paths, and the variables that they may use.
 */
final class Assembly {

  private static final Attribute FILE = Attribute.of("", Attributes.FILE);

  private final FileContext context;
  private final Problems problems;
  private final Interpolation interpolation;
  private final Extends inheritance;
  private final Includes includes;
  private final Set<String> broken = new HashSet<>();

  Assembly(Locations locations, FileContext context, Variables variables) {
    this.context = context;
    this.problems = context.problems();
    this.interpolation =
        new Interpolation(variables, locations.texts().growth(), problems, context.provenance());
    this.inheritance = new Extends(locations, context, interpolation, broken);
    this.includes = new Includes(locations, context, variables, broken);
  }

  /** The paths of what was left out because something is wrong with it. */
  Set<String> broken() {
    return broken;
  }

  /**
   * The documents in canonical form, each merged into those before it.
   *
   * @param chain the files that include one another down to these
   */
  Mapping merged(List<Document> documents, IncludeChain chain) {
    Mapping merged = View.of(null).mapping();
    for (Document document : documents) {
      Mapping complete = complete(document, chain);
      context.provenance().layer("", complete, "");
      merged = Merger.merge(Attributes.FILE, merged, complete);
    }
    Mapping filled = new Emptiness(problems, broken).check(merged);
    new Requirements(problems, broken).check(filled);
    return BuildDefaults.into(filled, context);
  }

  private Mapping complete(Document document, IncludeChain chain) {
    warnOfVersion(document.root());
    Canonical canonical = new Canonical(context);
    Node node = canonical.apply(FILE, interpolation.apply(document.root()), "");
    broken.addAll(canonical.broken());
    if (!(node instanceof Mapping root)) {
      return View.of(null).mapping();
    }
    Mapping complete = inheritance.into(root, document.file(), canonical.broken());
    return includes.into(complete, chain.with(document.file()));
  }

  private void warnOfVersion(Mapping document) {
    Entry version = document.entry("version");
    if (version != null) {
      problems.warning(version.place(), "'version' is obsolete and has no effect", "remove it");
    }
  }
}
