package org.jcompose.load;

import org.jcompose.model.Develop;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Service;
import org.jcompose.model.UnfilledExtension;

/** Services as they would be if their project lay in another folder: paths are part of hashes. */
record Relocation(String from, String to) {

  Service of(Service service) {
    return service.toBuilder()
        .volumes(
            service.volumes().stream()
                .map(mount -> mount.withSource(moved(mount.source())))
                .toList())
        .unfilledExtension(
            service.unfilledExtension() == null
                ? null
                : new UnfilledExtension(
                    moved(service.unfilledExtension().file()),
                    service.unfilledExtension().service()))
        .envFiles(
            service.envFiles().stream()
                .map(f -> new EnvFile(moved(f.path()), f.required(), f.format()))
                .toList())
        .develop(service.develop() == null ? null : moved(service.develop()))
        .build();
  }

  private Develop moved(Develop develop) {
    return new Develop(
        develop.watch().stream()
            .map(
                t ->
                    new Develop.Trigger(
                        moved(t.path()),
                        t.action(),
                        t.target(),
                        t.exec(),
                        t.include(),
                        t.ignore(),
                        t.initialSync()))
            .toList());
  }

  private String moved(String path) {
    return path == null ? null : path.replace(from, to);
  }
}
