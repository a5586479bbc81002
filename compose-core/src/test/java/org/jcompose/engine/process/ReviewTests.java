package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.engine.Finding;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Mount;
import org.jcompose.model.Naming;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Project;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;

class ReviewTests {

  @Test
  void plainServiceHasNoFindings() {
    assertThat(review(web(Map.of()))).isEmpty();
  }

  @Test
  void serviceWithoutXProcessIsRefusedWithTheFix() {
    assertThat(review(web(Map.of()).extensions(Map.of())))
        .isEqualTo(
            """
            services.web refused: service 'web' has no 'x-process', so it needs a container
              fix: add 'x-process: {}' to run its command on this host, or use a container engine
            """);
  }

  @Test
  void serviceWithoutACommandIsRefused() {
    assertThat(review(web(Map.of()).command(null)))
        .isEqualTo(
            """
            services.web refused: service 'web' has no command to run as a process
              fix: give 'x-process' a 'command'
            """);
  }

  @Test
  void unknownKeyIsRefusedWithTheOneThatWasMeant() {
    assertThat(review(web(Map.of("comand", "x", "colour", "red"))))
        .isEqualTo(
            """
            services.web.x-process.colour refused: 'x-process' of service 'web' has no key 'colour'
              fix: its keys are command, environment, shell, working_dir
            services.web.x-process.comand refused: 'x-process' of service 'web' has no key 'comand'
              fix: did you mean 'command'?
            """);
  }

  @Test
  void wrongValuesAreRefusedByTheirKeys() {
    Map<String, Object> wrong =
        Map.of("command", 7, "environment", "A=1", "shell", "yes", "working_dir", List.of());
    assertThat(review(web(wrong)))
        .isEqualTo(
            """
            services.web.x-process.shell refused: 'shell' of service 'web' must be true or false
            services.web.x-process.command refused: 'command' of service 'web' must be a text or a list
            services.web.x-process.working_dir refused: 'working_dir' of service 'web' must be a text
            services.web.x-process.environment refused: 'environment' of service 'web' must be a mapping or a list of texts
            """);
  }

  @Test
  void shellNeedsACommandLine() {
    assertThat(review(web(Map.of("shell", true))))
        .isEqualTo(
            """
            services.web.x-process.shell refused: 'shell' of service 'web' needs a 'command' that is one text
              fix: write the command line as a text, or leave 'shell' out
            """);
  }

  @Test
  void halfAQuotationIsRefused() {
    assertThat(review(web(Map.of("command", "echo 'one"))))
        .isEqualTo(
            """
            services.web.x-process.command refused: 'command' of service 'web' has a quotation mark without its other half
            """);
  }

  @Test
  void whatIsLeftOutIsToldOnceForAllServices() {
    Mount readOnly = new Mount(Mount.Type.BIND, "/srv", "/srv", true, null, null, null, null);
    NetworkUse use = NetworkUse.builder().aliases(List.of("www")).ipv4Address("10.0.0.2").build();
    Service.Builder web = web(Map.of()).volumes(List.of(readOnly)).user("ann:staff");
    Service.Builder api =
        Service.builder("api")
            .command(List.of("true"))
            .extensions(Map.of("x-process", Map.of()))
            .volumes(List.of(readOnly))
            .networks(Map.of("back", use));
    assertThat(review(web, api))
        .isEqualTo(
            """
            services.api.volumes left out: 'read_only' of services 'api', 'web' is left out: a process may write wherever its user may
            services.api.networks.back left out: 'ipv4_address' of service 'api' is left out: processes share the host's addresses and have no names of their own
            services.api.networks.back left out: 'aliases' of service 'api' is left out: processes share the host's addresses and have no names of their own
            services.web.user left out: 'user' of service 'web' is left out: processes run in the groups of 'ann'
            """);
  }

  @Test
  void whatMountsAndNetworksSayOfContainersIsNamed() {
    Mount image = new Mount(Mount.Type.IMAGE, "x", "/x", false, null, null, null, null, null);
    Mount.VolumeOptions labels = new Mount.VolumeOptions(false, null, Map.of("a", "b"));
    Mount.BindOptions recursive = new Mount.BindOptions(true, null, null, "disabled");
    NetworkUse use =
        NetworkUse.builder()
            .driverOpts(Map.of("a", "b"))
            .gwPriority(1)
            .interfaceName("eth9")
            .linkLocalIps(List.of("169.254.0.1"))
            .macAddress("02:42:ac:11:00:02")
            .build();
    Service.Builder web =
        web(Map.of())
            .networks(Map.of("back", use))
            .volumes(
                List.of(
                    image,
                    new Mount(Mount.Type.VOLUME, "v", "/v", false, null, null, labels, null),
                    new Mount(Mount.Type.BIND, "/b", "/b", false, null, recursive, null, null)));
    assertThat(review(web))
        .isEqualTo(
            """
            services.web.volumes refused: service 'web' mounts a volume of type 'image', which a process of this host cannot have
              fix: use a bind or a volume, or a container engine
            services.web.volumes left out: 'labels' of service 'web' is left out: the volume is a folder on disk
            services.web.volumes left out: 'recursive' of service 'web' is left out: processes see the host's files as they are
            services.web.networks.back left out: 'driver_opts' of service 'web' is left out: processes share the host's addresses and have no names of their own
            services.web.networks.back left out: 'gw_priority' of service 'web' is left out: processes share the host's addresses and have no names of their own
            services.web.networks.back left out: 'interface_name' of service 'web' is left out: processes share the host's addresses and have no names of their own
            services.web.networks.back left out: 'link_local_ips' of service 'web' is left out: processes share the host's addresses and have no names of their own
            services.web.networks.back left out: 'mac_address' of service 'web' is left out: processes share the host's addresses and have no names of their own
            """);
  }

  @Test
  void attributesThatDoNotCarryOverAreNamedOnceEach() {
    Mount tmpfs = new Mount(Mount.Type.TMPFS, null, "/t", false, null, null, null, null);
    Service.Builder web =
        web(Map.of())
            .naming(new Naming("h", "d", Map.of(), List.of("10.0.0.1"), List.of("o"), List.of("s")))
            .security(
                new Security(
                    List.of("A"), List.of("B"), true, true, List.of("c"), List.of("d"), "host"))
            .envFiles(List.of(new EnvFile("/p/.env", true, null)))
            .init(true)
            .tmpfs(List.of("/run"))
            .volumes(List.of(tmpfs))
            .tty(true)
            .stdinOpen(true);
    Service.Builder api =
        Service.builder("api")
            .command(List.of("true"))
            .extensions(Map.of("x-process", Map.of()))
            .tty(true);
    assertThat(review(web, api))
        .isEqualTo(
            """
            services.api.tty left out: 'tty' of services 'api', 'web' is left out: it does not carry over to processes of this host
            services.web.cap_add left out: 'cap_add' of service 'web' is left out: it does not carry over to processes of this host
            services.web.cap_drop left out: 'cap_drop' of service 'web' is left out: it does not carry over to processes of this host
            services.web.dns left out: 'dns' of service 'web' is left out: it does not carry over to processes of this host
            services.web.dns_opt left out: 'dns_opt' of service 'web' is left out: it does not carry over to processes of this host
            services.web.dns_search left out: 'dns_search' of service 'web' is left out: it does not carry over to processes of this host
            services.web.domainname left out: 'domainname' of service 'web' is left out: it does not carry over to processes of this host
            services.web.env_file left out: 'env_file' of service 'web' is left out: it does not carry over to processes of this host
            services.web.group_add left out: 'group_add' of service 'web' is left out: it does not carry over to processes of this host
            services.web.hostname left out: 'hostname' of service 'web' is left out: it does not carry over to processes of this host
            services.web.init left out: 'init' of service 'web' is left out: it does not carry over to processes of this host
            services.web.privileged left out: 'privileged' of service 'web' is left out: it does not carry over to processes of this host
            services.web.read_only left out: 'read_only' of service 'web' is left out: it does not carry over to processes of this host
            services.web.security_opt left out: 'security_opt' of service 'web' is left out: it does not carry over to processes of this host
            services.web.stdin_open left out: 'stdin_open' of service 'web' is left out: it does not carry over to processes of this host
            services.web.tmpfs left out: 'tmpfs' of service 'web' is left out: it does not carry over to processes of this host
            services.web.userns_mode left out: 'userns_mode' of service 'web' is left out: it does not carry over to processes of this host
            services.web.volumes left out: 'tmpfs' of service 'web' is left out: it is a folder on disk instead
            """);
  }

  @Test
  void anotherUserIsRefused() {
    assertThat(review(web(Map.of()).user("bob")))
        .isEqualTo(
            """
            services.web.user refused: service 'web' wants to run as user 'bob', but its processes run as 'ann'
              fix: leave 'user' out, or run jcompose as that user
            """);
    assertThat(review(web(Map.of()).user("ann"))).isEmpty();
  }

  @Test
  void userIsKnownByNameAndNumber() {
    Account root = new Account("root");
    assertThat(root.is("root")).isTrue();
    assertThat(root.is("0")).isTrue();
    assertThat(root.is("1")).isFalse();
    assertThat(root.is("nobody")).isFalse();
    assertThat(root.is("no such user")).isFalse();
  }

  @Test
  void onePortForManyReplicasIsRefused() {
    assertThat(review(web(Map.of()).scale(2).ports(List.of(Port.of(80, "8080")))))
        .isEqualTo(
            """
            services.web.ports refused: port '8080' cannot be published by 2 replicas of service 'web'
              fix: publish a range of ports, or none in particular
            """);
  }

  @Test
  void unknownStopSignalIsRefused() {
    assertThat(review(web(Map.of()).stopSignal("SIGNOPE")))
        .isEqualTo("services.web.stop_signal refused: no signal is called 'SIGNOPE'\n");
  }

  private static Service.Builder web(Map<String, Object> process) {
    return Service.builder("web")
        .command(List.of("true"))
        .extensions(Map.of("x-process", new TreeMap<>(process)));
  }

  private static String review(Service.Builder... services) {
    Map<String, Service> byName =
        Arrays.stream(services)
            .map(Service.Builder::build)
            .collect(Collectors.toMap(Service::name, service -> service));
    Project project = Project.builder("test", Path.of("/test")).services(byName).build();
    return Review.of(project, "ann").stream().map(ReviewTests::text).collect(Collectors.joining());
  }

  private static String text(Finding finding) {
    String fix = finding.fix() == null ? "" : "  fix: " + finding.fix() + "\n";
    String verdict = finding.refused() ? " refused: " : " left out: ";
    return finding.path() + verdict + finding.message() + "\n" + fix;
  }
}
