package org.jcompose.cli.option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jcompose.plan.DownOptions;
import org.jspecify.annotations.Nullable;

/** The options that say what {@code down} is to remove. */
public final class DownFlags {

  private final Options options;
  private final Supplier<Boolean> volumes;
  private final Supplier<Boolean> removeOrphans;
  private final Supplier<@Nullable Duration> timeout;
  private final Supplier<List<String>> services;

  public DownFlags(Options options) {
    this.options = options;
    volumes = options.flag("Also remove the project's volumes", "-v", "--volumes");
    removeOrphans =
        options.flag("Also containers of services that are not in the files", "--remove-orphans");
    timeout =
        options.value(
            "SECONDS",
            Numbers::seconds,
            "How long a container may take to stop",
            "-t",
            "--timeout");
    services = options.parameters("SERVICE");
  }

  /**
   * What the options say together, {@code COMPOSE_REMOVE_ORPHANS} included.
   *
   * @throws UsageException if services are named, which is not supported yet
   */
  public DownOptions read(Map<String, String> env) {
    if (!services.get().isEmpty()) {
      throw options.wrong(
          "'jcompose down' with services is not supported yet",
          "leave '" + String.join("' '", services.get()) + "' out to take the whole project down");
    }
    return new DownOptions(
        volumes.get(),
        removeOrphans.get() || Variables.isTrue(env, "COMPOSE_REMOVE_ORPHANS"),
        timeout.get());
  }
}
