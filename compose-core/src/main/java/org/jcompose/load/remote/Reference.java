package org.jcompose.load.remote;

import java.util.Optional;

/** Where a file lies, if not on this machine. */
sealed interface Reference permits GitReference, OciReference {

  /** The reference that a text is; empty if it is none. */
  static Optional<Reference> parse(String text) {
    return text.startsWith(OciReference.PREFIX)
        ? Optional.of(OciReference.parse(text))
        : GitReference.parse(text).map(Reference.class::cast);
  }
}
