package org.jcompose.load.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit of a git repository and a path in it, {@code URL[#REF[:PATH]]}, by the rules of Docker
 * Compose: {@code http(s)} URLs end in {@code .git}; {@code ssh} and {@code git} URLs, {@code
 * user@host:path} and {@code github.com/...} are always repositories.
 *
 * @param text as it was written
 * @param ref a branch, tag or commit, {@code HEAD} if none is named
 * @param path of a file or folder in the repository, empty for the repository itself
 */
record GitReference(String text, String url, String ref, String path) implements Reference {

  private static final Pattern HTTP = Pattern.compile("https?://[^/?#]+/[^?#]*\\.git/?");
  private static final Pattern OTHER = Pattern.compile("(ssh|git)://[^/-][^/]*/.+");
  private static final Pattern SCP = Pattern.compile("[A-Za-z0-9_][\\w-]*@[A-Za-z0-9][\\w.-]*:.+");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final String GITHUB = "github.com/";

  static Optional<GitReference> parse(String text) {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    if (url.startsWith(GITHUB)) {
      url = "https://" + url;
    } else if (!matches(HTTP, url) && !matches(OTHER, url) && !matches(SCP, url)) {
      return Optional.empty();
    }
    int colon = fragment.indexOf(':');
    String ref = colon < 0 ? fragment : fragment.substring(0, colon);
    String path = colon < 0 ? "" : fragment.substring(colon + 1);
    return Optional.of(new GitReference(text, url, ref.isEmpty() ? "HEAD" : ref, path));
  }

  private static boolean matches(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches();
  }

  boolean isCommit() {
    return COMMIT.matcher(ref).matches();
  }

  static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }
}
