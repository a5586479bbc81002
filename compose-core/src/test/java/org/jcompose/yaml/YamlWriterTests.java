package org.jcompose.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is expected here is what Docker Compose 2.40.3 writes. */
class YamlWriterTests {

  @Test
  void stringsAreQuotedOnlyWhereTheyMustBe() {
    assertThat(
            written(
                "a b", "", "a: b", "a #b", "-", "-a", " a", "it's", "'", "yes", "1.0", "1:30",
                "a\tb", "😀", "ü", "C:\\x", "a\"b"))
        .isEqualTo(
            """
            - a b
            - ""
            - 'a: b'
            - 'a #b'
            - '-'
            - -a
            - ' a'
            - it's
            - ''''
            - "yes"
            - "1.0"
            - "1:30"
            - "a\\tb"
            - "\\U0001F600"
            - ü
            - C:\\x
            - a"b
            """);
  }

  @Test
  void severalLinesAreABlock() {
    assertThat(written("a\nb", "a\n\tb\n", "\na", "a\n\n", " a\nb", "a \nb", "a\r\nb"))
        .isEqualTo(
            """
            - |-
              a
              b
            - |
              a
              \tb
            - |2-

              a
            - |+
              a

            - |2-
               a
              b
            - "a \\nb"
            - "a\\r\\nb"
            """);
  }

  @Test
  void collectionsNestInBlocks() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("list", List.of(List.of(1, 2), Map.of("k", List.of(true)), Map.of(), List.of()));
    map.put("", null);
    map.put("n", Map.of("x".repeat(129), 1.5));
    assertThat(YamlWriter.write(map))
        .isEqualTo(
            """
            list:
              - - 1
                - 2
              - k:
                  - true
              - {}
              - []
            "": null
            "n":
              ? %s
              : 1.5
            """
                .formatted("x".repeat(129)));
  }

  @Test
  void keysAreInNaturalOrder() {
    List<String> keys =
        Arrays.asList(
            "a_1",
            "a10",
            "a9",
            "a01",
            "A",
            "a",
            "a.b",
            "ab",
            "1",
            "DOCKER_HOST",
            "DOCKERSCAN",
            "k10a",
            "k9z",
            "k0",
            "k00",
            "k100",
            "k1_0");
    keys.sort(YamlWriter.KEY_ORDER);
    assertThat(keys)
        .containsExactly(
            "1",
            "A",
            "DOCKER_HOST",
            "DOCKERSCAN",
            "a",
            "a.b",
            "a_1",
            "a01",
            "a9",
            "a10",
            "ab",
            "k0",
            "k00",
            "k1_0",
            "k9z",
            "k10a",
            "k100");
  }

  private static String written(String... texts) {
    return YamlWriter.write(List.of(texts));
  }
}
