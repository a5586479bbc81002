package org.jcompose.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem.Severity;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads text files, and says in a sentence why one cannot be read. */
final class TextFiles {

  private static final Set<String> HARMLESS = Set.of("/dev/null", "/dev/stdin");
  private static final int MOST_BYTES = 4 * YamlReader.LONGEST;

  /** For each file, so that the number of small ones is bounded, too. */
  private static final int LEAST_COST = 512;

  /** How many characters variables may add to the texts of a project. */
  private static final int MOST_GROWTH = 32 << 20;

  private final Allowance total = new Allowance(MOST_BYTES);
  private final Allowance growth = new Allowance(MOST_GROWTH);
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

  /**
   * A text with the name by which errors call it.
   *
   * @param growth how much variables may still add to the texts of the project
   */
  record Text(Source source, String text, Allowance growth) {}

  /** How much variables may still add to the texts of the project. */
  Allowance growth() {
    return growth;
  }

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
      } else if (isEndless(file)) {
        problems.error(place, "'" + name + "' is a pipe or a device, not a file");
      } else {
        return bounded(name, bytes(file), place).flatMap(bytes -> decode(name, bytes, notUtf8));
      }
    } catch (NoSuchFileException e) {
      problems.error(place, "file '" + name + "' does not exist");
    } catch (IOException e) {
      problems.error(place, "cannot read file '" + name + "': " + reason(e));
    }
    return Optional.empty();
  }

  /** What a process was given open, such as a shell's {@code <(command)}, has a writer. */
  private static boolean isEndless(Path file) throws IOException {
    boolean given = file.startsWith("/dev/fd") || file.startsWith("/proc/self/fd");
    return !given
        && !HARMLESS.contains(file.toString())
        && Files.readAttributes(file, BasicFileAttributes.class).isOther();
  }

  /** One byte more than is allowed at the most: what a file claims to be its size may be wrong. */
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(YamlReader.LONGEST + 1);
    }
  }

  private Optional<byte[]> bounded(String name, byte[] bytes, @Nullable Place place) {
    if (bytes.length > YamlReader.LONGEST) {
      problems.error(place, "'" + name + "' is longer than 16 MiB", "is it the right file?");
      return Optional.empty();
    }
    if (!total.take(Math.max(bytes.length, LEAST_COST))) {
      problems.error(
          place,
          "the project reads too much: more than 64 MiB up to '" + name + "'",
          "does a file include or extend itself many times over?");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  /** Why a file cannot be read, without its name, which has been said. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, "the system gives no reason");
  }

  /** UTF-16 is for those who have a byte order mark, as YAML has it. */
  private static Charset charset(byte[] bytes) {
    boolean two = bytes.length >= 2;
    boolean little = two && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    boolean big = two && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
    boolean utf32 = bytes.length >= 4 && bytes[2] == 0 && bytes[3] == 0;
    if (little && !utf32) {
      return StandardCharsets.UTF_16LE;
    }
    return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private Optional<Text> decode(String name, byte[] bytes, Severity notUtf8) {
    Charset charset = charset(bytes);
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String message = "'" + name + "' is not valid " + charset + " from here on";
      if (notUtf8 == Severity.ERROR) {
        problems.error(end(Source.of(name, text), text), message, "save it as UTF-8");
        return Optional.empty();
      }
      problems.warning(
          end(Source.of(name, text).withoutLines(), text), message, "save it as UTF-8");
      text = new String(bytes, charset);
    }
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Source source = Source.of(name, clean);
    provenance.read(source);
    return Optional.of(new Text(source, clean, growth));
  }

  private static Place end(Source source, String text) {
    int line = (int) text.chars().filter(c -> c == '\n').count();
    int column = text.codePointCount(text.lastIndexOf('\n') + 1, text.length());
    return new Place(source, line + 1, column + 1, 1);
  }
}
