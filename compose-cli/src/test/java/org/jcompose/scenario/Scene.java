package org.jcompose.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jcompose.cli.Main;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ObserveRequest;

/**
 * Where a scenario takes place: an engine, an empty folder that is also the user's home, and a
 * project name that nobody else has. Whatever the scenario leaves behind is removed at its end.
 */
public final class Scene implements AutoCloseable {

  private final World world;
  private final Path folder;
  private final String project;
  private final ContainerEngine engine;

  private Scene(World world, Path folder, String project) {
    this.world = world;
    this.folder = folder;
    this.project = project;
    this.engine = world.open(folder);
  }

  static Scene in(World world) {
    String project = "scene-" + UUID.randomUUID().toString().substring(0, 8);
    try {
      return new Scene(world, Files.createTempDirectory(project).toRealPath(), project);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public World world() {
    return world;
  }

  /** Makes the named resource, which lies beside the scenarios, the project's Compose file. */
  public Scene file(String resource) {
    try (InputStream text = Scene.class.getResourceAsStream(resource)) {
      return file("compose.yaml", new String(Objects.requireNonNull(text).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file into the project's folder. */
  public Scene file(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the program in the project's folder, as a user would, and returns when it ends. */
  public Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all =
        Stream.concat(Stream.of("-p", project), Stream.of(arguments)).toArray(String[]::new);
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            world.environment(folder),
            folder,
            all);
    return new Outcome(String.join(" ", arguments), code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** What the engine has of the project now. */
  public Sight look() {
    return new Sight(engine, engine.observe(ObserveRequest.of(project)), folder);
  }

  /** Notes from now on what the engine reports of the project. */
  public Chronicle listen() {
    return new Chronicle(engine, project);
  }

  @Override
  public void close() {
    try (engine) {
      if (Files.exists(folder.resolve("compose.yaml"))) {
        run("down", "-v", "-t", "0");
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes all that is there, while the last supervisor may still be deleting its own. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
