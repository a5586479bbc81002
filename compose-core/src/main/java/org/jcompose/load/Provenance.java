package org.jcompose.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how values came to be: which variables each one uses, and, if somebody asks, what each
 * file said before it was merged. A value keeps the very object that is its place through all steps
 * of a load, so that places, by their identity, are the keys; what is kept grows with the number of
 * values that use variables.
 */
final class Provenance {

  private static final Pattern CONFIDENTIAL =
      Pattern.compile("(?i).*(pass|pwd|secret|token|key|cred|auth|private|salt|hash).*");
  private static final int SHORTEST_MASKED = 3;
  private static final int MOST_USES = 8;

  /**
   * A variable that a value uses.
   *
   * @param value null: it is not set
   * @param inherited whether it comes from the process's environment
   */
  record Use(String name, @Nullable String value, boolean inherited) {}

  /**
   * What a file or an inherited service said.
   *
   * @param path of the attribute that the content is the value of
   * @param how it came into the project, or empty
   */
  record Layer(String path, Mapping content, String how) {}

  private final IdentityHashMap<Place, List<Use>> uses = new IdentityHashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final List<Source> variableFiles = new ArrayList<>();
  private final @Nullable List<Layer> layers;

  private Provenance(@Nullable List<Layer> layers) {
    this.layers = layers;
  }

  /** Remembers no more than problems need. */
  static Provenance ofProblems() {
    return new Provenance(null);
  }

  /** Remembers what was overridden, too. */
  static Provenance recording() {
    return new Provenance(new ArrayList<>());
  }

  /** A file was read. */
  void read(Source file) {
    order.putIfAbsent(file.name(), order.size());
  }

  /** A file of variables was read. */
  void readVariables(Source file) {
    variableFiles.add(file);
  }

  /** The value at the place uses these variables. */
  void uses(Place place, List<Use> variables) {
    if (!variables.isEmpty()) {
      uses.put(place, List.copyOf(variables.subList(0, Math.min(MOST_USES, variables.size()))));
    }
  }

  List<Use> usesAt(Place place) {
    return uses.getOrDefault(place, List.of());
  }

  /** This content is about to be merged into what came before it. */
  void layer(String path, Mapping content, String how) {
    if (layers != null) {
      layers.add(new Layer(path, content, how));
    }
  }

  List<Layer> layers() {
    return layers == null ? List.of() : List.copyOf(layers);
  }

  /**
   * The problems in the order in which their files were read, with the sources of the variables
   * that are to blame.
   */
  List<Problem> explained(List<Problem> problems) {
    Map<Use, String> known = new LinkedHashMap<>();
    return problems.stream()
        .sorted(Comparator.comparingInt(this::order))
        .map(it -> explained(it, u -> known.computeIfAbsent(u, this::note)))
        .toList();
  }

  /** What has no place comes first, then what was read as no file. */
  private int order(Problem problem) {
    Place place = problem.place();
    return place == null ? -2 : order.getOrDefault(place.source().name(), -1);
  }

  private Problem explained(Problem problem, Function<Use, String> note) {
    Place place = problem.place();
    List<Use> found = place == null ? List.of() : usesAt(place);
    return found.isEmpty()
        ? problem
        : problem
            .withMessage(masked(problem.message(), found))
            .withNotes(found.stream().map(note).toList());
  }

  /** A sentence without values that are nobody's business. */
  private static String masked(String message, List<Use> uses) {
    String masked = message;
    for (Use use : uses) {
      String value = use.value();
      if (value != null && value.length() >= SHORTEST_MASKED && isConfidential(use)) {
        masked = masked.replace(value, "***");
      }
    }
    return masked;
  }

  private static boolean isConfidential(Use use) {
    return CONFIDENTIAL.matcher(use.name()).matches();
  }

  private String note(Use use) {
    String name = "variable '" + use.name() + "' is ";
    String value = use.value();
    if (value == null) {
      return name + "not set";
    }
    String shown = isConfidential(use) ? "set" : "'" + Abbreviated.of(value) + "'";
    return name + shown + ", from " + origin(use);
  }

  /** Where a variable was set, as a sentence goes on after "from". */
  String origin(Use use) {
    if (use.inherited()) {
      return use.name().equals("COMPOSE_PROJECT_NAME") ? "the project's name" : "the environment";
    }
    Pattern definition =
        Pattern.compile("\\s*(export\\s+)?" + Pattern.quote(use.name()) + "\\s*([=:].*)?");
    String found = "a file of variables";
    boolean certain = false;
    for (Source file : variableFiles) {
      for (int line = 1; line <= file.lineCount(); line++) {
        String text = file.line(line);
        boolean exact = use.value() != null && text.contains(use.value());
        if (definition.matcher(text).matches() && (exact || !certain)) {
          found = file.name() + ":" + line;
          certain = exact;
        }
      }
    }
    return found;
  }
}
