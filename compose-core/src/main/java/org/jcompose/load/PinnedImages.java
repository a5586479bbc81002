package org.jcompose.load;

import java.util.HashMap;
import java.util.Map;
import org.jcompose.load.remote.ImageDigests;
import org.jcompose.load.remote.RemoteException;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.problem.Problems;

/** Names the images of a project by what their tags stand for now. */
public final class PinnedImages {

  private PinnedImages() {}

  /**
   * The project with each image's digest beside its tag.
   *
   * @param environment names the user's Docker configuration, which knows how to log in
   * @throws org.jcompose.problem.InvalidProjectException with each image whose digest cannot be had
   */
  public static Project in(Project project, Map<String, String> environment) {
    ImageDigests digests = new ImageDigests(environment);
    Problems problems = new Problems();
    Map<String, Service> services = new HashMap<>();
    project
        .services()
        .forEach(
            (name, service) -> services.put(name, pinned(project, service, digests, problems)));
    problems.throwIfErrors();
    return project.toBuilder().services(services).build();
  }

  private static Service pinned(
      Project project, Service service, ImageDigests digests, Problems problems) {
    String image = service.image();
    if (image == null) {
      return service;
    }
    try {
      return service.toBuilder().image(digests.pinned(image)).build();
    } catch (RemoteException e) {
      problems.error(
          project.places().at("services." + service.name() + ".image").orElse(null),
          "image '" + image + "' of service '" + service.name() + "': " + e.getMessage(),
          e.fix());
      return service;
    }
  }
}
