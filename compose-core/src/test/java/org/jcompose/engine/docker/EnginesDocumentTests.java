package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.Finding;
import org.jcompose.model.Project;
import org.jcompose.testing.Repository;
import org.junit.jupiter.api.Test;

/** That {@code docs/engines.md} tells of each attribute what the code does with it. */
class EnginesDocumentTests {

  private static final ApiVersion NEWEST = new ApiVersion(1, 51);

  @Test
  void tablesAreThoseOfTheCode() {
    String document = document();
    assertThat(document).contains(table(serviceRows()));
    assertThat(document).contains(table(rows(NetworkRequest.FIELDS)));
    assertThat(document).contains(table(rows(VolumeRequest.FIELDS)));
  }

  @Test
  void eachFieldIsInTheRequest() {
    List<Field> fields = ServiceAttributes.FIELDS.stream().map(ServiceField::field).toList();
    String body = ContainerRequest.of(EverythingGiven.container(), "sha256:1", NEWEST).body();
    assertThat(absent(fields, body)).containsExactly("platform");
    assertThat(absent(NetworkRequest.FIELDS, NetworkRequest.of(EverythingGiven.network(), NEWEST)))
        .isEmpty();
    assertThat(absent(VolumeRequest.FIELDS, VolumeRequest.of(EverythingGiven.volume()))).isEmpty();
  }

  @Test
  void fieldsThatAnEngineDoesNotKnowAreNotSent() {
    String body =
        ContainerRequest.of(EverythingGiven.container(), "sha256:1", new ApiVersion(1, 24)).body();
    List<Field> newer =
        ServiceAttributes.FIELDS.stream()
            .map(ServiceField::field)
            .filter(field -> field.needs() != null)
            .filter(field -> !field.path().endsWith("DriverOpts"))
            .toList();
    // Recursion and parts of what is mounted are refused before, lest more be mounted.
    assertThat(absent(newer, body))
        .contains(
            "annotations", "cgroup", "gpus", "healthcheck.start_interval", "networks.gw_priority");
  }

  @Test
  void everyAttributeIsKnown() {
    Project project =
        Project.builder("p", Path.of("/p"))
            .services(Map.of("web", EverythingGiven.container().service()))
            .build();
    assertThat(ProjectReview.of(project, NEWEST, false))
        .extracting(Finding::message)
        .noneMatch(message -> message.endsWith("is not supported"));
  }

  private static List<String> absent(List<Field> fields, String body) {
    JsonNode root = parse(body);
    return fields.stream()
        .filter(field -> !isThere(root, List.of(field.path().split("\\."))))
        .map(Field::attribute)
        .distinct()
        .toList();
  }

  private static boolean isThere(JsonNode node, List<String> path) {
    if (path.isEmpty()) {
      return !node.isMissingNode() && !node.isNull();
    }
    List<String> rest = path.subList(1, path.size());
    if (path.get(0).equals("*")) {
      List<JsonNode> children = new ArrayList<>();
      node.elements().forEachRemaining(children::add);
      return children.stream().anyMatch(child -> isThere(child, rest));
    }
    return isThere(node.path(path.get(0)), rest);
  }

  private static JsonNode parse(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> serviceRows() {
    List<String> rows = rows(ServiceAttributes.FIELDS.stream().map(ServiceField::field).toList());
    Stream<String> others =
        ServiceAttributes.NO_FIELD.entrySet().stream()
            .map(each -> "| `" + each.getKey() + "` | " + each.getValue() + " | |");
    return Stream.concat(rows.stream(), others).toList();
  }

  private static List<String> rows(List<Field> fields) {
    return fields.stream()
        .map(
            field ->
                "| `"
                    + field.attribute()
                    + "` | `"
                    + field.path()
                    + "` | "
                    + (field.needs() == null ? "" : field.needs().least() + " ")
                    + "|")
        .toList();
  }

  private static String table(List<String> rows) {
    return new TreeSet<>(rows)
        .stream().collect(Collectors.joining("\n", "|---|---|---|\n", "\n\n"));
  }

  private static String document() {
    try {
      return Files.readString(Repository.root().resolve("docs/engines.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
