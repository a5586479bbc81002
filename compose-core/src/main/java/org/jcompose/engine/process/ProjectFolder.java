package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one project: its supervisor's address, and a folder for each container with its
 * record and log.
 */
record ProjectFolder(StateRoot root, String name, Path path) {

  /**
   * Where a supervisor listens.
   *
   * @param socket the socket's path
   * @param pid of its process
   * @param since when it began
   */
  record Address(String socket, long pid, Instant since) {}

  /** Held by the supervisor for as long as it lives. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Held by a client while it starts the supervisor. */
  Path startLock() {
    return path.resolve("start.lock");
  }

  Path addressFile() {
    return path.resolve("supervisor.json");
  }

  /** What the supervisor's virtual machine has to say. */
  Path messages() {
    return path.resolve("supervisor.log");
  }

  Path containers() {
    return path.resolve("containers");
  }

  Path container(String id) {
    return containers().resolve(id);
  }

  Path record(String id) {
    return container(id).resolve("record.json");
  }

  Path log(String id) {
    return container(id).resolve("log.jsonl");
  }

  /** Where the supervisor said that it listens; null if it did not. */
  @Nullable Address address() {
    String text = PrivateFiles.read(addressFile());
    try {
      return text == null ? null : Wire.read(Address.class, text);
    } catch (IOException e) {
      throw PrivateFiles.failed("read", addressFile(), e);
    }
  }

  /** The record of a container; null if there is none of that id. */
  @Nullable ContainerRecord read(String id) {
    String text = PrivateFiles.read(record(id));
    try {
      return text == null ? null : Wire.read(ContainerRecord.class, text);
    } catch (IOException e) {
      throw PrivateFiles.failed("read", record(id), e);
    }
  }

  void write(ContainerRecord record) {
    PrivateFiles.write(record(record.id()), Wire.write(record));
  }

  List<ContainerRecord> records() {
    List<ContainerRecord> records = new ArrayList<>();
    for (Path folder : PrivateFiles.list(containers())) {
      ContainerRecord record = read(folder.getFileName().toString());
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }
}
