package org.jcompose.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a daemon could not be spoken to.
 *
 * @param reason in words
 * @param fix what the user can do, or null
 */
record Breakdown(String reason, @Nullable String fix) {

  private static final String START = "start it, or set DOCKER_HOST to where it listens";

  static Breakdown of(Exception failure) {
    Throwable cause = failure;
    while (!(cause instanceof IOException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    while (cause.getCause() instanceof IOException deeper
        && !(cause instanceof SocketTimeoutException)) {
      cause = deeper;
    }
    return of(cause);
  }

  private static Breakdown of(Throwable cause) {
    if (cause instanceof SocketTimeoutException) {
      return new Breakdown(message(cause), "see whether the engine hangs");
    }
    if (cause instanceof ClosedByInterruptException) {
      return new Breakdown("interrupted", null);
    }
    if (cause instanceof ClosedChannelException) {
      return new Breakdown("the engine was closed", null);
    }
    if (cause instanceof UnknownHostException || cause instanceof EOFException) {
      return new Breakdown(message(cause), null);
    }
    if (cause instanceof SSLException) {
      return new Breakdown("TLS failed: " + message(cause), "see DOCKER_CERT_PATH");
    }
    return ofMessage(message(cause), cause instanceof ConnectException);
  }

  private static Breakdown ofMessage(String message, boolean connecting) {
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("permission denied")) {
      return new Breakdown(
          "permission denied", "add your user to the 'docker' group, or set DOCKER_HOST");
    }
    if (lower.contains("no such file")) {
      return new Breakdown("no such file", START);
    }
    if (connecting || lower.contains("connection refused")) {
      return new Breakdown("connection refused", START);
    }
    return lower.contains("broken pipe") || lower.contains("connection reset")
        ? new Breakdown("the engine closed the connection", null)
        : new Breakdown(message, null);
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
