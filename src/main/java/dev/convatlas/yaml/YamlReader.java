package dev.convatlas.yaml;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML text into values that know their place. */
public final class YamlReader {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private YamlReader() {}

  /**
   * The text of a file, without its byte order mark.
   *
   * @return nothing where the file is larger than {@link Limit#FILE_BYTES} or no UTF-8
   */
  public static Checked<String> decode(String path, byte[] bytes, Limits limits) {
    Problems problems = new Problems();
    if (bytes.length > limits.get(Limit.FILE_BYTES)) {
      problems.add(tooLarge(path, limits));
      return new Checked<>(Optional.empty(), problems.list());
    }
    if (isWide(bytes)) {
      problems.error(SourceSpan.wholeFile(path), "yaml.encoding.utf16");
      return new Checked<>(Optional.empty(), problems.list());
    }
    // UTF-8 never has more UTF-16 units than bytes.
    CharBuffer into = CharBuffer.allocate(bytes.length);
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(from, into, true);
    String text = withoutMark(into.flip().toString());
    if (result.isError()) {
      String wrong = String.format(Locale.ROOT, "0x%02X", bytes[from.position()] & 0xFF);
      SourceSpan place = new Places(path, text).at(text.codePointCount(0, text.length()));
      problems.error(place, "yaml.encoding.bytes", wrong);
      return new Checked<>(Optional.empty(), problems.list());
    }
    return new Checked<>(Optional.of(text), problems.list());
  }

  /**
   * @param path of the file, for the places of its values
   * @return the one document of the text; nothing where it is no YAML, empty, or over a limit
   */
  public static Checked<Value> read(String path, String text, Limits limits) {
    Problems problems = new Problems();
    return new Checked<>(read(path, withoutMark(text), limits, problems), problems.list());
  }

  private static Optional<Value> read(String path, String text, Limits limits, Problems problems) {
    long bytes = text.codePoints().mapToLong(YamlReader::bytes).sum();
    if (bytes > limits.get(Limit.FILE_BYTES)) {
      problems.add(tooLarge(path, limits));
      return Optional.empty();
    }
    Places places = new Places(path, text);
    int hidden = Hidden.first(text);
    if (hidden >= 0) {
      problems.error(places.at(hidden), "yaml.hidden", Hidden.named(places.point(hidden)));
      return Optional.empty();
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    ParserImpl events = new ParserImpl(new StreamReader(text), options);
    try {
      return new Composer(events, places, limits, problems).document();
    } catch (MarkedYAMLException wrong) {
      problems.add(Syntax.diagnostic(wrong, places));
    } catch (YAMLException wrong) {
      problems.error(places.file(), "yaml.syntax", String.valueOf(wrong.getMessage()));
    }
    return Optional.empty();
  }

  /** What {@link #decode} says of such a file, for whoever will not even read it. */
  public static Diagnostic tooLarge(String path, Limits limits) {
    return Composer.exceeded(Limit.FILE_BYTES, limits, SourceSpan.wholeFile(path));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** UTF-16's byte order marks are never UTF-8. */
  private static boolean isWide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return first == 0xFEFF || first == 0xFFFE;
  }

  private static long bytes(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
