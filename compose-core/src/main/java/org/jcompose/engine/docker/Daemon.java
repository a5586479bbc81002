package org.jcompose.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Consumer;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.docker.http.SocketHttpClient;

/**
 * One daemon, spoken to in one version of its API. What it refuses becomes an {@link
 * EngineException} whose sentence begins with what was tried.
 */
final class Daemon implements Closeable {

  /** An ordinary call; the slowest seen take seconds, on a machine that swaps. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SocketHttpClient patient;
  private final SocketHttpClient ordinary;
  private final ApiVersion version;
  private final Commands commands;
  private final Commands patientCommands;

  Daemon(SocketHttpClient http, ApiVersion version) {
    this.patient = http;
    this.ordinary = http.within(PATIENCE);
    this.version = version;
    this.commands = new Commands(ordinary, version);
    this.patientCommands = new Commands(patient, version);
  }

  ApiVersion version() {
    return version;
  }

  /**
   * The time by the daemon's clock; that of this machine may be another even behind a Unix socket,
   * which leads into a virtual machine or through a tunnel.
   */
  Instant now() {
    String attempt = "ask the engine for its time";
    String time = get(attempt, "/info").text("SystemTime");
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      throw new EngineException("cannot " + attempt + ": it says '" + time + "'", null, e);
    }
  }

  /**
   * Reads a resource.
   *
   * @param attempt what is tried, as in {@code list containers}
   * @throws NotFoundException if there is none
   */
  Json get(String attempt, String path) {
    return read(attempt, send(attempt, ordinary, request("GET", path)));
  }

  /**
   * Sends a request whose answer is a stream, which the caller closes.
   *
   * @param headers to add
   */
  Response open(String attempt, String method, String path, Map<String, String> headers) {
    Request request =
        Request.builder().method(method).path(versioned(path)).putAllHeaders(headers).build();
    Response response = send(attempt, patient, request);
    if (response.getStatusCode() >= 400) {
      throw refused(attempt, response);
    }
    return response;
  }

  /** Sends a JSON body, whose answer is a stream, which the caller closes. */
  Response open(String attempt, String path, String body) {
    Response response = send(attempt, patient, posting(path, body));
    if (response.getStatusCode() >= 400) {
      throw refused(attempt, response);
    }
    return response;
  }

  /** Creates something from a JSON body. */
  Json post(String attempt, String path, String body) {
    return read(attempt, send(attempt, ordinary, posting(path, body)));
  }

  private Request posting(String path, String body) {
    return Request.builder()
        .method("POST")
        .path(versioned(path))
        .putHeader("Content-Type", "application/json")
        .bodyBytes(body.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  /** Unpacks a tar archive in a folder of a container. */
  void unpack(String attempt, String path, byte[] archive) {
    Request request =
        Request.builder()
            .method("PUT")
            .path(versioned(path))
            .putHeader("Content-Type", "application/x-tar")
            .bodyBytes(archive)
            .build();
    read(attempt, send(attempt, ordinary, request));
  }

  /** Runs one of docker-java's commands. */
  void run(String attempt, Consumer<DockerClient> command) {
    run(attempt, commands, command);
  }

  /** Runs one of docker-java's commands, however long it takes. */
  void runPatiently(String attempt, Consumer<DockerClient> command) {
    run(attempt, patientCommands, command);
  }

  @Override
  public void close() {
    patient.close();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void run(String attempt, Commands commands, Consumer<DockerClient> command) {
    try {
      command.accept(commands.client());
    } catch (DockerException e) {
      throw Refusal.of(attempt, e.getHttpStatus(), String.valueOf(e.getMessage())).exception(e);
    } catch (UncheckedIOException e) {
      throw broken(attempt, e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof IOException) {
        throw broken(attempt, e);
      }
      throw e;
    }
  }

  private static Json read(String attempt, Response response) {
    try (response) {
      if (response.getStatusCode() >= 400) {
        throw refused(attempt, response);
      }
      return Json.parse(response.getBody().readAllBytes());
    } catch (IOException e) {
      throw broken(attempt, e);
    }
  }

  private static Response send(String attempt, SocketHttpClient http, Request request) {
    try {
      return http.execute(request);
    } catch (UncheckedIOException e) {
      throw broken(attempt, e);
    }
  }

  private static EngineException refused(String attempt, Response response) {
    try (response) {
      String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
      return Refusal.of(attempt, response.getStatusCode(), body).exception(null);
    } catch (IOException e) {
      return broken(attempt, e);
    }
  }

  static EngineException broken(String attempt, Exception e) {
    return new EngineException("cannot " + attempt + ": " + Breakdown.of(e).reason(), null, e);
  }

  private Request request(String method, String path) {
    return Request.builder().method(method).path(versioned(path)).build();
  }

  private String versioned(String path) {
    return "/v" + version + path;
  }
}
