package org.jcompose.canonical;

import java.util.List;
import java.util.Map;
import org.jcompose.model.Build;
import org.jspecify.annotations.Nullable;

/** A build as a tree in the order of Docker Compose's own structure. */
final class BuildTree {

  private BuildTree() {}

  static @Nullable Map<String, @Nullable Object> of(@Nullable Build build, Dialect dialect) {
    if (build == null) {
      return null;
    }
    Tree tree =
        new Tree()
            .put("context", build.context())
            .put("dockerfile", build.dockerfile())
            .put("dockerfile_inline", build.dockerfileInline())
            .put("entitlements", build.entitlements())
            .put("args", build.args())
            .put("provenance", build.provenance())
            .put("sbom", build.sbom())
            .put("ssh", ssh(build.ssh()))
            .put("labels", build.labels())
            .put("cache_from", build.cacheFrom())
            .put("cache_to", build.cacheTo())
            .put("no_cache", build.noCache())
            .put("no_cache_filter", build.noCacheFilter())
            .put("additional_contexts", build.additionalContexts())
            .put("pull", build.pull());
    return tree.put("extra_hosts", NetworkUseTree.hosts(build.extraHosts()))
        .put("isolation", build.isolation())
        .put("network", build.network())
        .put("target", build.target())
        .put("secrets", FileTree.references(build.secrets()))
        .put("shm_size", LimitTree.size(build.shmSize()))
        .put("tags", build.tags())
        .put("ulimits", LimitTree.ulimits(build.ulimits(), dialect))
        .put("platforms", build.platforms())
        .put("privileged", build.privileged())
        .build();
  }

  /** In the form that can be read again; Docker Compose prints {@code id: path}. */
  private static List<String> ssh(Map<String, @Nullable String> keys) {
    return keys.entrySet().stream()
        .map(
            key -> {
              String path = key.getValue();
              return path == null || path.isEmpty() ? key.getKey() : key.getKey() + "=" + path;
            })
        .toList();
  }
}
