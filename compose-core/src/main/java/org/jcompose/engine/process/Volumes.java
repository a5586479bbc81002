package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.Observed.VolumeState;
import org.jspecify.annotations.Nullable;

/** Named volumes: a folder each, with a note of its labels beside its contents. */
record Volumes(StateRoot root) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,200}");

  /** The note beside a volume's contents. */
  record Note(Map<String, String> labels) {}

  void create(String name, Map<String, String> labels) {
    if (!NAME.matcher(name).matches()) {
      throw new EngineException("'" + name + "' is no name for a volume");
    }
    if (note(name) == null) {
      PrivateFiles.createFolder(data(name));
      PrivateFiles.write(noteFile(name), Wire.write(new Note(labels)));
    }
  }

  /**
   * The folder of a volume's contents.
   *
   * @throws NotFoundException if there is no such volume
   */
  Path folder(String name) {
    if (note(name) == null) {
      throw new NotFoundException("no volume '" + name + "'", null, null);
    }
    return data(name);
  }

  /**
   * Removes a volume; none of that name is no error.
   *
   * @throws ConflictException if a container uses it
   */
  void remove(String name) {
    if (note(name) == null) {
      return;
    }
    for (ProjectFolder project : root.all()) {
      for (ContainerRecord container : project.records()) {
        if (container.launch().volumes().contains(name)) {
          throw new ConflictException(
              "volume '" + name + "' is used by container '" + container.name() + "'",
              "remove that container first",
              null);
        }
      }
    }
    PrivateFiles.deleteTree(root.volumes().resolve(name));
    root.tidy();
  }

  /** Those that carry the project's label, and those of the given names. */
  List<VolumeState> find(String project, Set<String> names) {
    List<VolumeState> found = new ArrayList<>();
    for (Path folder : PrivateFiles.list(root.volumes())) {
      String name = folder.getFileName().toString();
      Note note = note(name);
      if (note != null
          && (names.contains(name) || project.equals(note.labels().get(ComposeLabels.PROJECT)))) {
        found.add(new VolumeState(name, note.labels()));
      }
    }
    return found;
  }

  private @Nullable Note note(String name) {
    String text = NAME.matcher(name).matches() ? PrivateFiles.read(noteFile(name)) : null;
    try {
      return text == null ? null : Wire.read(Note.class, text);
    } catch (IOException e) {
      throw PrivateFiles.failed("read", noteFile(name), e);
    }
  }

  private Path noteFile(String name) {
    return root.volumes().resolve(name).resolve("volume.json");
  }

  private Path data(String name) {
    return root.volumes().resolve(name).resolve("data");
  }
}
