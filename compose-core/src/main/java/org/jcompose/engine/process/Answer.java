package org.jcompose.engine.process;

import java.io.IOException;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor answers.
 *
 * @param value the result as a JSON text; null if there is none
 * @param failure why it was not done; null if it was
 */
record Answer(@Nullable String value, @Nullable Failure failure) {

  /** What went wrong, to be thrown again at the client. */
  record Failure(Kind kind, String message, @Nullable String fix) {

    EngineException exception() {
      return switch (kind) {
        case CONFLICT -> new ConflictException(message, fix, null);
        case NOT_FOUND -> new NotFoundException(message, fix, null);
        case OTHER -> new EngineException(message, fix, null);
      };
    }
  }

  /** Which exception it was. */
  enum Kind {
    CONFLICT,
    NOT_FOUND,
    OTHER
  }

  static Answer of(@Nullable Object value) {
    return new Answer(value == null ? null : Wire.write(value), null);
  }

  static Answer failed(EngineException e) {
    Kind kind = Kind.OTHER;
    if (e instanceof ConflictException) {
      kind = Kind.CONFLICT;
    } else if (e instanceof NotFoundException) {
      kind = Kind.NOT_FOUND;
    }
    return new Answer(null, new Failure(kind, String.valueOf(e.getMessage()), e.fix()));
  }

  /**
   * The result, if there is one.
   *
   * @throws EngineException that the supervisor answered with
   */
  <T> @Nullable T as(Class<T> type) throws IOException {
    if (failure != null) {
      throw failure.exception();
    }
    return value == null ? null : Wire.read(type, value);
  }
}
