package org.jcompose.load;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.load.Discovery.Found;
import org.jcompose.load.ProjectBinder.Profiles;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Loads a project from its Compose files. The steps, each a class of its own: find the files, read
 * the variables, read YAML, decide the name; for each file replace variables and bring it into
 * canonical form; merge; make the model; check it.
 */
public final class Loader {

  /**
   * Loads a project.
   *
   * @throws InvalidProjectException with every problem that could be found
   */
  public LoadResult load(LoadRequest request) {
    return new Run(request).load();
  }

  private static final class Run {
    private static final int MOST_PORTS = 70_000;

    private final LoadRequest request;
    private final Problems problems = new Problems();
    private final TextFiles texts;
    private final Set<String> broken = new HashSet<>();

    Run(LoadRequest request) {
      this.request = request;
      this.texts = new TextFiles(request.workingDirectory(), problems);
    }

    LoadResult load() {
      Discovery discovery = new Discovery(request, problems);
      EnvironmentFiles envFiles = new EnvironmentFiles(request, texts, problems);
      Path first = discovery.firstDirectory();
      Variables variables = envFiles.read(first);
      Found found = discovery.find(variables).orElse(null);
      if (found == null) {
        throw new InvalidProjectException(problems.all());
      }
      if (!found.directory().equals(first) && request.envFiles().isEmpty()) {
        variables = joined(variables, envFiles.read(found.directory()));
      }
      Project project = project(found, variables);
      problems.throwIfErrors();
      return new LoadResult(project, problems.all());
    }

    /** What the first directory's file says wins, as it may have named the other directory. */
    private static Variables joined(Variables first, Variables second) {
      Map<String, String> all = new LinkedHashMap<>(second.fromFiles());
      all.putAll(first.fromFiles());
      return new Variables(first.environment(), all);
    }

    private Project project(Found found, Variables known) {
      ComposeFiles files = new ComposeFiles(texts, request.standardInput(), problems);
      List<Mapping> documents = files.read(found.files());
      boolean complete = !problems.hasErrors();
      String name = name(documents, found, known);
      Variables variables = known.with("COMPOSE_PROJECT_NAME", name);
      FileContext context =
          new FileContext(
              found.directory(), variables.nonEmpty("HOME"), problems, new Allowance(MOST_PORTS));
      Mapping root = merged(documents, variables, context);
      Project project = bind(root, name, found, variables, context);
      if (complete && request.has(LoadRequest.Step.CONSISTENCY)) {
        new Consistency(project, root, broken, problems).check();
      }
      return project;
    }

    private Project bind(
        Mapping root, String name, Found found, Variables variables, FileContext context) {
      boolean resolve = request.has(LoadRequest.Step.ENVIRONMENT);
      ServiceEnvironment environment = new ServiceEnvironment(variables, texts, resolve, problems);
      ServiceBinder services = new ServiceBinder(environment, new BuildBinder(variables), problems);
      ResourceBinder resources = new ResourceBinder(name, context, variables);
      return new ProjectBinder(name, found, services, resources)
          .bind(root, Profiles.of(request, variables));
    }

    private Mapping merged(List<Mapping> documents, Variables variables, FileContext context) {
      Mapping merged = View.of(null).mapping();
      Interpolation interpolation = new Interpolation(variables, problems);
      Attribute file = Attribute.of("", Attributes.FILE);
      for (Mapping document : documents) {
        warnOfVersion(document);
        Canonical canonical = new Canonical(context);
        Node node = canonical.apply(file, interpolation.apply(document), "");
        broken.addAll(canonical.broken());
        if (node instanceof Mapping mapping) {
          merged = Merger.merge(Attributes.FILE, merged, mapping);
        }
      }
      new Requirements(problems, broken).check(merged);
      return BuildDefaults.into(merged, context);
    }

    private void warnOfVersion(Mapping document) {
      Entry version = document.entry("version");
      if (version != null) {
        problems.warning(version.place(), "'version' is obsolete and has no effect", "remove it");
      }
    }

    private String name(List<Mapping> documents, Found found, Variables variables) {
      String given = request.projectName();
      if (given == null) {
        given = variables.nonEmpty("COMPOSE_PROJECT_NAME");
      }
      if (given != null && !given.isEmpty()) {
        return checked(given, null);
      }
      Scalar written = null;
      for (Mapping document : documents) {
        if (document.get("name") instanceof Scalar scalar && !scalar.isNull()) {
          written = scalar;
        }
      }
      return written == null ? fromFolder(found) : written(written, variables, found);
    }

    private String written(Scalar scalar, Variables variables, Found found) {
      Problems reportedLater = new Problems();
      Scalar name = (Scalar) new Interpolation(variables, reportedLater).apply(scalar);
      boolean missing = name.text().isEmpty() || name.type() == Scalar.Type.INVALID;
      return missing ? fromFolder(found) : checked(name.text(), scalar.place());
    }

    private String fromFolder(Found found) {
      String name = ProjectName.of(found.directory());
      if (name.isEmpty()) {
        problems.error(
            null,
            "no project name can be made of the folder '" + found.directory() + "'",
            "set one with '-p', or 'name:' in the Compose file");
      }
      return name;
    }

    private String checked(String name, @Nullable Place place) {
      if (!ProjectName.isValid(name)) {
        String near = ProjectName.normalize(name);
        problems.error(
            place,
            "'"
                + name
                + "' is no project name: it must begin with a lower-case letter or digit,"
                + " and go on with these, '-' and '_'",
            near.isEmpty() ? null : "use '" + near + "'");
      }
      return name;
    }
  }
}
