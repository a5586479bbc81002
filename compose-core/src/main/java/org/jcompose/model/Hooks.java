package org.jcompose.model;

import java.util.List;

/**
 * What runs at points of a container's life, in its order.
 *
 * @param preStart before the container's own process starts
 * @param postStart once it has started
 * @param preStop before it is stopped
 */
public record Hooks(List<Hook> preStart, List<Hook> postStart, List<Hook> preStop) {

  private static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());

  public Hooks {
    preStart = List.copyOf(preStart);
    postStart = List.copyOf(postStart);
    preStop = List.copyOf(preStop);
  }

  /** None at all. */
  public static Hooks none() {
    return NONE;
  }
}
