package org.jcompose.load;

import java.util.List;
import org.jcompose.model.CredentialSpec;
import org.jcompose.model.FileReference;
import org.jspecify.annotations.Nullable;

/** Makes what services say of configs and secrets of canonical nodes. */
final class FileBinder {

  private FileBinder() {}

  static List<FileReference> configs(View service) {
    return service.views("configs").stream().map(FileBinder::reference).toList();
  }

  /** Secrets lie in a folder of their own, unless a service says otherwise. */
  static List<FileReference> secrets(View service) {
    return service.views("secrets").stream().map(FileBinder::secret).toList();
  }

  private static FileReference secret(View view) {
    FileReference secret = reference(view);
    return view.has("target")
        ? secret
        : new FileReference(
            secret.source(),
            "/run/secrets/" + secret.source(),
            secret.uid(),
            secret.gid(),
            secret.mode());
  }

  static FileReference reference(View view) {
    return new FileReference(
        view.textOrEmpty("source"),
        view.nonEmpty("target"),
        view.nonEmpty("uid"),
        view.nonEmpty("gid"),
        view.integer("mode"));
  }

  static @Nullable CredentialSpec credentialSpec(View service) {
    if (!service.has("credential_spec")) {
      return null;
    }
    View view = service.view("credential_spec");
    return new CredentialSpec(
        view.nonEmpty("config"), view.nonEmpty("file"), view.nonEmpty("registry"));
  }
}
