package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Recorder;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Mount;
import org.jcompose.model.Naming;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That attributes of a service are what a real container gets. */
@Timeout(120)
abstract class DockerAttributes {

  private final TestEngine engineUnderTest;
  private final String project = "attr-" + UUID.randomUUID().toString().substring(0, 8);

  @TempDir private Path folder;
  private ContainerEngine engine;

  DockerAttributes(TestEngine engineUnderTest) {
    this.engineUnderTest = engineUnderTest;
  }

  @BeforeEach
  void open() {
    engine = RealEngines.open(engineUnderTest);
  }

  @AfterEach
  void removeAll() {
    Observed left = engine.observe(ObserveRequest.of(project));
    for (ContainerState container : left.containers()) {
      engine.stopContainer(container.id(), Duration.ZERO);
      engine.removeContainer(container.id(), true);
    }
    left.networks().forEach(network -> engine.removeNetwork(network.name()));
    left.volumes().forEach(volume -> engine.removeVolume(volume.name()));
    engine.close();
  }

  @Test
  void programSeesItsEnvironmentUserAndFolder() {
    Service.Builder service =
        says("echo $A-${EMPTY:-none}; id -u; pwd")
            .environment(Map.of("A", "1", "EMPTY", ""))
            .user("1234")
            .workingDir("/tmp");
    assertThat(output(service)).containsExactly("1-none", "1234", "/tmp");
  }

  @Test
  void programHasItsNamesAndNameServers() {
    Naming naming =
        new Naming(
            "box",
            "example.org",
            Map.of(),
            List.of("10.9.9.9"),
            List.of("ndots:3"),
            List.of("a.example", "b.example"));
    Service.Builder service = says("hostname; hostname -f; cat /etc/resolv.conf").naming(naming);
    List<String> output = output(service);
    // Podman says in its review that it leaves 'domainname' out.
    String full = isPodman() ? "box" : "box.example.org";
    assertThat(output)
        .startsWith("box", full)
        .contains("nameserver 10.9.9.9", "search a.example b.example", "options ndots:3");
  }

  @Test
  void rightsAreTakenAndGiven() {
    Security security =
        new Security(
            List.of("SYS_TIME"),
            List.of("ALL"),
            false,
            true,
            List.of("no-new-privileges:true"),
            List.of("99"),
            "host");
    Service.Builder service =
        says("grep -E 'CapBnd|NoNewPrivs' /proc/self/status; id -G;"
                + " touch /x 2>/dev/null || echo read-only")
            .security(security);
    List<String> output = output(service);
    assertThat(output).contains("CapBnd:\t0000000002000000", "NoNewPrivs:\t1", "read-only");
    assertThat(output).anySatisfy(line -> assertThat(line).startsWith("0").endsWith(" 99"));
  }

  @Test
  void privilegedContainerMayWhatItsEngineMay() {
    assumeFalse(
        engine.identity().version().startsWith("20."),
        "Docker 20.10 starts no privileged container where it lacks capabilities itself");
    Security privileged =
        new Security(List.of(), List.of(), true, false, List.of(), List.of(), null);
    String script = "grep -q ' /proc/sys proc ro' /proc/mounts && echo hidden || echo open";
    assertThat(output(says(script))).containsExactly("hidden");
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(says(script).security(privileged))).containsExactly("open");
  }

  @Test
  void kernelPathsAreOpenWhereAskedFor() {
    assumeFalse(isPodman(), "Podman says in its review that it leaves 'systempaths' out");
    Security open =
        new Security(
            List.of(), List.of(), false, false, List.of("systempaths=unconfined"), List.of(), null);
    String script = "grep -c -E ' /proc/(sys|keys) ' /proc/mounts";
    assertThat(output(says(script))).containsExactly("2");
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(says(script).security(open))).containsExactly("0");
  }

  @Test
  void seccompProfileOfAFileIsApplied() throws IOException {
    assumeFalse(isPodman(), "Podman says in its review that it refuses such a profile");
    Path profile = folder.resolve("seccomp.json");
    Files.writeString(
        profile,
        """
        {"defaultAction": "SCMP_ACT_ALLOW",
         "syscalls": [{"names": ["mkdir", "mkdirat"], "action": "SCMP_ACT_ERRNO"}]}
        """);
    Security security =
        new Security(
            List.of(), List.of(), false, false, List.of("seccomp=" + profile), List.of(), null);
    assertThat(output(says("mkdir /x 2>/dev/null && echo made || echo denied").security(security)))
        .containsExactly("denied");
  }

  @Test
  void initRunsFirstOnlyIfAskedFor() {
    String script = "cat /proc/1/comm; :";
    assertThat(output(says(script).init(true)))
        .containsExactly(isPodman() ? "podman-init" : "docker-init");
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(says(script).init(false))).containsExactly("sh");
  }

  @Test
  void shortTmpfsHasItsOptions() {
    Service.Builder service =
        says("df -k /small | tail -1 | awk '{print $1, $2}'; stat -c %a /small")
            .tmpfs(List.of("/small:size=1m,mode=700"));
    assertThat(output(service)).containsExactly("tmpfs 1024", "700");
  }

  @Test
  void terminalsOutputIsReadAsItComes() {
    Service.Builder service =
        says("test -t 0 && echo terminal; echo err >&2; printf 'drei ä €\\nlast'")
            .tty(true)
            .stdinOpen(true);
    ContainerSpec web = spec("web", service, Map.of());
    assertThat(run(web)).extracting(LogLine::text).startsWith("terminal", "err", "drei ä €");
    // Docker 20.10 ends a followed log before it has written a last line without a line feed.
    engine.inspect(web.name());
    List<LogLine> lines = logs(web.name(), LogRequest.all());
    assertThat(lines)
        .extracting(LogLine::text)
        .containsExactly("terminal", "err", "drei ä €", "last");
    assertThat(lines).extracting(LogLine::stream).containsOnly(LogLine.Stream.OUT);
    assertThat(lines).extracting(LogLine::time).isSorted().doesNotContain(Instant.EPOCH);
  }

  @Test
  void openInputKeepsAReaderWaiting() {
    ContainerSpec web = spec("web", says("echo up; cat").stdinOpen(true), Map.of());
    Recorder<LogLine> lines = new Recorder<>();
    engine.createContainer(web);
    engine.startContainer(web.name());
    engine.logs(web.name(), LogRequest.following(), lines::add);
    lines.awaitAny("line 'up'", line -> line.text().equals("up"));
    assertThat(engine.inspect(web.name()).isRunning()).isTrue();
    assertThat(output("eof", says("cat; echo ended"), Map.of())).containsExactly("ended");
  }

  @Test
  void exposedPortsAreObservedUnpublished() {
    ContainerSpec web = spec("web", says("sleep 60").expose(List.of("3000", "53/udp")), Map.of());
    engine.createContainer(web);
    engine.startContainer(web.name());
    assumeFalse(isPodman(), "Podman keeps exposed ports to itself");
    assertThat(engine.inspect(web.name()).ports())
        .containsExactlyInAnyOrder(
            new ContainerState.Binding("", 0, 3000, "tcp"),
            new ContainerState.Binding("", 0, 53, "udp"));
  }

  @Test
  void listTellsStatusAndCommandAsTheEngineDoes() {
    ContainerSpec web = spec("web", says("sleep 60"), Map.of());
    engine.createContainer(web);
    engine.startContainer(web.name());
    ContainerState listed = engine.observe(ObserveRequest.of(project)).containers().get(0);
    assertThat(listed.statusText()).matches("Up (\\d+ seconds?( ago)?|Less than a second( ago)?)");
    assertThat(listed.command()).isEqualTo(isPodman() ? "sh -c sleep 60" : "sh -c 'sleep 60'");
  }

  @Test
  void entrypointAndCommandAreJoined() {
    Service.Builder service =
        Service.builder("web").entrypoint(List.of("echo", "a")).command(List.of("b", "c d"));
    assertThat(output(service)).containsExactly("a b c d");
  }

  @Test
  void missingBindSourceIsMade() {
    Path made = folder.resolve("made");
    Service.Builder service = says("ls -d /in").volumes(List.of(bind(made, true)));
    assertThat(output(service)).containsExactly("/in");
    assertThat(made).isDirectory();
  }

  @Test
  void bindSourceThatMustExistIsNamed() {
    assumeFalse(isPodman(), "Podman makes missing sources of binds, whatever it is told");
    Path missing = folder.resolve("missing");
    Service.Builder strict = says("true").volumes(List.of(bind(missing, false)));
    assertThatThrownBy(() -> run(spec("strict", strict, Map.of())))
        .isInstanceOf(EngineException.class)
        .hasMessage("bind source '" + missing + "' does not exist");
  }

  @Test
  void volumeKeepsWhatIsWrittenAndAnonymousOnesGoWithTheContainer() {
    Volume volume = Volume.of("data", project + "_data");
    engine.createVolume(
        new VolumeSpec(volume, Map.of(ComposeLabels.PROJECT, project, "tier", "back")));
    Mount named =
        new Mount(Mount.Type.VOLUME, volume.name(), "/data", false, null, null, null, null);
    Mount anonymous = new Mount(Mount.Type.VOLUME, null, "/scratch", false, null, null, null, null);
    List<Mount> mounts = List.of(named, anonymous);
    assertThat(output(says("echo kept > /data/f; touch /scratch/x").volumes(mounts))).isEmpty();
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(says("cat /data/f; ls /scratch").volumes(mounts))).containsExactly("kept");
    assertThat(engine.observe(ObserveRequest.of(project)).volumes().get(0).labels())
        .containsEntry("tier", "back");
  }

  @Test
  void missingVolumeIsNotMadeInSecret() {
    Mount mount =
        new Mount(Mount.Type.VOLUME, project + "_gone", "/data", false, null, null, null, null);
    Service.Builder service = says("true").volumes(List.of(mount));
    assertThatThrownBy(() -> engine.createContainer(spec("web", service, Map.of())))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "volume '" + project + "_gone' of container '" + project + "-web-1' is not there");
  }

  @Test
  void tmpfsHasItsSizeAndMode() {
    Mount.TmpfsOptions options = new Mount.TmpfsOptions(1024L * 1024, 0700);
    Mount small = new Mount(Mount.Type.TMPFS, null, "/small", false, null, null, null, options);
    Mount plain = new Mount(Mount.Type.TMPFS, null, "/plain", false, null, null, null, null);
    Service.Builder service =
        says("stat -c %a /small /plain; df -k /small | tail -1 | awk '{print $2}'")
            .volumes(List.of(small, plain));
    assertThat(output(service)).containsExactly("700", "1777", "1024");
  }

  @Test
  void containerIsInEachNetworkUnderItsAliasesAndAddress() {
    createNetwork("front", null);
    createNetwork("back", new Network.Pool("10.213.77.0/24", null, "10.213.77.1", Map.of()));
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    networks.put(project + "_front", NetworkUse.builder().aliases(List.of("web", "www")).build());
    networks.put(
        project + "_back",
        NetworkUse.builder().aliases(List.of("web")).ipv4Address("10.213.77.77").build());
    ContainerSpec web = spec("web", says("sleep 60"), networks);
    engine.createContainer(web);
    engine.startContainer(web.name());
    assertThat(engine.inspect(web.name()).networks())
        .containsExactlyInAnyOrder(project + "_front", project + "_back");
    Map<String, NetworkUse> back = Map.of(project + "_back", NetworkUse.plain());
    Service.Builder asks = says("nslookup web | grep -c 10.213.77.77");
    assertThat(output("ask", asks, back)).containsExactly("1");
  }

  @Test
  void failedConnectionLeavesNoContainer() {
    createNetwork("front", null);
    createNetwork("back", null);
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    networks.put(project + "_front", NetworkUse.plain());
    networks.put(project + "_back", NetworkUse.builder().ipv4Address("203.0.113.9").build());
    ContainerSpec web = spec("web", says("true"), networks);
    assertThatThrownBy(
            () -> {
              engine.createContainer(web);
              engine.startContainer(web.name());
            })
        .isInstanceOf(EngineException.class);
    assertThat(engine.observe(ObserveRequest.of(project)).containers())
        .allSatisfy(container -> assertThat(container.isRunning()).isFalse());
  }

  @Test
  void publishedPortsAreObserved() {
    Service.Builder service =
        says("sleep 60")
            .ports(
                List.of(
                    new Port(80, null, "127.0.0.1", "tcp", "ingress", null, null),
                    new Port(53, "39053", "127.0.0.1", "udp", "ingress", null, null)));
    ContainerSpec web = spec("web", service, Map.of());
    engine.createContainer(web);
    engine.startContainer(web.name());
    assertThat(engine.inspect(web.name()).ports())
        .contains(new ContainerState.Binding("127.0.0.1", 39053, 53, "udp"))
        .anySatisfy(port -> assertThat(port.target()).isEqualTo(80))
        .allSatisfy(port -> assertThat(port.published()).isPositive());
    assertThat(engine.observe(ObserveRequest.of(project)).containers().get(0).ports())
        .containsExactlyInAnyOrderElementsOf(engine.inspect(web.name()).ports());
  }

  @Test
  void takenPortIsNamed() {
    List<Port> ports = List.of(Port.of(80, "39080"));
    ContainerSpec one = spec("one", says("sleep 60").ports(ports), Map.of());
    ContainerSpec two = spec("two", says("sleep 60").ports(ports), Map.of());
    engine.createContainer(one);
    engine.createContainer(two);
    engine.startContainer(one.name());
    assertThatThrownBy(() -> engine.startContainer(two.name()))
        .isInstanceOf(ConflictException.class)
        .hasMessage("port 39080 is already in use on the host")
        .hasFieldOrPropertyWithValue("fix", "stop what uses it, or publish another port");
  }

  @Test
  void replicasThatStartAtOnceShareAPortRange() throws Exception {
    assumeFalse(isPodman(), "Podman takes no port ranges");
    List<Port> range = List.of(Port.of(80, "39100-39107"));
    ExecutorService workers = Executors.newFixedThreadPool(8);
    List<Future<?>> starts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ContainerSpec spec = spec("web" + i, says("sleep 60").ports(range), Map.of());
      engine.createContainer(spec);
      starts.add(workers.submit(() -> engine.startContainer(spec.name())));
    }
    for (Future<?> start : starts) {
      start.get();
    }
    workers.shutdown();
    Set<Integer> published = new TreeSet<>();
    engine
        .observe(ObserveRequest.of(project))
        .containers()
        .forEach(each -> each.ports().forEach(port -> published.add(port.published())));
    assertThat(published).hasSize(8).allMatch(port -> port >= 39100 && port <= 39107);
  }

  @Test
  void missingProgramIsNamed() {
    ContainerSpec spec =
        spec("web", Service.builder("web").command(List.of("nope", "--x")), Map.of());
    engine.createContainer(spec);
    assertThatThrownBy(() -> engine.startContainer(spec.name()))
        .isInstanceOf(EngineException.class)
        .isNotInstanceOf(NotFoundException.class)
        .hasMessage(
            "cannot start container '" + spec.name() + "': its image has no program 'nope'");
  }

  @Test
  void missingImageIsNamed() {
    Service.Builder service = says("true").image("no-such-image:1");
    assertThatThrownBy(() -> engine.createContainer(plainSpec("web", service.build(), Map.of())))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("image 'no-such-image:1' is not there");
  }

  @Test
  void presentImagesAreObserved() {
    Observed observed =
        engine.observe(
            new ObserveRequest(
                project, Set.of(), Set.of(), Set.of(RealEngines.IMAGE, "no-such-image:1")));
    assertThat(observed.images()).containsOnlyKeys(RealEngines.IMAGE);
    ContainerSpec spec = spec("web", says("true"), Map.of());
    engine.createContainer(spec);
    assertThat(engine.inspect(spec.name()).label(ComposeLabels.IMAGE))
        .isEqualTo(observed.images().get(RealEngines.IMAGE));
  }

  @Test
  void imageThatCannotBePulledIsNamed() {
    assertThatThrownBy(
            () -> engine.pullImage("127.0.0.1:1/nobody/nothing:1", (detail, done, total) -> {}))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("cannot pull image '127.0.0.1:1/nobody/nothing:1': ");
  }

  @Test
  void overlappingSubnetIsNamed() {
    createNetwork("one", new Network.Pool("10.213.78.0/24", null, null, Map.of()));
    assertThatThrownBy(
            () -> createNetwork("two", new Network.Pool("10.213.78.0/24", null, null, Map.of())))
        .isInstanceOf(ConflictException.class)
        .hasMessage(
            "cannot create network '"
                + project
                + "_two': its subnet overlaps with that of another network");
  }

  @Test
  void sinceAndUntilCutTheLog() {
    ContainerSpec spec = spec("web", says("echo one; sleep 1; echo two"), Map.of());
    List<LogLine> lines = run(spec);
    assertThat(lines).hasSize(2);
    LogRequest late = new LogRequest(false, -1, lines.get(1).time(), null);
    LogRequest early = new LogRequest(false, -1, null, lines.get(0).time());
    assertThat(logs(spec.name(), late)).extracting(LogLine::text).containsExactly("two");
    assertThat(logs(spec.name(), early)).extracting(LogLine::text).containsExactly("one");
  }

  @Test
  void closedEngineLeavesNoThread() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ContainerEngine other = RealEngines.open(engineUnderTest);
    other.events(project, event -> {});
    other.observe(ObserveRequest.of(project));
    Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
    started.removeAll(before);
    started.removeIf(thread -> !thread.getName().startsWith("jcompose-docker"));
    assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);
    other.close();
    for (Thread thread : started) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private boolean isPodman() {
    return engine.identity().product().equals("Podman");
  }

  private List<String> output(Service.Builder service) {
    return output("web", service, Map.of());
  }

  private List<String> output(
      String name, Service.Builder service, Map<String, NetworkUse> networks) {
    return run(spec(name, service, networks)).stream().map(LogLine::text).toList();
  }

  private List<LogLine> run(ContainerSpec spec) {
    engine.createContainer(spec);
    engine.startContainer(spec.name());
    return logs(spec.name(), LogRequest.following());
  }

  private List<LogLine> logs(String container, LogRequest request) {
    Recorder<LogLine> lines = new Recorder<>();
    Subscription subscription = engine.logs(container, request, lines::add);
    subscription.ended().toCompletableFuture().join();
    return lines.all();
  }

  private void createNetwork(String key, Network.Pool pool) {
    Network.Ipam ipam = pool == null ? null : new Network.Ipam(null, List.of(pool), Map.of());
    Network network =
        new Network(
            key,
            project + "_" + key,
            false,
            null,
            Map.of(),
            false,
            false,
            null,
            null,
            ipam,
            Map.of());
    engine.createNetwork(new NetworkSpec(network, Map.of(ComposeLabels.PROJECT, project)));
  }

  private static Mount bind(Path source, boolean create) {
    Mount.BindOptions options = new Mount.BindOptions(create, null, null, null);
    return new Mount(Mount.Type.BIND, source.toString(), "/in", false, null, options, null, null);
  }

  private static Service.Builder says(String script) {
    return Service.builder("web").command(RealEngines.shell(script));
  }

  private ContainerSpec spec(
      String name, Service.Builder service, Map<String, NetworkUse> networks) {
    return plainSpec(name, service.image(RealEngines.IMAGE).build(), networks);
  }

  private ContainerSpec plainSpec(String name, Service service, Map<String, NetworkUse> networks) {
    Map<String, String> labels =
        Map.of(ComposeLabels.PROJECT, project, ComposeLabels.SERVICE, name);
    return new ContainerSpec(
        project, service, 1, project + "-" + name + "-1", labels, networks, service.volumes());
  }
}
