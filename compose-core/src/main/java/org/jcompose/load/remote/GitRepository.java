package org.jcompose.load.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.load.remote.Command.Outcome;
import org.jspecify.annotations.Nullable;

/** Fetches one commit of a repository with the user's own git. */
final class GitRepository {

  private static final int NO_SUCH_REF = 2;

  private final Command command;
  private final Cache cache;

  GitRepository(Map<String, String> environment, Cache cache) {
    this.command = new Command(withoutQuestions(environment));
    this.cache = cache;
  }

  /** Nobody is there to answer: a password that git would ask for is one that it has not got. */
  private static Map<String, String> withoutQuestions(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("GIT_TERMINAL_PROMPT", "0");
    if (!all.containsKey("GIT_SSH")) {
      all.putIfAbsent("GIT_SSH_COMMAND", "ssh -o ControlMaster=no -o BatchMode=yes");
    }
    all.put("LC_ALL", "C");
    return all;
  }

  /** The local copy of the file or folder that is named. */
  Path fetch(GitReference reference) {
    if (reference.ref().startsWith("-")) {
      throw new RemoteException("'" + reference.ref() + "' is no branch, tag or commit");
    }
    String commit = reference.isCommit() ? reference.ref() : resolve(reference);
    Path root = cache.get(commit, folder -> checkOut(reference, commit, folder));
    return within(root, reference);
  }

  private String resolve(GitReference reference) {
    String ref = reference.ref();
    Outcome outcome =
        git(reference, "ls-remote", "--exit-code", "--", reference.url(), ref, ref + "^{}");
    if (outcome.code() == NO_SUCH_REF) {
      throw new RemoteException("'" + reference.url() + "' has no branch or tag '" + ref + "'");
    }
    check(reference, outcome);
    Map<String, String> commits = new HashMap<>();
    for (String line : outcome.output().lines().toList()) {
      int tab = line.indexOf('\t');
      if (tab > 0 && GitReference.isCommit(line.substring(0, tab))) {
        commits.put(line.substring(tab + 1), line.substring(0, tab));
      }
    }
    String commit = first(commits, ref);
    if (commit == null) {
      throw new RemoteException("'" + reference.url() + "' has no branch or tag '" + ref + "'");
    }
    return commit;
  }

  /** git lists every ref that ends in the name; this is the order in which it would choose. */
  private static @Nullable String first(Map<String, String> commits, String ref) {
    for (String name : List.of(ref, "refs/" + ref, "refs/tags/" + ref, "refs/heads/" + ref)) {
      String commit = commits.getOrDefault(name + "^{}", commits.get(name));
      if (commit != null) {
        return commit;
      }
    }
    return null;
  }

  private void checkOut(GitReference reference, String commit, Path folder) {
    String at = folder.toString();
    check(reference, git(reference, "init", "--quiet", at));
    check(
        reference,
        git(reference, "-C", at, "fetch", "--quiet", "--depth=1", "--", reference.url(), commit));
    check(reference, git(reference, "-C", at, "checkout", "--quiet", "--detach", commit));
  }

  private Outcome git(GitReference reference, String... arguments) {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    try {
      return command.run(words, "");
    } catch (IOException e) {
      throw new RemoteException(
          "'" + reference.text() + "' needs 'git', which cannot be run", "install git");
    }
  }

  private static void check(GitReference reference, Outcome outcome) {
    if (outcome.code() != 0) {
      String said = outcome.output().strip().replaceAll("\\s*\\R\\s*", "; ");
      throw new RemoteException("cannot fetch '" + reference.url() + "': " + said);
    }
  }

  /** Neither the path nor a link in the repository may lead out of it. */
  private static Path within(Path root, GitReference reference) {
    Path path = root.resolve(reference.path()).normalize();
    String what = "'" + reference.path() + "' in '" + reference.url() + "'";
    if (!path.startsWith(root)) {
      throw new RemoteException(what + " leads out of the repository");
    }
    try {
      if (!Files.exists(path)) {
        throw new RemoteException(what + " does not exist");
      }
      if (!path.toRealPath().startsWith(root.toRealPath())) {
        throw new RemoteException(what + " is a link out of the repository");
      }
    } catch (IOException e) {
      throw new RemoteException("cannot read " + what + ": " + e.getMessage());
    }
    return path;
  }
}
