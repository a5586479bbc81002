package org.jcompose.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.load.Discovery.Found;
import org.jcompose.load.ProjectBinder.Profiles;
import org.jcompose.load.remote.RemoteFiles;
import org.jcompose.model.Explanation;
import org.jcompose.model.Project;
import org.jcompose.model.UsedVariable;
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

  /**
   * The variables that a project's files use, by their names; none of them needs to be set.
   *
   * @throws InvalidProjectException if the files cannot be read
   */
  public Map<String, UsedVariable> usedVariables(LoadRequest request) {
    return new Run(request, Provenance.ofProblems()).used();
  }

  /**
   * The merged files as plain maps, lists and scalars, without replacing variables: nothing is
   * checked that a variable could change.
   *
   * @throws InvalidProjectException if the files cannot be read
   */
  public Map<String, @Nullable Object> uninterpolated(LoadRequest request) {
    return new Run(request, Provenance.ofProblems()).uninterpolated();
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
      Files files = files();
      Project project = project(files);
      List<Problem> all = problems.all(provenance::explained);
      if (problems.hasErrors()) {
        throw new InvalidProjectException(all);
      }
      return new LoadResult(project, files.variables().all(), all);
    }

    Map<String, UsedVariable> used() {
      Map<String, UsedVariable> used = UsedVariables.in(roots(files()));
      problems.throwIfErrors();
      return used;
    }

    Map<String, @Nullable Object> uninterpolated() {
      Files files = files();
      problems.throwIfErrors();
      Mapping merged = Uninterpolated.merged(roots(files), context(files));
      Map<String, @Nullable Object> model = new View(merged).plain();
      if (request.has(LoadRequest.Step.NORMALIZATION)) {
        PlainModel.normalize(files.name(), model);
      }
      return model;
    }

    private static List<Mapping> roots(Files files) {
      return files.documents().stream().map(Document::root).toList();
    }

    /** What the files hold, and what they may use. */
    private record Files(
        ComposeFiles reader,
        Found found,
        List<Document> documents,
        String name,
        Variables variables) {}

    private Files files() {
      Discovery discovery = new Discovery(request, remote, problems);
      EnvironmentFiles envFiles = new EnvironmentFiles(request, texts, problems);
      Path first = discovery.firstDirectory();
      Variables variables = envFiles.read(first, Variables.of(request));
      Found found = discovery.find(variables).orElse(null);
      if (found == null) {
        throw new InvalidProjectException(problems.all(provenance::explained));
      }
      if (!found.directory().equals(first) && request.envFiles().isEmpty()) {
        variables = envFiles.read(found.directory(), variables);
      }
      ComposeFiles files = new ComposeFiles(texts, request.standardInput(), problems);
      List<Document> documents = files.read(found.files());
      String name = name(documents, found, variables);
      Variables all = variables.with("COMPOSE_PROJECT_NAME", name);
      return new Files(files, found, documents, name, all);
    }

    private Project project(Files files) {
      boolean complete = !problems.hasErrors();
      Variables variables = files.variables();
      FileContext context = context(files);
      Locations locations = new Locations(files.reader(), texts, remote, new HashMap<>());
      Assembly assembly = new Assembly(locations, context, variables);
      root = assembly.merged(files.documents(), IncludeChain.START);
      Project project = bind(root, files.name(), files.found(), variables, context);
      if (complete && request.has(LoadRequest.Step.CONSISTENCY)) {
        Merged merged = new Merged(project, new View(root), assembly.broken(), problems);
        new Consistency(merged).check();
      }
      boolean normal = request.has(LoadRequest.Step.NORMALIZATION);
      return normal ? project : Unnormalized.of(project, root);
    }

    private FileContext context(Files files) {
      boolean pathsStay = !request.has(LoadRequest.Step.PATHS);
      String home = files.variables().nonEmpty("HOME");
      Allowance ports = new Allowance(MOST_PORTS);
      return new FileContext(
          files.found().directory(), pathsStay, home, problems, ports, provenance);
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
              new Interpolation(variables, texts.growth(), reportedLater, Provenance.ofProblems())
                  .apply(scalar);
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
