package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Build;
import org.jcompose.model.FileReference;
import org.jspecify.annotations.Nullable;

/** Makes builds of canonical nodes. */
final class BuildBinder {

  private final Variables variables;

  BuildBinder(Variables variables) {
    this.variables = variables;
  }

  @Nullable Build bind(View service) {
    if (!service.has("build")) {
      return null;
    }
    View view = service.view("build");
    Build.Builder build =
        Build.builder()
            .context(view.nonEmpty("context"))
            .dockerfile(dockerfile(view))
            .dockerfileInline(view.nonEmpty("dockerfile_inline"))
            .additionalContexts(view.textMap("additional_contexts"))
            .network(view.nonEmpty("network"))
            .target(view.nonEmpty("target"))
            .isolation(view.nonEmpty("isolation"))
            .shmSize(view.number("shm_size"))
            .platforms(view.texts("platforms"))
            .privileged(view.isOn("privileged"))
            .extraHosts(ContainerBinder.extraHosts(view))
            .ulimits(ContainerBinder.ulimits(view));
    addInputs(view, build);
    addOutputs(view, build);
    return build.build();
  }

  /** A build with an inline Dockerfile has no other, even if it is empty. */
  private static @Nullable String dockerfile(View view) {
    boolean told = view.has("dockerfile") || view.has("dockerfile_inline");
    return told ? view.nonEmpty("dockerfile") : "Dockerfile";
  }

  private void addInputs(View view, Build.Builder build) {
    List<FileReference> secrets =
        view.views("secrets").stream().map(FileBinder::reference).toList();
    build
        .args(args(view))
        .ssh(view.nullableTextMap("ssh"))
        .secrets(secrets)
        .entitlements(view.texts("entitlements"))
        .cacheFrom(view.texts("cache_from"))
        .noCache(view.isOn("no_cache"))
        .noCacheFilter(view.texts("no_cache_filter"))
        .pull(view.isOn("pull"));
  }

  private static void addOutputs(View view, Build.Builder build) {
    build
        .cacheTo(view.texts("cache_to"))
        .labels(view.textMap("labels"))
        .tags(view.texts("tags"))
        .provenance(view.nonEmpty("provenance"))
        .sbom(view.nonEmpty("sbom"));
  }

  /** An argument without a value has that of the variable, or is none if there is no such. */
  private Map<String, @Nullable String> args(View view) {
    Map<String, @Nullable String> args = new LinkedHashMap<>();
    view.nullableTextMap("args")
        .forEach(
            (name, value) -> {
              String known = value == null ? variables.get(name) : value;
              if (known != null) {
                args.put(name, known);
              }
            });
    return args;
  }
}
