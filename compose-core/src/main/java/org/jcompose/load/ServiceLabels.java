package org.jcompose.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;

/** Gives a service its labels: those of its files, then its own. */
final class ServiceLabels {

  private final TextFiles files;
  private final Problems problems;

  ServiceLabels(TextFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  Map<String, String> of(View view) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Node item : view.items("label_file")) {
      files
          .read(Path.of(Shapes.text(item)), item.place())
          .ifPresent(
              file ->
                  labels.putAll(
                      Dotenv.read(file.source(), file.text(), Map.copyOf(labels)::get, problems)));
    }
    labels.putAll(view.textMap("labels"));
    return labels;
  }
}
