package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Naming;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerRequestTests {

  private static final ApiVersion OLD = new ApiVersion(1, 41);
  private static final ApiVersion NEW = new ApiVersion(1, 51);

  @Test
  void bareServiceAsksForNothingButItsImage() {
    assertThat(request(Service.builder("web"), NEW))
        .isEqualTo(
            """
            {
              "Env" : [ ],
              "ExposedPorts" : { },
              "HostConfig" : {
                "Binds" : [ ],
                "Mounts" : [ ],
                "PortBindings" : { }
              },
              "Image" : "busybox",
              "Labels" : {
                "com.docker.compose.image" : "sha256:1",
                "l" : "v"
              },
              "NetworkingConfig" : {
                "EndpointsConfig" : { }
              },
              "Volumes" : { }
            }""");
  }

  @Test
  void attributesOfTheProcessReachTheRequest() {
    Map<String, String> environment = new TreeMap<>(Map.of("A", "1", "EMPTY", ""));
    environment.put("UNSET", null);
    Service.Builder service =
        Service.builder("web")
            .command(List.of("run", "--fast"))
            .entrypoint(List.of())
            .environment(environment)
            .workingDir("/srv")
            .user("1000:1000")
            .stopSignal("SIGUSR1")
            .stopGracePeriod(Duration.ofMillis(1_500))
            .restart("on-failure:3");
    assertThat(request(service, NEW))
        .contains("\"Cmd\" : [ \"run\", \"--fast\" ]")
        .contains("\"Entrypoint\" : [ ]")
        .contains("\"Env\" : [ \"A=1\", \"EMPTY=\", \"UNSET\" ]")
        .contains("\"WorkingDir\" : \"/srv\"")
        .contains("\"User\" : \"1000:1000\"")
        .contains("\"StopSignal\" : \"SIGUSR1\"")
        .contains("\"StopTimeout\" : 2")
        .contains("\"MaximumRetryCount\" : 3,\n      \"Name\" : \"on-failure\"");
  }

  @Test
  void namingAndRightsReachTheRequest() {
    Service.Builder service =
        Service.builder("web")
            .naming(
                new Naming(
                    "h",
                    "example.org",
                    Map.of(),
                    List.of("10.1.1.1"),
                    List.of("ndots:3"),
                    List.of("a.b")))
            .security(
                new Security(
                    List.of("NET_ADMIN", "BRAND_NEW"),
                    List.of("ALL"),
                    true,
                    true,
                    List.of("no-new-privileges:true", "systempaths=unconfined"),
                    List.of("99", "audio"),
                    "host"))
            .init(false)
            .tmpfs(List.of("/run:size=64m,mode=700", "/tmp"))
            .tty(true)
            .stdinOpen(true)
            .expose(List.of("3000", "4000-4001/udp"));
    assertThat(request(service, NEW))
        .isEqualTo(
            """
            {
              "Domainname" : "example.org",
              "Env" : [ ],
              "ExposedPorts" : {
                "3000/tcp" : { },
                "4000/udp" : { },
                "4001/udp" : { }
              },
              "HostConfig" : {
                "Binds" : [ ],
                "CapAdd" : [ "NET_ADMIN", "BRAND_NEW" ],
                "CapDrop" : [ "ALL" ],
                "Dns" : [ "10.1.1.1" ],
                "DnsOptions" : [ "ndots:3" ],
                "DnsSearch" : [ "a.b" ],
                "GroupAdd" : [ "99", "audio" ],
                "Init" : false,
                "MaskedPaths" : [ ],
                "Mounts" : [ ],
                "PortBindings" : { },
                "Privileged" : true,
                "ReadonlyPaths" : [ ],
                "ReadonlyRootfs" : true,
                "SecurityOpt" : [ "no-new-privileges:true" ],
                "Tmpfs" : {
                  "/run" : "size=64m,mode=700",
                  "/tmp" : ""
                },
                "UsernsMode" : "host"
              },
              "Hostname" : "h",
              "Image" : "busybox",
              "Labels" : {
                "com.docker.compose.image" : "sha256:1",
                "l" : "v"
              },
              "NetworkingConfig" : {
                "EndpointsConfig" : { }
              },
              "OpenStdin" : true,
              "Tty" : true,
              "Volumes" : { }
            }""");
  }

  @Test
  void seccompProfileIsAFileBesideTheProject(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("p.json"), "{ \"defaultAction\":\n \"SCMP_ACT_ALLOW\" }");
    Service.Builder service = secured("seccomp=p.json", "apparmor:x");
    String expected = "seccomp={\"defaultAction\":\"SCMP_ACT_ALLOW\"}";
    assertThat(SecurityOptions.of(service.build(), folder.toString()).options())
        .containsExactly(expected, "apparmor:x");
    assertThat(SecurityOptions.of(secured("seccomp=unconfined").build(), null).options())
        .containsExactly("seccomp=unconfined");
  }

  @Test
  void seccompProfileThatCannotBeUsedIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{");
    Service missing = secured("seccomp=gone.json").build();
    Service bad = secured("seccomp=bad.json").build();
    assertThatThrownBy(() -> SecurityOptions.of(missing, folder.toString()))
        .isInstanceOf(EngineException.class)
        .hasMessage("cannot read seccomp profile '" + folder + "/gone.json' of service 'web'");
    assertThatThrownBy(() -> SecurityOptions.of(bad, folder.toString()))
        .isInstanceOf(EngineException.class)
        .hasMessage("seccomp profile '" + folder + "/bad.json' of service 'web' is no JSON");
  }

  @Test
  void wrongSecurityOptionAndPortAreNamed() {
    assertThatThrownBy(() -> request(secured("paranoid"), NEW))
        .isInstanceOf(EngineException.class)
        .hasMessage("'paranoid' in 'security_opt' of service 'web' has no value");
    assertThatThrownBy(() -> request(Service.builder("web").expose(List.of("http")), NEW))
        .isInstanceOf(EngineException.class)
        .hasMessage("'http' in 'expose' of service 'web' is no port");
  }

  @Test
  void attributeThatIsNotKnownIsNotLeftOutInSilence() {
    Service.Builder service =
        Service.builder("web").envFiles(List.of(new EnvFile("/p/.env", true, null)));
    assertThatThrownBy(() -> request(service, NEW))
        .isInstanceOf(EngineException.class)
        .hasMessage("'env_file' of service 'web' is not supported");
  }

  @Test
  void portsKeepAddressRangeAndProtocol() {
    Service.Builder service =
        Service.builder("web")
            .ports(
                List.of(
                    Port.of(80, "8080-8090"),
                    new Port(80, "9090", "127.0.0.1", "tcp", "ingress", null, null),
                    new Port(53, null, null, "udp", "ingress", null, null)));
    assertThat(request(service, NEW))
        .containsIgnoringWhitespaces(
            """
              "ExposedPorts" : {
                "53/udp" : { },
                "80/tcp" : { }
              },""")
        .containsIgnoringWhitespaces(
            """
                "PortBindings" : {
                  "53/udp" : [ {
                    "HostIp" : "",
                    "HostPort" : ""
                  } ],
                  "80/tcp" : [ {
                    "HostIp" : "",
                    "HostPort" : "8080-8090"
                  }, {
                    "HostIp" : "127.0.0.1",
                    "HostPort" : "9090"
                  } ]
                }""");
  }

  @Test
  void unknownRestartPolicyIsRefused() {
    Service.Builder service = Service.builder("web").restart("sometimes");
    assertThatThrownBy(() -> request(service, NEW))
        .isInstanceOf(EngineException.class)
        .hasMessage("service 'web': 'sometimes' is no restart policy");
  }

  @Test
  void healthcheckIsCountedInNanoseconds() {
    Healthcheck check =
        new Healthcheck(
            List.of("CMD", "true"),
            Duration.ofMillis(200),
            Duration.ofSeconds(3),
            4,
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            false);
    assertThat(request(Service.builder("web").healthcheck(check), NEW))
        .containsIgnoringWhitespaces(
            """
              "Healthcheck" : {
                "Interval" : 200000000,
                "Retries" : 4,
                "StartInterval" : 100000000,
                "StartPeriod" : 5000000000,
                "Test" : [ "CMD", "true" ],
                "Timeout" : 3000000000
              },""");
    assertThat(request(Service.builder("web").healthcheck(check), OLD))
        .contains("\"StartPeriod\" : 5000000000")
        .doesNotContain("StartInterval");
  }

  @Test
  void disabledHealthcheckSwitchesTheImagesOff() {
    Healthcheck off = new Healthcheck(List.of(), null, null, null, null, null, true);
    assertThat(request(Service.builder("web").healthcheck(off), NEW))
        .contains("\"Healthcheck\" : {\n    \"Test\" : [ \"NONE\" ]\n  }");
  }

  @Test
  void newDaemonTakesAllNetworksAtOnce() {
    ContainerRequest request = ContainerRequest.of(twoNetworks(), "sha256:1", NEW);
    assertThat(request.later()).isEmpty();
    assertThat(pretty(request.body()))
        .contains("\"NetworkMode\" : \"p_front\"")
        .containsIgnoringWhitespaces(
            """
                "EndpointsConfig" : {
                  "p_back" : {
                    "Aliases" : [ ],
                    "IPAMConfig" : {
                      "IPv4Address" : "10.9.0.5"
                    }
                  },
                  "p_front" : {
                    "Aliases" : [ "web", "www" ]
                  }
                }""");
  }

  @Test
  void oldDaemonTakesTheFirstNetworkAndTheOthersLater() {
    ContainerRequest request = ContainerRequest.of(twoNetworks(), "sha256:1", OLD);
    assertThat(request.later()).containsOnlyKeys("p_back");
    assertThat(request.body()).contains("p_front").doesNotContain("p_back");
  }

  @Test
  void mountsTakeTheFormThatDoesWhatTheySay() {
    Mount.BindOptions strict = new Mount.BindOptions(false, "rslave", null, null);
    Mount.BindOptions relabelled = new Mount.BindOptions(true, null, "z", null);
    List<Mount> mounts =
        List.of(
            bind("/host/a", "/a", true, null),
            bind("/host/b", "/b", false, strict),
            bind("/host/c", "/c", false, relabelled),
            bind("/host:d", "/d", false, null),
            new Mount(
                Mount.Type.VOLUME,
                "p_data",
                "/e",
                false,
                null,
                null,
                new Mount.VolumeOptions(true, "sub", Map.of()),
                null),
            new Mount(Mount.Type.VOLUME, null, "/f", false, null, null, null, null),
            new Mount(
                Mount.Type.TMPFS,
                null,
                "/g",
                false,
                null,
                null,
                null,
                new Mount.TmpfsOptions(1024L, 0700)));
    MountRequests requests = MountRequests.of(mounts, NEW);
    assertThat(requests.binds()).containsExactly("/host/a:/a:ro", "/host/c:/c:rw,z");
    assertThat(requests.mounts())
        .extracting(Object::toString)
        .containsExactly(
            "{BindOptions={Propagation=rslave}, ReadOnly=false, Source=/host/b, Target=/b,"
                + " Type=bind}",
            "{BindOptions={CreateMountpoint=true}, ReadOnly=false, Source=/host:d, Target=/d,"
                + " Type=bind}",
            "{ReadOnly=false, Source=p_data, Target=/e, Type=volume,"
                + " VolumeOptions={NoCopy=true, Subpath=sub}}",
            "{ReadOnly=false, Target=/f, Type=volume}",
            "{ReadOnly=false, Target=/g, TmpfsOptions={Mode=448, SizeBytes=1024}, Type=tmpfs}");
  }

  private static Service.Builder secured(String... options) {
    return Service.builder("web")
        .security(
            new Security(List.of(), List.of(), false, false, List.of(options), List.of(), null));
  }

  private static Mount bind(
      String source, String target, boolean readOnly, Mount.BindOptions options) {
    return new Mount(Mount.Type.BIND, source, target, readOnly, null, options, null, null);
  }

  private static ContainerSpec twoNetworks() {
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    networks.put("p_front", NetworkUse.builder().aliases(List.of("web", "www")).build());
    networks.put("p_back", NetworkUse.builder().ipv4Address("10.9.0.5").build());
    Service service = Service.builder("web").image("busybox").build();
    return new ContainerSpec("p", service, 1, "p-web-1", Map.of(), networks, List.of());
  }

  private static String request(Service.Builder builder, ApiVersion version) {
    Service service = builder.image("busybox").build();
    ContainerSpec spec =
        new ContainerSpec(
            "p", service, 1, "p-web-1", Map.of("l", "v"), Map.of(), service.volumes());
    return pretty(ContainerRequest.of(spec, "sha256:1", version).body());
  }

  private static String pretty(String json) {
    ObjectMapper mapper =
        new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    try {
      return mapper.writeValueAsString(mapper.readValue(json, TreeMap.class));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
