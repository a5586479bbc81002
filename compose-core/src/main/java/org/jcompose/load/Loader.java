package org.jcompose.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.load.Discovery.Found;
import org.jcompose.load.ProjectBinder.Profiles;
import org.jcompose.load.remote.RemoteFiles;
import org.jcompose.model.Explanation;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Loads a project from its Compose files. The steps, each a class of its own: find the files, read
 * the variables, read YAML, decide the name; for each file replace variables, bring it into
 * canonical form, add what it inherits and includes; merge; make the model; check it.
 */
public final class Loader {

  /**
   * Loads a project.
   *
   * @throws InvalidProjectException with every problem that could be found
   */
  public LoadResult load(LoadRequest request) {
    return new Run(request, Provenance.ofProblems()).load();
  }

  /**
   * Loads a project and explains where one of its attributes came from.
   *
   * @param path from the top of the file: {@code services.web.environment.URL}
   * @throws InvalidProjectException with every problem, or if there is no such attribute
   */
  public Explanation explain(LoadRequest request, String path) {
    Provenance provenance = Provenance.recording();
    Run run = new Run(request, provenance);
    run.load();
    return new Explainer(run.root, provenance).explain(path);
  }

  private static final class Run {
    private static final int MOST_PORTS = 70_000;

    private final LoadRequest request;
    private final Provenance provenance;
    private final Problems problems = new Problems();
    private final TextFiles texts;
    private final RemoteFiles remote;
    private Mapping root = View.of(null).mapping();

    Run(LoadRequest request, Provenance provenance) {
      this.request = request;
      this.provenance = provenance;
      this.texts = new TextFiles(request.workingDirectory(), problems, provenance);
      this.remote = new RemoteFiles(request.environment());
    }

    LoadResult load() {
      Discovery discovery = new Discovery(request, remote, problems);
      EnvironmentFiles envFiles = new EnvironmentFiles(request, texts, problems);
      Path first = discovery.firstDirectory();
      Variables variables = envFiles.read(first);
      Found found = discovery.find(variables).orElse(null);
      if (found == null) {
        throw new InvalidProjectException(provenance.explained(problems.all()));
      }
      if (!found.directory().equals(first) && request.envFiles().isEmpty()) {
        variables = joined(variables, envFiles.read(found.directory()));
      }
      Project project = project(found, variables);
      List<Problem> all = provenance.explained(problems.all());
      if (problems.hasErrors()) {
        throw new InvalidProjectException(all);
      }
      return new LoadResult(project, all);
    }

    /** What the first directory's file says wins, as it may have named the other directory. */
    private static Variables joined(Variables first, Variables second) {
      Map<String, String> all = new LinkedHashMap<>(second.fromFiles());
      all.putAll(first.fromFiles());
      return new Variables(first.environment(), all);
    }

    private Project project(Found found, Variables known) {
      ComposeFiles files = new ComposeFiles(texts, request.standardInput(), problems);
      List<Document> documents = files.read(found.files());
      boolean complete = !problems.hasErrors();
      String name = name(documents, found, known);
      Variables variables = known.with("COMPOSE_PROJECT_NAME", name);
      FileContext context =
          new FileContext(
              found.directory(),
              variables.nonEmpty("HOME"),
              problems,
              new Allowance(MOST_PORTS),
              provenance);
      Locations locations = new Locations(files, texts, remote, new HashMap<>());
      Assembly assembly = new Assembly(locations, context, variables);
      root = assembly.merged(documents, IncludeChain.START);
      Project project = bind(root, name, found, variables, context);
      if (complete && request.has(LoadRequest.Step.CONSISTENCY)) {
        Merged merged = new Merged(project, new View(root), assembly.broken(), problems);
        new Consistency(merged).check();
      }
      return project;
    }

    private Project bind(
        Mapping root, String name, Found found, Variables variables, FileContext context) {
      boolean resolve = request.has(LoadRequest.Step.ENVIRONMENT);
      ServiceEnvironment environment = new ServiceEnvironment(variables, texts, resolve, problems);
      ServiceBinder services = new ServiceBinder(environment, problems);
      ResourceBinder resources = new ResourceBinder(name, context);
      return new ProjectBinder(name, found, services, resources)
          .bind(root, Profiles.of(request, variables));
    }

    private String name(List<Document> documents, Found found, Variables variables) {
      String given = request.projectName();
      if (given == null) {
        given = variables.nonEmpty("COMPOSE_PROJECT_NAME");
      }
      if (given != null && !given.isEmpty()) {
        return checked(given, null);
      }
      Scalar written = null;
      for (Document document : documents) {
        if (document.root().get("name") instanceof Scalar scalar && !scalar.isNull()) {
          written = scalar;
        }
      }
      return written == null ? fromFolder(found) : written(written, variables, found);
    }

    private String written(Scalar scalar, Variables variables, Found found) {
      Problems reportedLater = new Problems();
      Scalar name =
          (Scalar)
              new Interpolation(variables, reportedLater, Provenance.ofProblems()).apply(scalar);
      boolean missing = name.text().isEmpty() || name.type() == Scalar.Type.INVALID;
      return missing ? fromFolder(found) : checked(name.text(), scalar.place());
    }

    private String fromFolder(Found found) {
      String name = ProjectName.of(found.namesake());
      if (name.isEmpty()) {
        problems.error(
            null,
            "no project name can be made of the folder '" + found.namesake() + "'",
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
