package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.Mount;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own API inside of containers, as {@code docker run --use-api-socket} gives it: the
 * socket is mounted, and the user's logins stand in a file of the container.
 */
record ApiSocket(String host, Credentials credentials) {

  static final List<Field> FIELDS = List.of(Field.of("use_api_socket", "HostConfig.Binds"));

  private static final String UNIX = "unix://";
  private static final String FOLDER = "/run/secrets/docker";
  private static final String VARIABLE = "DOCKER_CONFIG";

  /** The container with what its service's {@code use_api_socket} asks for. */
  ContainerSpec givenTo(ContainerSpec spec) {
    if (!spec.service().useApiSocket()) {
      return spec;
    }
    if (!host.startsWith(UNIX)) {
      throw new EngineException(
          "'use_api_socket' of service '"
              + spec.service().name()
              + "' needs an engine behind a Unix socket; this one is at '"
              + host
              + "'",
          "leave it out, or set DOCKER_HOST to the engine's socket",
          null);
    }
    List<Mount> mounts = new ArrayList<>(spec.mounts());
    mounts.add(socket());
    List<ContainerFile> files = new ArrayList<>(spec.files());
    files.add(logins());
    return new ContainerSpec(
        spec.project(),
        withVariable(spec.service()),
        spec.number(),
        spec.name(),
        spec.labels(),
        spec.networks(),
        mounts,
        files,
        spec.inherits());
  }

  private Mount socket() {
    String path = host.substring(UNIX.length());
    return new Mount(Mount.Type.BIND, path, "/var/run/docker.sock", false, null, null, null, null);
  }

  private ContainerFile logins() {
    FileReference reference =
        new FileReference("use_api_socket", FOLDER + "/config.json", null, null, null);
    FileObject object =
        new FileObject(
            "use_api_socket",
            "use_api_socket",
            null,
            null,
            credentials.file(),
            false,
            Map.of(),
            null,
            Map.of(),
            null);
    return new ContainerFile(ContainerFile.Kind.CONFIG, reference, object);
  }

  private static Service withVariable(Service service) {
    Map<String, @Nullable String> environment = new TreeMap<>(service.environment());
    environment.putIfAbsent(VARIABLE, FOLDER);
    return service.toBuilder().environment(environment).build();
  }
}
