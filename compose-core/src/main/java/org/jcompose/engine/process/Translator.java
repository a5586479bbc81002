package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Finding;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * Turns a container to create into what a supervisor runs.
 *
 * @param caller the environment of whoever asks
 */
record Translator(StateRoot root, Volumes volumes, Map<String, String> caller) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  Launch translate(ContainerSpec spec) {
    Service service = spec.service();
    String id = newId();
    XProcess process = process(service);
    return new Launch(
        id,
        spec.name(),
        spec.project(),
        service.name(),
        spec.number(),
        spec.labels(),
        program(spec, process, id),
        service.ports().stream()
            .map(
                port ->
                    new Launch.Publication(
                        port.target(), port.published(), port.hostIp(), port.protocol()))
            .toList(),
        List.copyOf(service.dependsOn().keySet()),
        namedVolumes(spec),
        health(service),
        Objects.requireNonNullElse(service.restart(), "no"),
        service.stopSignal() == null ? Signals.TERM : Signals.parse(service.stopSignal()),
        Objects.requireNonNullElse(service.stopGracePeriod(), Service.DEFAULT_STOP_GRACE_PERIOD));
  }

  /** What a spec would come to, of which nothing is made. */
  Launch preview(ContainerSpec spec) {
    List<Mount> named =
        spec.mounts().stream()
            .filter(mount -> mount.type() == Mount.Type.VOLUME && mount.source() != null)
            .toList();
    return translate(
        new ContainerSpec(
            spec.project(),
            spec.service(),
            spec.number(),
            spec.name(),
            spec.labels(),
            spec.networks(),
            named));
  }

  /** Program and arguments; empty if the service names none. */
  static List<String> command(Service service, XProcess process) {
    return process.command() != null ? process.command() : ownCommand(service);
  }

  private static List<String> ownCommand(Service service) {
    List<String> command = new ArrayList<>();
    command.addAll(Objects.requireNonNullElse(service.entrypoint(), List.of()));
    command.addAll(Objects.requireNonNullElse(service.command(), List.of()));
    return command;
  }

  private static XProcess process(Service service) {
    List<Finding> findings = new ArrayList<>();
    return XProcess.of(service, findings)
        .filter(process -> !command(service, process).isEmpty())
        .orElseThrow(
            () -> {
              Finding first = findings.isEmpty() ? Review.noProcess(service) : findings.get(0);
              return new EngineException(first.message(), first.fix(), null);
            });
  }

  private Launch.Program program(ContainerSpec spec, XProcess process, String id) {
    Map<String, String> environment = Environment.ofHost(caller);
    spec.service()
        .environment()
        .forEach(
            (name, value) -> {
              if (value == null) {
                environment.remove(name);
              } else {
                environment.put(name, value);
              }
            });
    environment.putAll(mounts(spec, id));
    Map<String, String> overrides = new LinkedHashMap<>();
    process
        .environment()
        .forEach(
            (name, value) -> {
              String set = value == null ? caller.get(name) : value;
              if (set != null) {
                overrides.put(name, set);
              }
            });
    String folder = workingDir(spec, process).toString();
    List<String> command =
        spec.labels().containsKey(ComposeLabels.HOOK)
            ? ownCommand(spec.service())
            : command(spec.service(), process);
    return new Launch.Program(command, folder, environment, overrides);
  }

  /**
   * A command of {@code x-process} runs in the project's folder, where its files are; the service's
   * own command in the service's own.
   */
  private static Path workingDir(ContainerSpec spec, XProcess process) {
    Path project = Path.of(spec.labels().getOrDefault(ComposeLabels.WORKING_DIR, "/"));
    String own = process.workingDir();
    if (own == null && process.command() == null) {
      own = spec.service().workingDir();
    }
    return own == null ? project : project.resolve(own).normalize();
  }

  /** Where each mount's contents are: {@code JCOMPOSE_VOLUME_<NAME>}. */
  private Map<String, String> mounts(ContainerSpec spec, String id) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Mount mount : spec.mounts()) {
      String name = Environment.variable(label(spec.service(), mount));
      variables.put("JCOMPOSE_VOLUME_" + name, folder(spec, mount, id).toString());
    }
    return variables;
  }

  /** A volume's key in the file; of what has none, the target: {@code /var/data} is VAR_DATA. */
  private static String label(Service service, Mount mount) {
    String target = mount.target().replaceFirst("^/+", "");
    return service.volumes().stream()
        .filter(own -> own.type() == Mount.Type.VOLUME && own.target().equals(mount.target()))
        .map(Mount::source)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(target);
  }

  private Path folder(ContainerSpec spec, Mount mount, String id) {
    String source = mount.source();
    if (mount.type() == Mount.Type.BIND && source != null) {
      return bound(spec, Path.of(source), mount);
    }
    if (mount.type() == Mount.Type.VOLUME && source != null) {
      Path folder = volumes.folder(source);
      Mount.VolumeOptions options = mount.volume();
      return options == null || options.subpath() == null
          ? folder
          : within(folder, options.subpath());
    }
    String own = Environment.variable(mount.target());
    Path folder = root.project(spec.project()).container(id).resolve("mounts").resolve(own);
    PrivateFiles.createFolder(folder);
    return folder;
  }

  private static Path within(Path folder, String subpath) {
    Path inside = folder.resolve(subpath).normalize();
    if (!inside.startsWith(folder)) {
      throw new EngineException("'subpath' '" + subpath + "' leads out of its volume");
    }
    return inside;
  }

  private static Path bound(ContainerSpec spec, Path source, Mount mount) {
    Mount.BindOptions options = mount.bind();
    if (options != null && options.createHostPath() && !Files.exists(source)) {
      return made(source);
    }
    if (!Files.exists(source)) {
      throw new NotFoundException(
          "container '" + spec.name() + "' mounts '" + source + "', which is not there",
          "make it",
          null);
    }
    return source;
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw PrivateFiles.failed("make folder", folder, e);
    }
  }

  private static List<String> namedVolumes(ContainerSpec spec) {
    return spec.mounts().stream()
        .filter(mount -> mount.type() == Mount.Type.VOLUME)
        .map(Mount::source)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Launch.@Nullable HealthTest health(Service service) {
    Healthcheck check = service.healthcheck();
    if (check == null || check.isDisabled() || check.test().size() < 2) {
      return null;
    }
    List<String> test = check.test().subList(1, check.test().size());
    boolean isShell = check.test().get(0).equals("CMD-SHELL");
    return new Launch.HealthTest(
        isShell ? List.of("/bin/sh", "-c", test.get(0)) : test,
        orElse(check.interval(), HALF_A_MINUTE),
        orElse(check.timeout(), HALF_A_MINUTE),
        check.retries() == null || check.retries() == 0 ? 3 : check.retries(),
        Objects.requireNonNullElse(check.startPeriod(), Duration.ZERO),
        orElse(check.startInterval(), Duration.ofSeconds(5)));
  }

  /** Docker Engine takes zero for its default as well. */
  private static Duration orElse(@Nullable Duration time, Duration usual) {
    return time == null || time.isZero() ? usual : time;
  }

  private static String newId() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
