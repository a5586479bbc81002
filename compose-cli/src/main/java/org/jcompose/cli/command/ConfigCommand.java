package org.jcompose.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jcompose.Compose;
import org.jcompose.ComposeBuilder;
import org.jcompose.ConfigFormat;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** {@code config}. */
final class ConfigCommand implements Command {

  private final Options options =
      new Options("jcompose config", Subcommand.CONFIG.summary() + ".", SERVICES)
          .notYet(
              "--environment",
              "--lock-image-digests",
              "--models",
              "--no-interpolate",
              "--no-normalize",
              "--no-path-resolution",
              "--resolve-image-digests",
              "--variables");
  private final Supplier<String> format =
      options.choice("How to print it", List.of("yaml", "json"), "--format");
  private final Supplier<Boolean> quiet =
      options.flag("Nothing unless something is wrong", "-q", "--quiet");
  private final Supplier<@Nullable String> output =
      options.text("FILE", "Into this file instead of stdout", "-o", "--output");
  private final Supplier<Boolean> names = options.flag("The services' names", "--services");
  private final Supplier<Boolean> volumes = options.flag("The volumes' names", "--volumes");
  private final Supplier<Boolean> networks = options.flag("The networks' names", "--networks");
  private final Supplier<Boolean> images = options.flag("The images' names", "--images");
  private final Supplier<Boolean> profiles = options.flag("The profiles' names", "--profiles");
  private final Supplier<@Nullable String> hash =
      options.text("SERVICES", "The hashes of services, by commas; '*': of all", "--hash");
  private final Supplier<Boolean> unchecked =
      options.flag("Do not check what services refer to", "--no-consistency");
  private final Supplier<Boolean> unresolved =
      options.flag("Leave the contents of env_file out", "--no-env-resolution");
  private final ConfigQuestions questions = new ConfigQuestions(options);
  private final Supplier<List<String>> services = options.parameters("SERVICE");

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    if (questions.isAsked()) {
      return questions.answer(refined(session.builder(services.get())), session).number();
    }
    try (Compose compose = refined(session.builder(services.get())).build()) {
      session.warn(compose);
      String text = text(compose);
      if (!quiet.get()) {
        write(text, session);
      }
      return ExitCode.DONE.number();
    }
  }

  private ComposeBuilder refined(ComposeBuilder builder) {
    ComposeBuilder refined = unchecked.get() ? builder.withoutConsistencyCheck() : builder;
    return unresolved.get() || hash.get() != null ? refined.withoutEnvFileContents() : refined;
  }

  private String text(Compose compose) {
    Project project = compose.project();
    String wanted = hash.get();
    if (names.get()) {
      return lines(compose.serviceOrder());
    }
    if (volumes.get()) {
      return lines(project.volumes().keySet());
    }
    if (networks.get()) {
      return lines(project.networks().keySet());
    }
    if (wanted != null) {
      return hashes(compose, wanted);
    }
    if (profiles.get()) {
      return lines(profilesOf(project));
    }
    return images.get() ? images(project) : canonical(compose);
  }

  private String canonical(Compose compose) {
    ConfigFormat chosen = format.get().equals("json") ? ConfigFormat.JSON : ConfigFormat.YAML;
    return compose.config(chosen, services.get());
  }

  private String hashes(Compose compose, String wanted) {
    Map<String, String> hashes = new TreeMap<>(compose.hashes());
    if (!wanted.equals("*")) {
      List<String> only = Arrays.asList(wanted.split(",", -1));
      Services.check(only, compose, List.of());
      hashes.keySet().retainAll(only);
    }
    return lines(hashes.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  private static Collection<String> profilesOf(Project project) {
    TreeSet<String> all = new TreeSet<>();
    project.services().values().forEach(service -> all.addAll(service.profiles()));
    project.disabled().values().forEach(service -> all.addAll(service.profiles()));
    return all;
  }

  private static String images(Project project) {
    return lines(
        project.services().values().stream().map(service -> image(service, project)).toList());
  }

  private static String image(Service service, Project project) {
    String image = service.image();
    return image == null ? project.name() + "-" + service.name() : image;
  }

  private void write(String text, Session session) {
    String file = output.get();
    if (file == null) {
      session.screen().text(text);
      return;
    }
    Path path = session.around().cwd().resolve(file);
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new EngineException("cannot write '" + file + "': " + e.getMessage(), null, e);
    }
  }

  private static String lines(Collection<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
