package org.jcompose.cli.option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jcompose.plan.UpOptions;
import org.jcompose.plan.UpOptions.Recreate;
import org.jspecify.annotations.Nullable;

/** The options that say what {@code up} is to reach, which {@code plan} shares. */
public final class UpFlags {

  private final Options options;
  private final Supplier<Boolean> force;
  private final Supplier<Boolean> never;
  private final Supplier<List<String>> scale;
  private final Supplier<Boolean> removeOrphans;
  private final Supplier<@Nullable Duration> timeout;
  private final Supplier<Boolean> await;
  private final Supplier<@Nullable Duration> awaitTimeout;
  private final Supplier<Boolean> renew;
  private final Supplier<List<String>> services;

  public UpFlags(Options options) {
    this.options = options;
    force = options.flag("Replace containers that are up to date, too", "--force-recreate");
    never = options.flag("Keep containers that are out of date", "--no-recreate");
    scale = options.texts("SERVICE=N", "How many containers of a service", "--scale");
    removeOrphans =
        options.flag("Remove containers of services that are not in the files", "--remove-orphans");
    timeout =
        options.value(
            "SECONDS",
            Numbers::seconds,
            "How long a container may take to stop",
            "-t",
            "--timeout");
    await = options.flag("Wait until every service is running or healthy", "--wait");
    awaitTimeout =
        options.value("SECONDS", Numbers::seconds, "How long to wait at most", "--wait-timeout");
    renew =
        options.flag(
            "Give replaced containers new anonymous volumes", "-V", "--renew-anon-volumes");
    services = options.parameters("SERVICE");
  }

  /** Whether the end of the run is to be waited for. */
  public boolean isAwaiting() {
    return await.get();
  }

  public @Nullable Duration timeout() {
    return timeout.get();
  }

  public List<String> services() {
    return services.get();
  }

  /**
   * What the options say together, {@code COMPOSE_REMOVE_ORPHANS} included.
   *
   * @throws UsageException if they exclude one another
   */
  public UpOptions read(Map<String, String> env) {
    if (force.get() && never.get()) {
      throw options.wrong("'--force-recreate' and '--no-recreate' exclude one another", null);
    }
    Recreate recreate =
        force.get() ? Recreate.FORCE : never.get() ? Recreate.NEVER : Recreate.DIVERGED;
    Duration limit = awaitTimeout.get();
    UpOptions wanted =
        new UpOptions(
            new TreeSet<>(services()),
            recreate,
            Scale.read(scale.get(), options),
            await.get(),
            limit == null || limit.isZero() ? null : limit,
            removeOrphans.get() || Variables.isTrue(env, "COMPOSE_REMOVE_ORPHANS"),
            timeout.get());
    return wanted.renewingAnonymousVolumes(renew.get());
  }
}
