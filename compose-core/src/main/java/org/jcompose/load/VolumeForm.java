package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** {@code volumes} of a service: {@code [SOURCE:]TARGET[:OPTIONS]} or mappings. */
final class VolumeForm implements Form {

  @Override
  public @Nullable Node longForm(Node node, FileContext context) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    List<Node> items = new ArrayList<>();
    for (Node item : list.items()) {
      Node mapping = mapping(item, context);
      if (mapping != null) {
        items.add(mapping);
      }
    }
    return list.withItems(items);
  }

  /** What makes two mounts the same: where they are mounted. */
  static String identity(Node mount) {
    return mount instanceof Mapping mapping && mapping.get("target") instanceof Scalar target
        ? MountBinder.clean(target.text())
        : "";
  }

  private static @Nullable Node mapping(Node item, FileContext context) {
    if (item instanceof Mapping mapping) {
      return located(mapping, context);
    }
    if (!(item instanceof Scalar scalar) || scalar.type() != Scalar.Type.STRING) {
      return item;
    }
    ShortVolume volume = ShortVolume.parse(scalar.text());
    if (volume == null) {
      context
          .problems()
          .error(
              scalar.place(),
              "'" + Abbreviated.of(scalar.text()) + "' is no volume",
              "write '[SOURCE:]TARGET[:OPTIONS]'");
      return null;
    }
    for (String option : volume.unknownOptions()) {
      context
          .problems()
          .warning(scalar.placeOf(option, 0), "volume option '" + option + "' has no effect", null);
    }
    return located(mapping(scalar.place(), volume), context);
  }

  /** With an absolute source, if it is a path of the host. */
  private static Mapping located(Mapping mapping, FileContext context) {
    boolean bind = mapping.get("type") instanceof Scalar type && type.text().equals("bind");
    if (!bind || !(mapping.get("source") instanceof Scalar source) || source.isNull()) {
      return mapping;
    }
    Scalar absolute = source.withText(context.absolute(source.text()));
    return mapping.withEntry(new Entry("source", source.place(), absolute));
  }

  private static Mapping mapping(Place place, ShortVolume volume) {
    List<Entry> entries = new ArrayList<>();
    add(entries, place, "type", volume.isBind() ? "bind" : "volume");
    add(entries, place, "source", volume.source());
    add(entries, place, "target", volume.target());
    if (volume.readOnly()) {
      entries.add(yes(place, "read_only"));
    }
    if (volume.hasBindOptions()) {
      entries.add(new Entry("bind", place, bind(place, volume)));
    }
    if (volume.nocopy() || !(volume.isBind() || volume.isTiny())) {
      List<Entry> nocopy = volume.nocopy() ? List.of(yes(place, "nocopy")) : List.of();
      entries.add(new Entry("volume", place, Mapping.of(place, nocopy)));
    }
    return Mapping.of(place, entries);
  }

  private static Mapping bind(Place place, ShortVolume volume) {
    List<Entry> entries = new ArrayList<>();
    if (volume.isBind()) {
      entries.add(yes(place, "create_host_path"));
    }
    add(entries, place, "propagation", volume.propagation());
    add(entries, place, "selinux", volume.selinux());
    return Mapping.of(place, entries);
  }

  private static Entry yes(Place place, String key) {
    return new Entry(key, place, Scalar.none(place).as(Scalar.Type.BOOLEAN, "true"));
  }

  private static void add(List<Entry> entries, Place place, String key, @Nullable String value) {
    if (value != null) {
      entries.add(new Entry(key, place, Scalar.string(place, value)));
    }
  }
}
