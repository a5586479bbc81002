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
 * @param image null: that of its build
 * @param build null: the image is not built
 * @param command null: the image's own; empty: none
 * @param entrypoint null: the image's own; empty: none
 * @param environment by name, from {@code env_file} and {@code environment}; a null value: named,
 *     but set nowhere
 * @param envFiles those whose variables are not in {@code environment} yet; a project that is
 *     loaded to be run has none
 * @param volumesFrom services, or {@code container:NAME}, whose mounts are taken over, each with
 *     {@code :ro} or {@code :rw} where the file says so
 * @param networks by the network's key; empty with a {@code network_mode} only
 * @param networkMode {@code none}, {@code host}, {@code service:NAME}, {@code container:NAME} or
 *     what the engine knows; null: by {@code networks}
 * @param macAddress on the first network
 * @param links services, each with {@code :ALIAS} where the file says so
 * @param externalLinks containers outside the project, each with {@code :ALIAS} where the file says
 *     so
 * @param dependsOn by the name of the service depended on, links and shared namespaces included
 * @param labels from {@code label_file} and {@code labels}
 * @param labelFiles those whose labels are not in {@code labels} yet
 * @param annotations of the OCI runtime
 * @param scale the number of replicas; null: as {@code deploy} says, else 1
 * @param expose documentation only
 * @param unfilledExtension an {@code extends} of a service without attributes, or null
 * @param init whether a small init process runs first; null: the engine's choice
 * @param attach whether an attached command shows its logs; null: yes
 * @param tmpfs paths in memory, each with its options: {@code /run:size=64m}
 * @param platform of the image: {@code linux/arm64}; null: the engine's
 * @param runtime the OCI runtime; null: the engine's default
 * @param isolation the isolation technology; Windows only
 * @param pullPolicy {@code always}, {@code never}, {@code missing}, {@code if_not_present}, {@code
 *     build}, {@code daily}, {@code weekly}, {@code every_<duration>}; null: missing
 * @param pullRefreshAfter after how long {@code refresh} pulls again
 * @param provider the program that provides the service instead of containers, or null
 * @param useApiSocket whether containers may use the engine's API
 * @param extensions the {@code x-*} attributes, as plain maps, lists and scalars
 */
public record Service(
    String name,
    @Nullable String image,
    @Nullable Build build,
    @Nullable List<String> command,
    @Nullable List<String> entrypoint,
    Map<String, @Nullable String> environment,
    List<EnvFile> envFiles,
    List<Port> ports,
    List<Mount> volumes,
    List<String> volumesFrom,
    Map<String, NetworkUse> networks,
    @Nullable String networkMode,
    @Nullable String macAddress,
    List<String> links,
    List<String> externalLinks,
    List<FileReference> configs,
    List<FileReference> secrets,
    Map<String, ModelUse> models,
    Map<String, Dependency> dependsOn,
    @Nullable Healthcheck healthcheck,
    Hooks hooks,
    @Nullable String restart,
    Map<String, String> labels,
    List<String> labelFiles,
    Map<String, String> annotations,
    @Nullable String workingDir,
    @Nullable String user,
    @Nullable String stopSignal,
    @Nullable Duration stopGracePeriod,
    @Nullable String containerName,
    @Nullable Integer scale,
    @Nullable Deploy deploy,
    @Nullable Develop develop,
    List<String> expose,
    @Nullable UnfilledExtension unfilledExtension,
    @Nullable Boolean init,
    @Nullable Boolean attach,
    List<String> tmpfs,
    boolean tty,
    boolean stdinOpen,
    Naming naming,
    Security security,
    @Nullable CredentialSpec credentialSpec,
    Namespaces namespaces,
    Resources resources,
    Devices devices,
    Map<String, String> sysctls,
    @Nullable Logging logging,
    @Nullable String platform,
    @Nullable String runtime,
    @Nullable String isolation,
    @Nullable String pullPolicy,
    @Nullable String pullRefreshAfter,
    @Nullable Provider provider,
    boolean useApiSocket,
    List<String> profiles,
    Map<String, @Nullable Object> extensions) {

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
    volumesFrom = List.copyOf(volumesFrom);
    networks = Ordered.copy(networks);
    links = List.copyOf(links);
    externalLinks = List.copyOf(externalLinks);
    configs = List.copyOf(configs);
    secrets = List.copyOf(secrets);
    models = Ordered.copy(models);
    dependsOn = Ordered.copy(dependsOn);
    labels = Ordered.copy(labels);
    labelFiles = List.copyOf(labelFiles);
    annotations = Ordered.copy(annotations);
    expose = List.copyOf(expose);
    tmpfs = List.copyOf(tmpfs);
    sysctls = Ordered.copy(sysctls);
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
    if (scale != null) {
      return scale;
    }
    Integer replicas = deploy == null ? null : deploy.replicas();
    return replicas == null ? 1 : replicas;
  }

  /**
   * The attributes that say something, by their names in a Compose file, in alphabetical order.
   * What an engine does not know of these, it must name in its review, lest it be left out
   * silently.
   */
  public Set<String> given() {
    return Given.in(this);
  }

  /**
   * The paths of the attributes in which this service and another differ, such as {@code image} and
   * {@code environment.URL}.
   */
  public Set<String> differences(Service other) {
    return Given.differing(this, other);
  }

  /** Builds a service; what is not set is absent. */
  public static final class Builder {
    private final String name;
    private @Nullable String image;
    private @Nullable Build build;
    private @Nullable List<String> command;
    private @Nullable List<String> entrypoint;
    private Map<String, @Nullable String> environment = Map.of();
    private List<EnvFile> envFiles = List.of();
    private List<Port> ports = List.of();
    private List<Mount> volumes = List.of();
    private List<String> volumesFrom = List.of();
    private Map<String, NetworkUse> networks = Map.of();
    private @Nullable String networkMode;
    private @Nullable String macAddress;
    private List<String> links = List.of();
    private List<String> externalLinks = List.of();
    private List<FileReference> configs = List.of();
    private List<FileReference> secrets = List.of();
    private Map<String, ModelUse> models = Map.of();
    private Map<String, Dependency> dependsOn = Map.of();
    private @Nullable Healthcheck healthcheck;
    private Hooks hooks = Hooks.none();
    private @Nullable String restart;
    private Map<String, String> labels = Map.of();
    private List<String> labelFiles = List.of();
    private Map<String, String> annotations = Map.of();
    private @Nullable String workingDir;
    private @Nullable String user;
    private @Nullable String stopSignal;
    private @Nullable Duration stopGracePeriod;
    private @Nullable String containerName;
    private @Nullable Integer scale;
    private @Nullable Deploy deploy;
    private @Nullable Develop develop;
    private List<String> expose = List.of();
    private @Nullable UnfilledExtension unfilledExtension;
    private @Nullable Boolean init;
    private @Nullable Boolean attach;
    private List<String> tmpfs = List.of();
    private boolean tty;
    private boolean stdinOpen;
    private Naming naming = Naming.none();
    private Security security = Security.usual();
    private @Nullable CredentialSpec credentialSpec;
    private Namespaces namespaces = Namespaces.own();
    private Resources resources = Resources.unlimited();
    private Devices devices = Devices.none();
    private Map<String, String> sysctls = Map.of();
    private @Nullable Logging logging;
    private @Nullable String platform;
    private @Nullable String runtime;
    private @Nullable String isolation;
    private @Nullable String pullPolicy;
    private @Nullable String pullRefreshAfter;
    private @Nullable Provider provider;
    private boolean useApiSocket;
    private List<String> profiles = List.of();
    private Map<String, @Nullable Object> extensions = Map.of();

    private Builder(String name) {
      this.name = name;
    }

    private Builder(Service from) {
      this(from.name);
      image = from.image;
      build = from.build;
      command = from.command;
      entrypoint = from.entrypoint;
      environment = from.environment;
      envFiles = from.envFiles;
      ports = from.ports;
      volumes = from.volumes;
      volumesFrom = from.volumesFrom;
      networks = from.networks;
      networkMode = from.networkMode;
      macAddress = from.macAddress;
      links = from.links;
      externalLinks = from.externalLinks;
      configs = from.configs;
      secrets = from.secrets;
      models = from.models;
      dependsOn = from.dependsOn;
      healthcheck = from.healthcheck;
      hooks = from.hooks;
      restart = from.restart;
      labels = from.labels;
      labelFiles = from.labelFiles;
      annotations = from.annotations;
      workingDir = from.workingDir;
      user = from.user;
      stopSignal = from.stopSignal;
      stopGracePeriod = from.stopGracePeriod;
      containerName = from.containerName;
      scale = from.scale;
      deploy = from.deploy;
      develop = from.develop;
      expose = from.expose;
      unfilledExtension = from.unfilledExtension;
      init = from.init;
      attach = from.attach;
      tmpfs = from.tmpfs;
      tty = from.tty;
      stdinOpen = from.stdinOpen;
      naming = from.naming;
      security = from.security;
      credentialSpec = from.credentialSpec;
      namespaces = from.namespaces;
      resources = from.resources;
      devices = from.devices;
      sysctls = from.sysctls;
      logging = from.logging;
      platform = from.platform;
      runtime = from.runtime;
      isolation = from.isolation;
      pullPolicy = from.pullPolicy;
      pullRefreshAfter = from.pullRefreshAfter;
      provider = from.provider;
      useApiSocket = from.useApiSocket;
      profiles = from.profiles;
      extensions = from.extensions;
    }

    public Builder image(@Nullable String image) {
      this.image = image;
      return this;
    }

    public Builder build(@Nullable Build build) {
      this.build = build;
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

    public Builder volumesFrom(List<String> volumesFrom) {
      this.volumesFrom = volumesFrom;
      return this;
    }

    public Builder networks(Map<String, NetworkUse> networks) {
      this.networks = networks;
      return this;
    }

    public Builder networkMode(@Nullable String networkMode) {
      this.networkMode = networkMode;
      return this;
    }

    public Builder macAddress(@Nullable String macAddress) {
      this.macAddress = macAddress;
      return this;
    }

    public Builder links(List<String> links) {
      this.links = links;
      return this;
    }

    public Builder externalLinks(List<String> externalLinks) {
      this.externalLinks = externalLinks;
      return this;
    }

    public Builder configs(List<FileReference> configs) {
      this.configs = configs;
      return this;
    }

    public Builder secrets(List<FileReference> secrets) {
      this.secrets = secrets;
      return this;
    }

    public Builder models(Map<String, ModelUse> models) {
      this.models = models;
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

    public Builder hooks(Hooks hooks) {
      this.hooks = hooks;
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

    public Builder labelFiles(List<String> labelFiles) {
      this.labelFiles = labelFiles;
      return this;
    }

    public Builder annotations(Map<String, String> annotations) {
      this.annotations = annotations;
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

    public Builder deploy(@Nullable Deploy deploy) {
      this.deploy = deploy;
      return this;
    }

    public Builder develop(@Nullable Develop develop) {
      this.develop = develop;
      return this;
    }

    public Builder expose(List<String> expose) {
      this.expose = expose;
      return this;
    }

    public Builder unfilledExtension(@Nullable UnfilledExtension unfilledExtension) {
      this.unfilledExtension = unfilledExtension;
      return this;
    }

    public Builder init(@Nullable Boolean init) {
      this.init = init;
      return this;
    }

    public Builder attach(@Nullable Boolean attach) {
      this.attach = attach;
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

    public Builder credentialSpec(@Nullable CredentialSpec credentialSpec) {
      this.credentialSpec = credentialSpec;
      return this;
    }

    public Builder namespaces(Namespaces namespaces) {
      this.namespaces = namespaces;
      return this;
    }

    public Builder resources(Resources resources) {
      this.resources = resources;
      return this;
    }

    public Builder devices(Devices devices) {
      this.devices = devices;
      return this;
    }

    public Builder sysctls(Map<String, String> sysctls) {
      this.sysctls = sysctls;
      return this;
    }

    public Builder logging(@Nullable Logging logging) {
      this.logging = logging;
      return this;
    }

    public Builder platform(@Nullable String platform) {
      this.platform = platform;
      return this;
    }

    public Builder runtime(@Nullable String runtime) {
      this.runtime = runtime;
      return this;
    }

    public Builder isolation(@Nullable String isolation) {
      this.isolation = isolation;
      return this;
    }

    public Builder pullPolicy(@Nullable String pullPolicy) {
      this.pullPolicy = pullPolicy;
      return this;
    }

    public Builder pullRefreshAfter(@Nullable String pullRefreshAfter) {
      this.pullRefreshAfter = pullRefreshAfter;
      return this;
    }

    public Builder provider(@Nullable Provider provider) {
      this.provider = provider;
      return this;
    }

    public Builder useApiSocket(boolean useApiSocket) {
      this.useApiSocket = useApiSocket;
      return this;
    }

    public Builder profiles(List<String> profiles) {
      this.profiles = profiles;
      return this;
    }

    public Builder extensions(Map<String, @Nullable Object> extensions) {
      this.extensions = extensions;
      return this;
    }

    public Service build() {
      return new Service(
          name,
          image,
          build,
          command,
          entrypoint,
          environment,
          envFiles,
          ports,
          volumes,
          volumesFrom,
          networks,
          networkMode,
          macAddress,
          links,
          externalLinks,
          configs,
          secrets,
          models,
          dependsOn,
          healthcheck,
          hooks,
          restart,
          labels,
          labelFiles,
          annotations,
          workingDir,
          user,
          stopSignal,
          stopGracePeriod,
          containerName,
          scale,
          deploy,
          develop,
          expose,
          unfilledExtension,
          init,
          attach,
          tmpfs,
          tty,
          stdinOpen,
          naming,
          security,
          credentialSpec,
          namespaces,
          resources,
          devices,
          sysctls,
          logging,
          platform,
          runtime,
          isolation,
          pullPolicy,
          pullRefreshAfter,
          provider,
          useApiSocket,
          profiles,
          extensions);
    }
  }
}
