package org.jcompose.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jcompose.engine.EngineException;

/** A provider's program; no shell is between it and its arguments. */
record ProviderProgram(Path path, String type, Map<String, String> environment, Path folder) {

  private static final int LAST_LINES = 5;

  Metadata metadata(String command) {
    try {
      Process process =
          builder(List.of("compose", "metadata"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      byte[] answer = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? Metadata.parse(answer, command) : Metadata.unknown();
    } catch (IOException e) {
      throw failed(reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", e);
    }
  }

  Messages run(String service, String command, List<String> words, Consumer<String> progress) {
    try {
      Path errors = Files.createTempFile("jcompose-provider", ".log");
      try {
        return run(service, command, builder(words).redirectError(errors.toFile()), progress);
      } catch (ProgramFailure failure) {
        throw failed(failure.getMessage() + lastLines(errors), failure);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw failed(reason(e), e);
    }
  }

  private Messages run(
      String service, String command, ProcessBuilder builder, Consumer<String> progress)
      throws IOException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      Messages messages = Messages.read(process.getInputStream(), progress);
      int exitCode = process.waitFor();
      if (messages.error() != null) {
        throw new ProgramFailure(messages.error());
      }
      if (exitCode != 0) {
        throw new ProgramFailure(
            "'" + command + "' of service '" + service + "' ended with exit code " + exitCode);
      }
      return messages;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  private ProcessBuilder builder(List<String> words) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private EngineException failed(String why, Exception e) {
    return new EngineException("provider '" + type + "' failed: " + why, null, e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String lastLines(Path errors) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return last.isEmpty() ? "" : "\n  " + String.join("\n  ", last);
  }

  /** The program ran, and failed. */
  private static final class ProgramFailure extends IOException {
    private static final long serialVersionUID = 1L;

    ProgramFailure(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
