package org.jcompose.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service's image is built (Compose Build Specification).
 *
 * @param context an absolute folder of the host, or an address of a remote context
 * @param dockerfile the absolute path of the Dockerfile, or a path within a remote context; null:
 *     there is {@code dockerfileInline}
 * @param dockerfileInline the Dockerfile itself
 * @param entitlements privileges that the builder must grant: {@code network.host}
 * @param args build arguments; a null value: named, but set nowhere
 * @param provenance {@code true}, {@code false}, or the attestation's parameters
 * @param sbom {@code true}, {@code false}, or the attestation's parameters
 * @param ssh keys or agents by id, in their order; a null or empty value: the environment's agent
 * @param noCacheFilter stages that are built without cache
 * @param additionalContexts by name: folders, addresses, {@code service:NAME}
 * @param pull whether base images are pulled even if present
 * @param extraHosts addresses by host name, for the time of the build
 * @param network {@code host}, {@code none} or what the builder knows; null: its default
 * @param target the stage to build; null: the last one
 * @param secrets for the time of the build
 * @param shmSize in bytes
 * @param tags further names of the image
 */
public record Build(
    @Nullable String context,
    @Nullable String dockerfile,
    @Nullable String dockerfileInline,
    List<String> entitlements,
    Map<String, @Nullable String> args,
    @Nullable String provenance,
    @Nullable String sbom,
    Map<String, @Nullable String> ssh,
    Map<String, String> labels,
    List<String> cacheFrom,
    List<String> cacheTo,
    boolean noCache,
    List<String> noCacheFilter,
    Map<String, String> additionalContexts,
    boolean pull,
    Map<String, List<String>> extraHosts,
    @Nullable String isolation,
    @Nullable String network,
    @Nullable String target,
    List<FileReference> secrets,
    @Nullable Long shmSize,
    List<String> tags,
    Map<String, Ulimit> ulimits,
    List<String> platforms,
    boolean privileged) {

  public Build {
    entitlements = List.copyOf(entitlements);
    args = Ordered.copy(args);
    ssh = Collections.unmodifiableMap(new LinkedHashMap<>(ssh));
    labels = Ordered.copy(labels);
    cacheFrom = List.copyOf(cacheFrom);
    cacheTo = List.copyOf(cacheTo);
    noCacheFilter = List.copyOf(noCacheFilter);
    additionalContexts = Ordered.copy(additionalContexts);
    extraHosts = Ordered.copy(extraHosts);
    secrets = List.copyOf(secrets);
    tags = List.copyOf(tags);
    ulimits = Ordered.copy(ulimits);
    platforms = List.copyOf(platforms);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this build. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds a build; what is not set is absent. */
  public static final class Builder {
    private @Nullable String context;
    private @Nullable String dockerfile;
    private @Nullable String dockerfileInline;
    private List<String> entitlements = List.of();
    private Map<String, @Nullable String> args = Map.of();
    private @Nullable String provenance;
    private @Nullable String sbom;
    private Map<String, @Nullable String> ssh = Map.of();
    private Map<String, String> labels = Map.of();
    private List<String> cacheFrom = List.of();
    private List<String> cacheTo = List.of();
    private boolean noCache;
    private List<String> noCacheFilter = List.of();
    private Map<String, String> additionalContexts = Map.of();
    private boolean pull;
    private Map<String, List<String>> extraHosts = Map.of();
    private @Nullable String isolation;
    private @Nullable String network;
    private @Nullable String target;
    private List<FileReference> secrets = List.of();
    private @Nullable Long shmSize;
    private List<String> tags = List.of();
    private Map<String, Ulimit> ulimits = Map.of();
    private List<String> platforms = List.of();
    private boolean privileged;

    private Builder() {}

    private Builder(Build from) {
      context = from.context;
      dockerfile = from.dockerfile;
      dockerfileInline = from.dockerfileInline;
      entitlements = from.entitlements;
      args = from.args;
      provenance = from.provenance;
      sbom = from.sbom;
      ssh = from.ssh;
      labels = from.labels;
      cacheFrom = from.cacheFrom;
      cacheTo = from.cacheTo;
      noCache = from.noCache;
      noCacheFilter = from.noCacheFilter;
      additionalContexts = from.additionalContexts;
      pull = from.pull;
      extraHosts = from.extraHosts;
      isolation = from.isolation;
      network = from.network;
      target = from.target;
      secrets = from.secrets;
      shmSize = from.shmSize;
      tags = from.tags;
      ulimits = from.ulimits;
      platforms = from.platforms;
      privileged = from.privileged;
    }

    public Builder context(@Nullable String context) {
      this.context = context;
      return this;
    }

    public Builder dockerfile(@Nullable String dockerfile) {
      this.dockerfile = dockerfile;
      return this;
    }

    public Builder dockerfileInline(@Nullable String dockerfileInline) {
      this.dockerfileInline = dockerfileInline;
      return this;
    }

    public Builder entitlements(List<String> entitlements) {
      this.entitlements = entitlements;
      return this;
    }

    public Builder args(Map<String, @Nullable String> args) {
      this.args = args;
      return this;
    }

    public Builder provenance(@Nullable String provenance) {
      this.provenance = provenance;
      return this;
    }

    public Builder sbom(@Nullable String sbom) {
      this.sbom = sbom;
      return this;
    }

    public Builder ssh(Map<String, @Nullable String> ssh) {
      this.ssh = ssh;
      return this;
    }

    public Builder labels(Map<String, String> labels) {
      this.labels = labels;
      return this;
    }

    public Builder cacheFrom(List<String> cacheFrom) {
      this.cacheFrom = cacheFrom;
      return this;
    }

    public Builder cacheTo(List<String> cacheTo) {
      this.cacheTo = cacheTo;
      return this;
    }

    public Builder noCache(boolean noCache) {
      this.noCache = noCache;
      return this;
    }

    public Builder noCacheFilter(List<String> noCacheFilter) {
      this.noCacheFilter = noCacheFilter;
      return this;
    }

    public Builder additionalContexts(Map<String, String> additionalContexts) {
      this.additionalContexts = additionalContexts;
      return this;
    }

    public Builder pull(boolean pull) {
      this.pull = pull;
      return this;
    }

    public Builder extraHosts(Map<String, List<String>> extraHosts) {
      this.extraHosts = extraHosts;
      return this;
    }

    public Builder isolation(@Nullable String isolation) {
      this.isolation = isolation;
      return this;
    }

    public Builder network(@Nullable String network) {
      this.network = network;
      return this;
    }

    public Builder target(@Nullable String target) {
      this.target = target;
      return this;
    }

    public Builder secrets(List<FileReference> secrets) {
      this.secrets = secrets;
      return this;
    }

    public Builder shmSize(@Nullable Long shmSize) {
      this.shmSize = shmSize;
      return this;
    }

    public Builder tags(List<String> tags) {
      this.tags = tags;
      return this;
    }

    public Builder ulimits(Map<String, Ulimit> ulimits) {
      this.ulimits = ulimits;
      return this;
    }

    public Builder platforms(List<String> platforms) {
      this.platforms = platforms;
      return this;
    }

    public Builder privileged(boolean privileged) {
      this.privileged = privileged;
      return this;
    }

    public Build build() {
      return new Build(
          context,
          dockerfile,
          dockerfileInline,
          entitlements,
          args,
          provenance,
          sbom,
          ssh,
          labels,
          cacheFrom,
          cacheTo,
          noCache,
          noCacheFilter,
          additionalContexts,
          pull,
          extraHosts,
          isolation,
          network,
          target,
          secrets,
          shmSize,
          tags,
          ulimits,
          platforms,
          privileged);
    }
  }
}
