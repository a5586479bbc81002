package org.jcompose.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that include one another, from the project's own down to the present one. */
record IncludeChain(List<Path> files) {

  private static final int LONGEST = 100;

  static final IncludeChain START = new IncludeChain(List.of());

  IncludeChain {
    files = List.copyOf(files);
  }

  IncludeChain with(Path file) {
    List<Path> more = new ArrayList<>(files);
    more.add(file);
    return new IncludeChain(more);
  }

  boolean isTooLong() {
    return files.size() >= LONGEST;
  }

  /** The files from the given one on; empty if it is not among them. */
  List<Path> since(Path file) {
    int index = files.indexOf(file);
    return index < 0 ? List.of() : files.subList(index, files.size());
  }
}
