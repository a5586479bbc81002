package org.jcompose.load;

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
      Map<String, String> earlier = Map.copyOf(labels);
      files
          .readVariables(files.absolute(Shapes.text(item)), item.place())
          .ifPresent(file -> Dotenv.read(file, earlier::get, labels, problems));
    }
    labels.putAll(view.textMap("labels"));
    return labels;
  }
}
