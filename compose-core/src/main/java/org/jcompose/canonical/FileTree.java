package org.jcompose.canonical;

import java.util.List;
import java.util.Map;
import org.jcompose.model.CredentialSpec;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jspecify.annotations.Nullable;

/** Configs and secrets as trees in the order of Docker Compose's own structures. */
final class FileTree {

  private FileTree() {}

  static List<Map<String, @Nullable Object>> references(List<FileReference> references) {
    return references.stream().map(FileTree::reference).toList();
  }

  private static Map<String, @Nullable Object> reference(FileReference reference) {
    Integer mode = reference.mode();
    return new Tree()
        .put("source", reference.source())
        .put("target", reference.target())
        .put("uid", reference.uid())
        .put("gid", reference.gid())
        .present("mode", mode == null ? null : "0" + Integer.toOctalString(mode))
        .build();
  }

  static @Nullable Map<String, @Nullable Object> credentialSpec(@Nullable CredentialSpec spec) {
    if (spec == null) {
      return null;
    }
    return new Tree()
        .put("config", spec.config())
        .put("file", spec.file())
        .put("registry", spec.registry())
        .build();
  }

  /** A config; its content is printed only if it was written there. */
  static Map<String, @Nullable Object> config(FileObject config) {
    boolean written = config.environment() == null;
    return of(config, written ? config.content() : null);
  }

  /** A secret, of which the content is never printed. */
  static Map<String, @Nullable Object> secret(FileObject secret) {
    return of(secret, null);
  }

  private static Map<String, @Nullable Object> of(FileObject object, @Nullable String content) {
    return new Tree()
        .put("name", object.name())
        .put("file", object.file())
        .put("environment", object.environment())
        .put("content", content)
        .put("external", object.external())
        .put("labels", object.labels())
        .put("driver", object.driver())
        .put("driver_opts", object.driverOpts())
        .put("template_driver", object.templateDriver())
        .build();
  }
}
