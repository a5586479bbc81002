package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTests {

  private static final Map<String, String> SET = Map.of("A", "a", "EMPTY", "", "_b1", "b");

  private final List<String> heard = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '=',
      value = {
        "no variable = no variable",
        "$A$A ${A}x$_b1 = aa axb",
        "$$A $${A} $$$A = $A ${A} $a",
        "$ $1 $. end$ = $ $1 $. end$",
        "${A:-d} ${EMPTY:-d} ${NONE:-d} = a d d",
        "${A-d} [${EMPTY-d}] ${NONE-d} = a [] d",
        "${A:+r} [${EMPTY:+r}] [${NONE:+r}] = r [] []",
        "${A+r} ${EMPTY+r} [${NONE+r}] = r r []",
        "${A:?e} [${EMPTY?e}] = a []",
        "${NONE:-${ALSO:-$A}}} = a}",
        "${NONE-a:-b?c+d} = a:-b?c+d",
        "${NONE:-{x}} = {x}",
      })
  void replacesVariables(String text, String expected) {
    assertThat(replace(text)).isEqualTo(expected);
    assertThat(heard).isEmpty();
  }

  @Test
  void whatIsNotUsedIsNotEvaluated() {
    replace("${A:-${NONE:?never}} ${NONE:+${NONE:?never}}");
    assertThat(heard).isEmpty();
  }

  @Test
  void unsetVariablesAreReportedAndEmpty() {
    assertThat(replace("[$NONE] [${NONE}]")).isEqualTo("[] []");
    assertThat(heard).containsExactly("unset NONE $NONE 1", "unset NONE ${NONE} 9");
  }

  @Test
  void requiredVariablesAreReportedWithTheirMessage() {
    replace("x${NONE:?set $A} ${EMPTY:?} ${NONE?}");
    assertThat(heard)
        .containsExactly(
            "wrong ${NONE:?set $A} 1 variable 'NONE' is required but not set: set a",
            "wrong ${EMPTY:?} 17 variable 'EMPTY' is required but not set",
            "wrong ${NONE?} 28 variable 'NONE' is required but not set");
  }

  @ParameterizedTest
  @CsvSource({"${}", "${1}", "${A!}", "${A:}", "${A:x}", "'${ A}'"})
  void whatIsNoInterpolationIsReported(String text) {
    replace("-" + text);
    assertThat(heard)
        .containsExactly("wrong " + text + " 1 '" + text + "' is no valid interpolation");
  }

  @Test
  void openBracesAreReported() {
    replace("${A");
    assertThat(heard).containsExactly("wrong ${ 0 '${' is not closed");
  }

  @Test
  void nestingIsBounded() {
    replace("${NONE:-".repeat(100_000) + "}".repeat(100_000));
    assertThat(heard).hasSize(1);
  }

  private String replace(String text) {
    return Template.replace(text, new Listening());
  }

  private final class Listening implements Template.Context {
    @Override
    public String valueOf(String name) {
      return SET.get(name);
    }

    @Override
    public void unset(String name, String fragment, int at) {
      heard.add("unset " + name + " " + fragment + " " + at);
    }

    @Override
    public void wrong(String fragment, int at, String message, String fix) {
      heard.add("wrong " + fragment + " " + at + " " + message);
    }

    @Override
    public boolean mayGrow(int characters) {
      return true;
    }
  }
}
