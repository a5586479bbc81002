package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service's volume in short form. */
record ShortVolume(
    @Nullable String source,
    String target,
    boolean readOnly,
    boolean nocopy,
    @Nullable String propagation,
    @Nullable String selinux,
    List<String> unknownOptions) {

  private static final Set<String> PROPAGATIONS =
      Set.of("rprivate", "private", "rshared", "shared", "rslave", "slave");
  private static final int MOST_PARTS = 3;

  /** The volume; null if the text is none. */
  static @Nullable ShortVolume parse(String text) {
    List<String> parts = parts(text);
    if (parts.size() > MOST_PARTS || parts.contains("")) {
      return null;
    }
    if (parts.size() == 1) {
      return new ShortVolume(null, parts.get(0), false, false, null, null, List.of());
    }
    String options = parts.size() == MOST_PARTS ? parts.get(2) : "rw";
    return of(parts.get(0), parts.get(1), List.of(options.split(",", -1)));
  }

  private static ShortVolume of(String source, String target, List<String> options) {
    String propagation = null;
    String selinux = null;
    List<String> unknown = new ArrayList<>();
    for (String option : options) {
      if (PROPAGATIONS.contains(option)) {
        propagation = option;
      } else if (option.equals("z") || option.equals("Z")) {
        selinux = option;
      } else if (!Set.of("ro", "rw", "nocopy").contains(option)) {
        unknown.add(option);
      }
    }
    boolean readOnly = options.lastIndexOf("ro") > options.lastIndexOf("rw");
    boolean nocopy = options.contains("nocopy");
    return new ShortVolume(source, target, readOnly, nocopy, propagation, selinux, unknown);
  }

  /** The parts between colons; the one after a drive letter separates nothing. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean drive = i == start + 1 && Character.isLetter(text.charAt(start));
      if (text.charAt(i) == ':' && !(drive && text.length() > 2)) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether the source is a path of the host rather than a volume's name. */
  boolean isBind() {
    if (source == null) {
      return false;
    }
    boolean drive =
        source.length() > 1 && source.charAt(1) == ':' && Character.isLetter(source.charAt(0));
    return drive || source.startsWith("\\\\") || "./~".indexOf(source.charAt(0)) >= 0;
  }

  /** Docker Compose gives no options to a volume in so few letters, and hashes tell of it. */
  boolean isTiny() {
    return source == null && target.length() <= 2;
  }

  boolean hasBindOptions() {
    return isBind() || propagation != null || selinux != null;
  }
}
