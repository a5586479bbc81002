package org.jcompose.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * docker-java's client, made when it is needed first: commands that only look never pay for it. Its
 * settings are given here, so that it reads none from the process or the home folder.
 */
final class Commands {

  private final DockerHttpClient http;
  private final ApiVersion version;
  private @Nullable DockerClient client;

  Commands(DockerHttpClient http, ApiVersion version) {
    this.http = http;
    this.version = version;
  }

  synchronized DockerClient client() {
    if (client == null) {
      client =
          DockerClientImpl.getInstance(
              new Settings(RemoteApiVersion.create(version.major(), version.minor())), http);
    }
    return client;
  }

  /** What docker-java asks of its surroundings: nothing but the version. */
  private record Settings(RemoteApiVersion version) implements DockerClientConfig {

    @Override
    public URI getDockerHost() {
      return URI.create("unix:///");
    }

    @Override
    public RemoteApiVersion getApiVersion() {
      return version;
    }

    @Override
    public @Nullable String getRegistryUsername() {
      return null;
    }

    @Override
    public @Nullable String getRegistryPassword() {
      return null;
    }

    @Override
    public @Nullable String getRegistryEmail() {
      return null;
    }

    @Override
    public @Nullable String getRegistryUrl() {
      return null;
    }

    @Override
    public @Nullable AuthConfig effectiveAuthConfig(String image) {
      return null;
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
      return new AuthConfigurations();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it
    public @Nullable SSLConfig getSSLConfig() {
      return null;
    }
  }
}
