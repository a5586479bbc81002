package org.jcompose.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Compose service, in its canonical form (Compose Specification, "Services"). What the file
 * leaves out is null or empty here: engines apply the specification's defaults.
 *
 * @param command null: the image's own; empty: none
 * @param entrypoint null: the image's own; empty: none
 * @param environment by name, from {@code env_file} and {@code environment}; a null value: named,
 *     but set nowhere
 * @param envFiles those whose variables are not in {@code environment} yet; a project that is
 *     loaded to be run has none
 * @param networks by the network's key; empty with a {@code network_mode} only
 * @param dependsOn by the name of the service depended on, links and shared namespaces included
 * @param scale the number of replicas; null: 1
 * @param expose documentation only
 * @param init whether a small init process runs first; null: the engine's choice
 * @param tmpfs paths in memory, each with its options: {@code /run:size=64m}
 * @param extensions the {@code x-*} attributes, as plain maps, lists and scalars
 */
public record Service(
    String name,
    @Nullable String image,
    @Nullable List<String> command,
    @Nullable List<String> entrypoint,
    Map<String, @Nullable String> environment,
    List<EnvFile> envFiles,
    List<Port> ports,
    List<Mount> volumes,
    Map<String, NetworkUse> networks,
    Map<String, Dependency> dependsOn,
    @Nullable Healthcheck healthcheck,
    @Nullable String restart,
    Map<String, String> labels,
    @Nullable String workingDir,
    @Nullable String user,
    @Nullable String stopSignal,
    @Nullable Duration stopGracePeriod,
    @Nullable String containerName,
    @Nullable Integer scale,
    List<String> expose,
    @Nullable Boolean init,
    List<String> tmpfs,
    boolean tty,
    boolean stdinOpen,
    Naming naming,
    Security security,
    List<String> profiles,
    Map<String, Object> extensions) {

  /**
   * How long the Compose Specification lets a container stop gracefully, where the file does not
   * say.
   */
  public static final Duration DEFAULT_STOP_GRACE_PERIOD = Duration.ofSeconds(10);

  public Service {
    command = command == null ? null : List.copyOf(command);
    entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
    environment = Ordered.copy(environment);
    envFiles = List.copyOf(envFiles);
    ports = List.copyOf(ports);
    volumes = List.copyOf(volumes);
    networks = Ordered.copy(networks);
    dependsOn = Ordered.copy(dependsOn);
    labels = Ordered.copy(labels);
    expose = List.copyOf(expose);
    tmpfs = List.copyOf(tmpfs);
    profiles = List.copyOf(profiles);
    extensions = Ordered.copy(extensions);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** A builder that starts from this service. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The number of containers wanted. */
  public int replicas() {
    return scale == null ? 1 : scale;
  }

  /**
   * The attributes that say something, by their names in a Compose file, in alphabetical order.
   * What an engine does not know of these, it must name in its review, lest it be left out
   * silently.
   */
  public Set<String> given() {
    return Given.in(this);
  }

  /** Builds a service; what is not set is absent. */
  public static final class Builder {
    private final String name;
    private @Nullable String image;
    private @Nullable List<String> command;
    private @Nullable List<String> entrypoint;
    private Map<String, @Nullable String> environment = Map.of();
    private List<EnvFile> envFiles = List.of();
    private List<Port> ports = List.of();
    private List<Mount> volumes = List.of();
    private Map<String, NetworkUse> networks = Map.of();
    private Map<String, Dependency> dependsOn = Map.of();
    private @Nullable Healthcheck healthcheck;
    private @Nullable String restart;
    private Map<String, String> labels = Map.of();
    private @Nullable String workingDir;
    private @Nullable String user;
    private @Nullable String stopSignal;
    private @Nullable Duration stopGracePeriod;
    private @Nullable String containerName;
    private @Nullable Integer scale;
    private List<String> expose = List.of();
    private @Nullable Boolean init;
    private List<String> tmpfs = List.of();
    private boolean tty;
    private boolean stdinOpen;
    private Naming naming = Naming.none();
    private Security security = Security.usual();
    private List<String> profiles = List.of();
    private Map<String, Object> extensions = Map.of();

    private Builder(String name) {
      this.name = name;
    }

    private Builder(Service from) {
      this(from.name);
      image = from.image;
      command = from.command;
      entrypoint = from.entrypoint;
      environment = from.environment;
      envFiles = from.envFiles;
      ports = from.ports;
      volumes = from.volumes;
      networks = from.networks;
      dependsOn = from.dependsOn;
      healthcheck = from.healthcheck;
      restart = from.restart;
      labels = from.labels;
      workingDir = from.workingDir;
      user = from.user;
      stopSignal = from.stopSignal;
      stopGracePeriod = from.stopGracePeriod;
      containerName = from.containerName;
      scale = from.scale;
      expose = from.expose;
      init = from.init;
      tmpfs = from.tmpfs;
      tty = from.tty;
      stdinOpen = from.stdinOpen;
      naming = from.naming;
      security = from.security;
      profiles = from.profiles;
      extensions = from.extensions;
    }

    public Builder image(@Nullable String image) {
      this.image = image;
      return this;
    }

    public Builder command(@Nullable List<String> command) {
      this.command = command;
      return this;
    }

    public Builder entrypoint(@Nullable List<String> entrypoint) {
      this.entrypoint = entrypoint;
      return this;
    }

    public Builder environment(Map<String, @Nullable String> environment) {
      this.environment = environment;
      return this;
    }

    public Builder envFiles(List<EnvFile> envFiles) {
      this.envFiles = envFiles;
      return this;
    }

    public Builder ports(List<Port> ports) {
      this.ports = ports;
      return this;
    }

    public Builder volumes(List<Mount> volumes) {
      this.volumes = volumes;
      return this;
    }

    public Builder networks(Map<String, NetworkUse> networks) {
      this.networks = networks;
      return this;
    }

    public Builder dependsOn(Map<String, Dependency> dependsOn) {
      this.dependsOn = dependsOn;
      return this;
    }

    public Builder healthcheck(@Nullable Healthcheck healthcheck) {
      this.healthcheck = healthcheck;
      return this;
    }

    public Builder restart(@Nullable String restart) {
      this.restart = restart;
      return this;
    }

    public Builder labels(Map<String, String> labels) {
      this.labels = labels;
      return this;
    }

    public Builder workingDir(@Nullable String workingDir) {
      this.workingDir = workingDir;
      return this;
    }

    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    public Builder stopSignal(@Nullable String stopSignal) {
      this.stopSignal = stopSignal;
      return this;
    }

    public Builder stopGracePeriod(@Nullable Duration stopGracePeriod) {
      this.stopGracePeriod = stopGracePeriod;
      return this;
    }

    public Builder containerName(@Nullable String containerName) {
      this.containerName = containerName;
      return this;
    }

    public Builder scale(@Nullable Integer scale) {
      this.scale = scale;
      return this;
    }

    public Builder expose(List<String> expose) {
      this.expose = expose;
      return this;
    }

    public Builder init(@Nullable Boolean init) {
      this.init = init;
      return this;
    }

    public Builder tmpfs(List<String> tmpfs) {
      this.tmpfs = tmpfs;
      return this;
    }

    public Builder tty(boolean tty) {
      this.tty = tty;
      return this;
    }

    public Builder stdinOpen(boolean stdinOpen) {
      this.stdinOpen = stdinOpen;
      return this;
    }

    public Builder naming(Naming naming) {
      this.naming = naming;
      return this;
    }

    public Builder security(Security security) {
      this.security = security;
      return this;
    }

    public Builder profiles(List<String> profiles) {
      this.profiles = profiles;
      return this;
    }

    public Builder extensions(Map<String, Object> extensions) {
      this.extensions = extensions;
      return this;
    }

    public Service build() {
      return new Service(
          name,
          image,
          command,
          entrypoint,
          environment,
          envFiles,
          ports,
          volumes,
          networks,
          dependsOn,
          healthcheck,
          restart,
          labels,
          workingDir,
          user,
          stopSignal,
          stopGracePeriod,
          containerName,
          scale,
          expose,
          init,
          tmpfs,
          tty,
          stdinOpen,
          naming,
          security,
          profiles,
          extensions);
    }
  }
}
