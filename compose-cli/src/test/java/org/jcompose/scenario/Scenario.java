package org.jcompose.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that takes a {@link Scene} and runs once in each {@link World}; skipped, with the
 * reason, in those that are not at hand.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Timeout(300)
@ExtendWith(ScenarioExtension.class)
public @interface Scenario {

  /** The intent, in one sentence: "X must Y". */
  String value();

  /** The worlds in which it is true. */
  World[] in() default {World.PROCESS, World.DOCKER, World.DOCKER_OLD, World.PODMAN};
}
