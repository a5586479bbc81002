package org.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonParser;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jcompose.engine.Engine.PullListener;
import org.jspecify.annotations.Nullable;

/** Pulls one image and tells how it gets on, summed over its layers. */
final class ImagePull {

  private record Layer(long current, long total) {}

  private final String image;
  private final PullListener listener;
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  ImagePull(String image, PullListener listener) {
    this.image = image;
    this.listener = listener;
  }

  void run(Daemon daemon, @Nullable String credentials) {
    String attempt = "pull image '" + image + "'";
    Map<String, String> headers =
        credentials == null ? Map.of() : Map.of("X-Registry-Auth", credentials);
    ImageName name = ImageName.parse(image);
    String path =
        "/images/create?fromImage="
            + Daemon.encode(name.repository())
            + "&tag="
            + Daemon.encode(name.tagOrDigest());
    try (Response response = daemon.open(attempt, "POST", path, headers);
        JsonParser parser = Json.FACTORY.createParser(response.getBody())) {
      for (Json note = Json.next(parser); note != null; note = Json.next(parser)) {
        hear(attempt, note);
      }
    } catch (IOException e) {
      throw Daemon.broken(attempt, e);
    }
  }

  // The answer's status is 200 before the first layer comes; a failure stands among the notes.
  private void hear(String attempt, Json note) {
    String error = note.text("error");
    if (!error.isEmpty()) {
      throw Refusal.of(attempt, 500, error).exception(null);
    }
    String layer = note.text("id");
    String status = note.text("status");
    Json progress = note.at("progressDetail");
    long total = progress.number("total");
    if (!layer.isEmpty() && total > 0 && status.equals("Downloading")) {
      layers.put(layer, new Layer(progress.number("current"), total));
    } else if (status.equals("Download complete")) {
      layers.computeIfPresent(layer, (id, known) -> new Layer(known.total, known.total));
    }
    listener.on(
        layer.isEmpty() ? status : layer + ": " + status,
        layers.values().stream().mapToLong(Layer::current).sum(),
        layers.values().stream().mapToLong(Layer::total).sum());
  }
}
