package org.jcompose.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jcompose.engine.ContainerState.Binding;

/** Ports in the words of {@code docker ps}: {@code 0.0.0.0:8080->80/tcp}, neighbours as a range. */
final class PortWords {

  private static final Comparator<Binding> ORDER =
      Comparator.comparing(Binding::protocol)
          .thenComparing(Binding::hostIp)
          .thenComparingInt(Binding::target)
          .thenComparingInt(Binding::published);

  private PortWords() {}

  static String of(List<Binding> ports) {
    List<Run> runs = new ArrayList<>();
    for (Binding port : ports.stream().distinct().sorted(ORDER).toList()) {
      Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.goesOnWith(port)) {
        runs.set(runs.size() - 1, new Run(last.first, last.length + 1));
      } else {
        runs.add(new Run(port, 1));
      }
    }
    return String.join(", ", runs.stream().map(Run::words).toList());
  }

  /** Ports in a row that are published in a row. */
  private record Run(Binding first, int length) {

    boolean goesOnWith(Binding next) {
      boolean publishedNext =
          first.published() == 0
              ? next.published() == 0
              : next.published() == first.published() + length;
      return publishedNext
          && next.target() == first.target() + length
          && next.protocol().equals(first.protocol())
          && next.hostIp().equals(first.hostIp());
    }

    String words() {
      String target = range(first.target()) + "/" + first.protocol();
      if (first.published() == 0) {
        return target;
      }
      String ip = first.hostIp().contains(":") ? "[" + first.hostIp() + "]" : first.hostIp();
      return ip + ":" + range(first.published()) + "->" + target;
    }

    private String range(int from) {
      return length == 1 ? String.valueOf(from) : from + "-" + (from + length - 1);
    }
  }
}
