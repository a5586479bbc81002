package org.jcompose.engine.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Volume;

/** The request that creates a volume. */
final class VolumeRequest {

  static final List<Field> FIELDS =
      List.of(
          Field.of("name", "Name"),
          Field.of("driver", "Driver"),
          Field.of("driver_opts", "DriverOpts"),
          Field.of("labels", "Labels"));

  private VolumeRequest() {}

  static String of(VolumeSpec spec) {
    Volume volume = spec.volume();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Name", volume.name());
    if (volume.driver() != null) {
      body.put("Driver", volume.driver());
    }
    body.put("DriverOpts", volume.driverOpts());
    body.put("Labels", spec.labels());
    return RequestJson.text(body);
  }
}
