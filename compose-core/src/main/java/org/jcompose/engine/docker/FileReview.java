package org.jcompose.engine.docker;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerFile.Kind;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Looks through the configs and secrets of services for what no container can be given. */
record FileReview(Findings findings, Project project) {

  void service(String path, Service service) {
    each(Kind.CONFIG, path + ".configs.", service, service.configs(), project.configs());
    each(Kind.SECRET, path + ".secrets.", service, service.secrets(), project.secrets());
  }

  private void each(
      Kind kind,
      String path,
      Service service,
      List<FileReference> references,
      Map<String, FileObject> objects) {
    for (int i = 0; i < references.size(); i++) {
      FileObject object = objects.get(references.get(i).source());
      if (object != null) {
        ContainerFile file = new ContainerFile(kind, references.get(i), object);
        source(file, kind.word() + "s." + object.key() + ".");
        place(file, path + i, service);
      }
    }
  }

  private void source(ContainerFile file, String path) {
    FileObject object = file.object();
    if (object.external()) {
      findings.refuse(
          path + "external",
          file + " is external, which engines keep for orchestrated services only",
          "give its 'file', 'environment' or 'content'");
    } else if (object.content() == null && object.environment() != null) {
      findings.refuse(
          path + "environment",
          "variable '" + object.environment() + "', which is " + file + ", is not set",
          "set it");
    }
    Stream.of(
            new Driver("driver", object.driver()),
            new Driver("template_driver", object.templateDriver()))
        .filter(driver -> driver.name != null)
        .forEach(
            driver ->
                findings.refuse(
                    path + driver.attribute,
                    "'" + driver.attribute + "' of " + file + " needs an orchestrator",
                    "leave it out"));
  }

  private void place(ContainerFile file, String path, Service service) {
    FileReference reference = file.reference();
    number(file, path + ".uid", "uid", reference.uid());
    number(file, path + ".gid", "gid", reference.gid());
    boolean unowned = reference.uid() == null && reference.gid() == null;
    if (reference.mode() != null
        && unowned
        && service.user() != null
        && FileRequests.numbers(service) == null) {
      findings.warnWithout(
          Features.ARCHIVE_OWNER,
          path + ".mode",
          file
              + " cannot be given to user '"
              + service.user()
              + "' before Docker API %s, so it is"
              + " root's");
    }
    if (FileRequests.isOutOfReach(file, service)) {
      findings.refuse(
          path,
          file + " cannot be put into '/', because the service is 'read_only'",
          "give it a 'target' within a folder, such as '/etc" + file.target() + "'");
    }
  }

  private void number(ContainerFile file, String path, String attribute, @Nullable String text) {
    if (text != null && !FileRequests.isNumber(text)) {
      findings.refuse(
          path,
          "'"
              + attribute
              + "' of "
              + file
              + " is '"
              + text
              + "', which engines do not know by name",
          "write its number");
    }
  }

  /** An attribute that names a driver. */
  private record Driver(String attribute, @Nullable String name) {}
}
