package org.jcompose.load.remote;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Fetches Compose files from git repositories and registries into the user's cache. Not safe for
 * use by several threads.
 */
public final class RemoteFiles {

  private final Map<String, String> environment;
  private final Map<String, Path> known = new HashMap<>();

  /**
   * @param environment names the cache's folder and the user's Docker configuration, and is that of
   *     the programs that fetch
   */
  public RemoteFiles(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Whether a name is that of a file or folder elsewhere. */
  public static boolean isRemote(String name) {
    return name.startsWith(OciReference.PREFIX) || GitReference.parse(name).isPresent();
  }

  /**
   * The local copy of the file or folder that is named; fetched once for this object, and not at
   * all if the cache has the same content.
   *
   * @throws RemoteException if it cannot be had
   * @throws IllegalArgumentException if the name is none of a file elsewhere
   */
  public Path fetch(String name) {
    Path path = known.get(name);
    if (path == null) {
      path = fetch(Reference.parse(name).orElseThrow(IllegalArgumentException::new));
      known.put(name, path);
    }
    return path;
  }

  private Path fetch(Reference reference) {
    Cache cache = Cache.of(environment);
    if (reference instanceof GitReference git) {
      return new GitRepository(environment, cache).fetch(git);
    }
    OciReference artefact = (OciReference) reference;
    RegistryCredentials credentials = new RegistryCredentials(environment);
    return new ComposeArtefact(new Registry(artefact, credentials), cache).fetch(artefact);
  }
}
