package org.jcompose.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test, with the reason, where the engine that it needs is missing. Such a test also bears
 * the engine's tag, so that it can be left out by choice: {@link RequiresDocker}, {@link
 * RequiresOldDocker} and {@link RequiresPodman} say both at once.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresEngineCondition.class)
public @interface RequiresEngine {

  /** The engine without which the test has nothing to say. */
  TestEngine value();
}
