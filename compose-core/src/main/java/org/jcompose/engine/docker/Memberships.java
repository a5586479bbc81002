package org.jcompose.engine.docker;

import java.util.Map;
import java.util.Set;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.NetworkUse;

/** Connects containers that are there to networks, and disconnects them. */
record Memberships(Daemon daemon, Observer observer) {

  void connect(String nameOrId, String network, NetworkUse use) {
    try {
      daemon.post(
          "connect container '" + nameOrId + "' to network '" + network + "'",
          "/networks/" + Daemon.encode(network) + "/connect",
          RequestJson.text(
              Map.of(
                  "Container", nameOrId, "EndpointConfig", Endpoints.of(use, daemon.version()))));
    } catch (EngineException e) {
      // What daemons say of one that is connected differs from version to version.
      if (!networksOf(nameOrId).contains(network)) {
        throw e;
      }
    }
  }

  void disconnect(String nameOrId, String network) {
    try {
      daemon.post(
          "disconnect container '" + nameOrId + "' from network '" + network + "'",
          "/networks/" + Daemon.encode(network) + "/disconnect",
          RequestJson.text(Map.of("Container", nameOrId, "Force", true)));
    } catch (NotFoundException gone) {
      return;
    } catch (EngineException e) {
      if (networksOf(nameOrId).contains(network)) {
        throw e;
      }
    }
  }

  private Set<String> networksOf(String nameOrId) {
    return observer.inspectJson(nameOrId).at("NetworkSettings").at("Networks").members().keySet();
  }
}
