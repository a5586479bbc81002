package org.jcompose.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project of any size, whose services say what services usually say. */
record Stack(Path folder, int services) {

  static final String FILE = "compose.yaml";
  static final String OVERRIDE = "override.yaml";
  static final String INTERPOLATED = "interpolated.yaml";

  /** Writes the project's three files into a new folder. */
  static Stack write(int services) {
    try {
      Stack stack = new Stack(Files.createTempDirectory("jcompose-bench"), services);
      stack.write(FILE, stack.file(false));
      stack.write(OVERRIDE, stack.override());
      stack.write(INTERPOLATED, stack.file(true));
      return stack;
    } catch (IOException e) {
      throw new IllegalStateException("cannot write the benchmark's files", e);
    }
  }

  void delete() {
    for (String name : new String[] {FILE, OVERRIDE, INTERPOLATED, ""}) {
      try {
        Files.deleteIfExists(folder.resolve(name));
      } catch (IOException e) {
        throw new IllegalStateException("cannot delete '" + folder + "'", e);
      }
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read '" + name + "'", e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String file(boolean interpolated) {
    StringBuilder text = new StringBuilder("name: bench\nservices:\n");
    for (int i = 0; i < services; i++) {
      text.append(service(i, interpolated ? "${REGISTRY:-registry.example}/app:${TAG}" : "app:1"));
    }
    return text.append("networks:\n  back:\nvolumes:\n  data:\n").toString();
  }

  private static String service(int number, String image) {
    String name = "service-" + number;
    String dependency = "service-" + number / 2;
    String dependsOn =
        number == 0
            ? ""
            : "    depends_on:\n      " + dependency + ":\n        condition: service_healthy\n";
    return String.format(
            """
          %s:
            image: %s
            command: ["serve", "--port", "8080"]
            environment:
              NAME: %s
              LEVEL: info
              LIMIT: 100
            ports:
              - "8080"
            volumes:
              - data:/data
              - ./config:/etc/app:ro
            networks: [back]
            labels:
              org.example.team: platform
            healthcheck:
              test: ["CMD", "true"]
              interval: 5s
            restart: unless-stopped
        """,
            name, image, name)
        + dependsOn;
  }

  private String override() {
    StringBuilder text = new StringBuilder("services:\n");
    for (int i = 0; i < services; i++) {
      text.append("  service-").append(i);
      text.append(
          ":\n    environment:\n      LEVEL: debug\n    labels:\n      org.example.on: '1'\n");
    }
    return text.toString();
  }
}
