package org.jcompose.cli.command;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.Compose;
import org.jcompose.cli.option.Options;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** What {@code config} prints one line each instead of the project: names, and the like. */
final class ConfigLists {

  private final Supplier<Boolean> names;
  private final Supplier<Boolean> volumes;
  private final Supplier<Boolean> networks;
  private final Supplier<Boolean> models;
  private final Supplier<@Nullable String> hash;
  private final Supplier<Boolean> profiles;
  private final Supplier<Boolean> images;
  private final Supplier<Boolean> environment;

  ConfigLists(Options options) {
    names = options.flag("The services' names", "--services");
    volumes = options.flag("The volumes' names", "--volumes");
    networks = options.flag("The networks' names", "--networks");
    models = options.flag("The models' names", "--models");
    images = options.flag("The images' names", "--images");
    profiles = options.flag("The profiles' names", "--profiles");
    environment = options.flag("The variables that files can use", "--environment");
    hash = options.text("SERVICES", "The hashes of services, by commas; '*': of all", "--hash");
  }

  boolean isWanted() {
    return hash.get() != null
        || Stream.of(names, volumes, networks, models, profiles, images, environment)
            .anyMatch(Supplier::get);
  }

  boolean wantsHashes() {
    return hash.get() != null;
  }

  /** The first list that is wanted, in the order of Docker Compose; null: none is. */
  @Nullable String text(Compose compose) {
    Project project = compose.project();
    String services = hash.get();
    if (names.get()) {
      return lines(compose.serviceOrder());
    }
    if (volumes.get()) {
      return lines(project.volumes().keySet());
    }
    if (networks.get()) {
      return lines(project.networks().keySet());
    }
    if (models.get()) {
      return lines(project.models().keySet());
    }
    if (services != null) {
      return hashes(compose, services);
    }
    return others(compose, project);
  }

  private @Nullable String others(Compose compose, Project project) {
    if (profiles.get()) {
      return lines(profilesOf(project));
    }
    if (images.get()) {
      return lines(
          project.services().values().stream().map(service -> image(service, project)).toList());
    }
    return environment.get() ? pairs(compose.variables(), "=") : null;
  }

  private static String hashes(Compose compose, String wanted) {
    Map<String, String> hashes = new TreeMap<>(compose.hashes());
    if (!wanted.equals("*")) {
      List<String> only = Arrays.asList(wanted.split(",", -1));
      Services.check(only, compose, List.of());
      hashes.keySet().retainAll(only);
    }
    return pairs(hashes, " ");
  }

  private static Collection<String> profilesOf(Project project) {
    TreeSet<String> all = new TreeSet<>();
    project.services().values().forEach(service -> all.addAll(service.profiles()));
    project.disabled().values().forEach(service -> all.addAll(service.profiles()));
    return all;
  }

  private static String image(Service service, Project project) {
    String image = service.image();
    return image == null ? project.name() + "-" + service.name() : image;
  }

  private static String pairs(Map<String, String> pairs, String between) {
    return lines(pairs.entrySet().stream().map(e -> e.getKey() + between + e.getValue()).toList());
  }

  private static String lines(Collection<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
