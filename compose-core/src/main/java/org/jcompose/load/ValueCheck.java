package org.jcompose.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jcompose.load.Merged.Found;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problem.Severity;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Checks what single values may be. What Docker Compose hands to the engine as it is, which then
 * refuses it, is a warning.
 */
final class ValueCheck {

  /**
   * What a value may be.
   *
   * @param words the only values, or those that come to mind; empty: none do
   * @param pattern what it matches; null: it is one of the words
   * @param sentence what it must be
   */
  private record Rule(
      Severity severity,
      String path,
      List<String> words,
      @Nullable Pattern pattern,
      String sentence) {

    static Rule among(Severity severity, String path, String... words) {
      List<String> all = List.of(words);
      List<String> named = all.stream().filter(word -> !word.isEmpty()).toList();
      return new Rule(severity, path, all, null, "one of " + Wording.list(named, "and"));
    }

    boolean holds(String text) {
      return words.contains(text) || (pattern != null && pattern.matcher(text).matches());
    }
  }

  /** The lowest and the highest of a number's values. */
  private record Range(Severity severity, String path, String from, String to) {
    boolean holds(BigDecimal number) {
      return number.compareTo(new BigDecimal(from)) >= 0
          && (to.isEmpty() || number.compareTo(new BigDecimal(to)) <= 0);
    }

    String words() {
      return to.isEmpty() ? "at least " + from : "from " + from + " to " + to;
    }
  }

  private static final Severity ERROR = Severity.ERROR;
  private static final Severity WARNING = Severity.WARNING;
  private static final String SERVICE = "services.*.";
  private static final Pattern MAC = Pattern.compile("([0-9a-fA-F]{1,2}[:-]){5}[0-9a-fA-F]{1,2}");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?");

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              WARNING,
              SERVICE + "restart",
              List.of("no", "always", "on-failure", "unless-stopped"),
              Pattern.compile("|on-failure:[0-9]+"),
              "'no', 'always', 'on-failure[:TIMES]' or 'unless-stopped'"),
          new Rule(
              ERROR,
              SERVICE + "pull_policy",
              List.of(
                  "always",
                  "never",
                  "build",
                  "if_not_present",
                  "missing",
                  "refresh",
                  "daily",
                  "weekly"),
              Pattern.compile("every_([0-9]+[wdhms])+"),
              "'always', 'never', 'missing', 'build', 'daily', 'weekly' or 'every_' and a duration"),
          new Rule(
              ERROR,
              SERVICE + "container_name",
              List.of(),
              Pattern.compile("|[a-zA-Z0-9][a-zA-Z0-9_.-]+"),
              "two or more letters, digits, '_', '.' and '-'"),
          new Rule(
              WARNING,
              SERVICE + "image",
              List.of(),
              Pattern.compile("([^/\\s]*[.:][^/\\s]*/)?[^A-Z\\s:@]*([:@]\\S*)?"),
              "lower-case except for its tag"),
          new Rule(WARNING, SERVICE + "mac_address", List.of(), MAC, "a MAC address"),
          new Rule(WARNING, SERVICE + "networks.*.mac_address", List.of(), MAC, "a MAC address"),
          Rule.among(ERROR, SERVICE + "cgroup", "host", "private"),
          Rule.among(WARNING, SERVICE + "isolation", "default", "process", "hyperv", ""),
          Rule.among(WARNING, SERVICE + "ports.*.mode", "ingress", "host", ""),
          new Rule(
              WARNING,
              SERVICE + "ports.*.protocol",
              List.of("tcp", "udp", "sctp"),
              Pattern.compile("(?i)|tcp|udp|sctp"),
              "'tcp', 'udp' or 'sctp'"),
          Rule.among(
              WARNING,
              SERVICE + "deploy.mode",
              "replicated",
              "global",
              "replicated-job",
              "global-job"),
          Rule.among(WARNING, SERVICE + "deploy.endpoint_mode", "vip", "dnsrr"),
          Rule.among(
              WARNING,
              SERVICE + "deploy.restart_policy.condition",
              "none",
              "on-failure",
              "any",
              "always",
              "unless-stopped"),
          Rule.among(
              WARNING,
              SERVICE + "deploy.update_config.failure_action",
              "continue",
              "rollback",
              "pause"),
          Rule.among(
              WARNING, SERVICE + "deploy.rollback_config.failure_action", "continue", "pause"));

  private static final List<Range> RANGES =
      List.of(
          new Range(ERROR, SERVICE + "scale", "0", ""),
          new Range(ERROR, SERVICE + "oom_score_adj", "-1000", "1000"),
          new Range(ERROR, SERVICE + "cpu_percent", "0", "100"),
          new Range(ERROR, SERVICE + "cpu_count", "0", ""),
          new Range(ERROR, SERVICE + "healthcheck.retries", "0", ""),
          new Range(WARNING, SERVICE + "mem_swappiness", "-1", "100"),
          new Range(WARNING, SERVICE + "pids_limit", "-1", ""),
          new Range(WARNING, SERVICE + "cpus", "0", ""),
          new Range(WARNING, SERVICE + "cpu_shares", "0", ""),
          new Range(WARNING, SERVICE + "blkio_config.weight", "0", "1000"),
          new Range(WARNING, SERVICE + "blkio_config.weight_device.*.weight", "0", "1000"),
          new Range(WARNING, SERVICE + "deploy.update_config.max_failure_ratio", "0", "1"),
          new Range(WARNING, SERVICE + "deploy.rollback_config.max_failure_ratio", "0", "1"),
          new Range(WARNING, SERVICE + "secrets.*.mode", "0", "4095"),
          new Range(WARNING, SERVICE + "configs.*.mode", "0", "4095"));

  private final Merged merged;

  ValueCheck(Merged merged) {
    this.merged = merged;
  }

  void check() {
    for (Rule rule : RULES) {
      for (Found found : merged.select(rule.path())) {
        if (found.value() instanceof Scalar scalar
            && !scalar.isNull()
            && !rule.holds(scalar.text())) {
          String fix =
              merged.problems().isFull()
                  ? null
                  : Suggestion.didYouMean(scalar.text(), rule.words());
          report(rule.severity(), found, scalar, rule.sentence(), fix);
        }
      }
    }
    for (Range range : RANGES) {
      for (Found found : merged.select(range.path())) {
        if (found.value() instanceof Scalar scalar
            && NUMBER.matcher(scalar.text()).matches()
            && !range.holds(new BigDecimal(scalar.text()))) {
          report(range.severity(), found, scalar, range.words(), null);
        }
      }
    }
  }

  private void report(
      Severity severity, Found found, Scalar scalar, String words, @Nullable String fix) {
    String message =
        "'" + found.path() + "' must be " + words + ", not '" + Abbreviated.of(scalar.text()) + "'";
    merged.problems().add(new Problem(severity, scalar.place(), message, fix));
  }
}
