package org.jcompose.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jcompose.engine.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Runs commands in containers, by the three requests that it takes. */
record Exec(Daemon daemon, Observer observer) {

  private static final String STARTED = "{\"Detach\":false,\"Tty\":false}";

  ExecResult run(String nameOrId, ExecSpec spec) {
    String attempt = "run '" + spec.command().get(0) + "' in container '" + nameOrId + "'";
    String path = "/containers/" + Daemon.encode(nameOrId) + "/exec";
    String id = create(nameOrId, attempt, path, spec);
    List<String> lines = output(attempt, id);
    Json inspected = daemon.get(attempt, "/exec/" + id + "/json");
    return new ExecResult((int) inspected.number("ExitCode"), lines);
  }

  private String create(String nameOrId, String attempt, String path, ExecSpec spec) {
    try {
      return daemon.post(attempt, path, RequestJson.text(request(spec))).text("Id");
    } catch (ConflictException | NotFoundException e) {
      throw e;
    } catch (EngineException e) {
      // Podman has no answer of its own for a container that does not run.
      if (!observer.inspectJson(nameOrId).at("State").flag("Running")) {
        throw new ConflictException(String.valueOf(e.getMessage()), e.fix(), e);
      }
      throw e;
    }
  }

  private List<String> output(String attempt, String id) {
    Output output = new Output();
    try (Response response = daemon.open(attempt, "/exec/" + id + "/start", STARTED)) {
      new LogFrames(output, output).read(response.getBody());
    } catch (IOException e) {
      throw Daemon.broken(attempt, e);
    }
    return output.lines();
  }

  private static Map<String, Object> request(ExecSpec spec) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("AttachStdout", true);
    request.put("AttachStderr", true);
    request.put("Privileged", spec.privileged());
    request.put("Cmd", spec.command());
    put(request, "User", spec.user());
    put(request, "WorkingDir", spec.workingDir());
    List<String> environment = new ArrayList<>();
    spec.environment().forEach((name, value) -> environment.add(variable(name, value)));
    request.put("Env", environment);
    return request;
  }

  private static String variable(String name, @Nullable String value) {
    return value == null ? name : name + "=" + value;
  }

  private static void put(Map<String, Object> to, String key, @Nullable String value) {
    if (value != null) {
      to.put(key, value);
    }
  }

  /** The end of what a command wrote, on both streams as it came. */
  private static final class Output implements LogFrames.Sink {

    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    @Override
    public void frame(byte[] frame) {
      if (text.size() > LONGEST) {
        byte[] all = text.toByteArray();
        text.reset();
        text.write(all, all.length - LONGEST / 2, LONGEST / 2);
      }
      text.writeBytes(frame);
    }

    @Override
    public void end() {}

    List<String> lines() {
      return text.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }
}
