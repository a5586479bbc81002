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
 * reason, in those that are exempt or not at hand.
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

  /** The worlds in which it is not true yet, or cannot be. */
  Exempt[] exempt() default {};

  /** A world in which a scenario is skipped. */
  @interface Exempt {
    World world();

    /** Why, in a sentence that its users may read. */
    String because();
  }
}
