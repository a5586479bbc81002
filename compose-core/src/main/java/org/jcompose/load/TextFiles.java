package org.jcompose.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem.Severity;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads text files, and says in a sentence why one cannot be read. */
final class TextFiles {

  private final Path workingDirectory;
  private final Problems problems;
  private final Provenance provenance;

  TextFiles(Path workingDirectory, Problems problems) {
    this(workingDirectory, problems, Provenance.ofProblems());
  }

  TextFiles(Path workingDirectory, Problems problems, Provenance provenance) {
    this.provenance = provenance;
    this.workingDirectory = workingDirectory;
    this.problems = problems;
  }

  /** A text with the name by which errors call it. */
  record Text(Source source, String text) {}

  /** The name by which errors call a file: relative to the working directory, if it is below it. */
  String nameOf(Path file) {
    return file.startsWith(workingDirectory) && !file.equals(workingDirectory)
        ? workingDirectory.relativize(file).toString()
        : file.toString();
  }

  /** The path of a file named where nobody has made its path absolute. */
  Path absolute(String path) {
    return workingDirectory.resolve(path).normalize();
  }

  /**
   * The file's text, without a byte order mark; what prevents it has been reported.
   *
   * @param place where the file was asked for, or null
   */
  Optional<Text> read(Path file, @Nullable Place place) {
    return read(file, place, Severity.ERROR);
  }

  /**
   * The file's text like {@link #read}, but what is not UTF-8 is replaced, with a warning:
   * variables may stand in old files, and Docker replaces it, too.
   */
  Optional<Text> readVariables(Path file, @Nullable Place place) {
    Optional<Text> text = read(file, place, Severity.WARNING);
    text.ifPresent(found -> provenance.readVariables(found.source()));
    return text;
  }

  private Optional<Text> read(Path file, @Nullable Place place, Severity notUtf8) {
    String name = nameOf(file);
    try {
      if (Files.isDirectory(file)) {
        problems.error(place, "'" + name + "' is a folder, not a file");
      } else if (Files.size(file) > YamlReader.LONGEST) {
        problems.error(place, "'" + name + "' is longer than 16 MiB", "is it the right file?");
      } else {
        return decode(name, Files.readAllBytes(file), notUtf8);
      }
    } catch (NoSuchFileException e) {
      problems.error(place, "file '" + name + "' does not exist");
    } catch (IOException e) {
      problems.error(place, "cannot read file '" + name + "': " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Text> decode(String name, byte[] bytes, Severity notUtf8) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String message = "'" + name + "' is not valid UTF-8 from here on";
      if (notUtf8 == Severity.ERROR) {
        problems.error(end(Source.of(name, text), text), message, "save it as UTF-8");
        return Optional.empty();
      }
      Source hidden = new Source(name, List.of());
      problems.warning(end(hidden, text), message, "save it as UTF-8");
      text = new String(bytes, StandardCharsets.UTF_8);
    }
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Source source = Source.of(name, clean);
    provenance.read(source);
    return Optional.of(new Text(source, clean));
  }

  private static Place end(Source source, String text) {
    int line = (int) text.chars().filter(c -> c == '\n').count();
    int column = text.codePointCount(text.lastIndexOf('\n') + 1, text.length());
    return new Place(source, line + 1, column + 1, 1);
  }
}
