package org.jcompose.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes maps, lists and scalars as a YAML document in block style, keys in the map's order. */
public final class YamlWriter {

  private final Emitter emitter;

  private YamlWriter(Emitter emitter) {
    this.emitter = emitter;
  }

  /** The document, ending with a line break. */
  public static String write(@Nullable Object value) {
    Buffer buffer = new Buffer();
    Emitter emitter = new Emitter(settings(), buffer);
    emitter.emit(new StreamStartEvent());
    emitter.emit(
        new DocumentStartEvent(
            false, Optional.empty(), Map.of(), Optional.empty(), Optional.empty()));
    new YamlWriter(emitter).emit(value);
    emitter.emit(new DocumentEndEvent(false, Optional.empty(), Optional.empty()));
    emitter.emit(new StreamEndEvent());
    return buffer.text.toString();
  }

  private static DumpSettings settings() {
    return DumpSettings.builder()
        .setIndent(2)
        .setIndicatorIndent(2)
        .setIndentWithIndicator(true)
        .setWidth(Integer.MAX_VALUE)
        .setSplitLines(false)
        .setUseUnicodeEncoding(true)
        .build();
  }

  private void emit(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      FlowStyle style = map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
      map.forEach(
          (key, entry) -> {
            emit(String.valueOf(key));
            emit(entry);
          });
      emitter.emit(new MappingEndEvent());
    } else if (value instanceof List<?> list) {
      FlowStyle style = list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
      list.forEach(this::emit);
      emitter.emit(new SequenceEndEvent());
    } else {
      emitter.emit(scalar(value));
    }
  }

  private static ScalarEvent scalar(@Nullable Object value) {
    String text = value instanceof Number number ? number(number) : String.valueOf(value);
    return new ScalarEvent(
        Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style(value));
  }

  private static String number(Number number) {
    if (number instanceof Float) {
      return GoNumbers.print(number.floatValue());
    }
    return number instanceof Double ? GoNumbers.print(number.doubleValue()) : number.toString();
  }

  private static ScalarStyle style(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return ScalarStyle.PLAIN;
    }
    if (text.contains("\n")) {
      return ScalarStyle.LITERAL;
    }
    return YamlStrings.needQuotes(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
  }

  private static final class Buffer implements StreamDataWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void write(String part, int offset, int length) {
      text.append(part, offset, offset + length);
    }
  }
}
