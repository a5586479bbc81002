package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * Which container goes by which name, over all projects: a file for each name. That a file is made
 * once only is what makes a name unique; one whose container is gone counts for nothing.
 */
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,200}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
  private static final int ATTEMPTS = 3;

  private final StateRoot root;

  Names(StateRoot root) {
    this.root = root;
  }

  /** Which container. */
  record Holder(String project, String id) {}

  /** The container of a name or id. */
  Optional<Holder> find(String nameOrId) {
    if (ID.matcher(nameOrId).matches()) {
      Optional<ProjectFolder> project = root.projectOf(nameOrId);
      if (project.isPresent()) {
        return Optional.of(new Holder(project.get().name(), nameOrId));
      }
    }
    return Optional.ofNullable(holder(nameOrId));
  }

  /**
   * Gives a name to a container.
   *
   * @throws ConflictException if another one has it
   */
  void claim(String name, Holder holder) {
    if (!NAME.matcher(name).matches()) {
      throw new EngineException(
          "'" + name + "' is no name for a container",
          "use letters, digits, '_', '.' and '-', a letter or digit first",
          null);
    }
    for (int attempt = 1; !isClaimed(name, holder); attempt++) {
      Holder other = holder(name);
      if (holder.equals(other)) {
        return;
      }
      if (other != null) {
        throw new ConflictException(
            "the name '" + name + "' is taken by a container of project '" + other.project() + "'",
            "remove that container, or choose another name",
            null);
      }
      if (attempt == ATTEMPTS) {
        throw new EngineException("cannot give the name '" + name + "' to a container");
      }
      // Left behind by a container that is gone.
      release(name);
    }
  }

  private boolean isClaimed(String name, Holder holder) {
    PrivateFiles.createFolder(root.names());
    try {
      PrivateFiles.put(
          file(name), Wire.write(holder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (NoSuchFileException e) {
      // The folder was empty and has just been tidied away.
      return false;
    } catch (IOException e) {
      throw PrivateFiles.failed("write", file(name), e);
    }
  }

  void release(String name) {
    PrivateFiles.deleteIfExists(file(name));
  }

  private @Nullable Holder holder(String name) {
    String text = NAME.matcher(name).matches() ? PrivateFiles.read(file(name)) : null;
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      Holder holder = Wire.read(Holder.class, text);
      ContainerRecord record = root.project(holder.project()).read(holder.id());
      return record == null || !record.name().equals(name) ? null : holder;
    } catch (IOException e) {
      throw PrivateFiles.failed("read", file(name), e);
    }
  }

  private Path file(String name) {
    return root.names().resolve(name);
  }
}
