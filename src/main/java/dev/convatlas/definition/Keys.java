package dev.convatlas.definition;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of a mapping, reporting what is not as it should be. */
final class Keys {
  /** In characters; a title is repeated on many pages. */
  private static final int LONGEST_LINE = 1_000;

  private Keys() {}

  /**
   * Reports keys that are not known, each with the one that was probably meant.
   *
   * @param subject what the mapping is, such as {@code claim}
   */
  static void known(Mapping mapping, List<String> known, String subject, Problems problems) {
    for (Entry entry : mapping.entries()) {
      if (!known.contains(entry.key().text())) {
        problems.add(unknown(entry.key().span(), entry.key().text(), known, subject));
      }
    }
  }

  private static Diagnostic unknown(
      SourceSpan span, String key, List<String> known, String subject) {
    Message what = Message.of("subject." + subject);
    return Diagnostic.error(
            span,
            Nearest.name(key, known)
                .map(near -> Message.of("key.unknown.near", what, key, near))
                .orElseGet(() -> Message.of("key.unknown", what, key)))
        .with(
            known.isEmpty()
                ? Diagnostic.Note.of("key.none")
                : Diagnostic.Note.of("key.allowed", String.join(", ", known)));
  }

  /** Reports a key that is not there, unless it is there with another spelling. */
  static void required(
      Mapping mapping,
      String key,
      List<String> known,
      String subject,
      SourceSpan at,
      Problems problems) {
    boolean misspelt =
        mapping.keys().stream()
            .filter(other -> !known.contains(other))
            .anyMatch(other -> Nearest.name(other, known).equals(Optional.of(key)));
    if (mapping.get(key).isEmpty() && !misspelt) {
      problems.error(at, "key.missing", Message.of("subject." + subject), key);
    }
  }

  /**
   * @param subject a key, or a message that says what should be a mapping
   */
  static Optional<Mapping> mapping(Value value, Object subject, Problems problems) {
    if (value instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    wrong(value, subject, "expected.mapping", problems);
    return Optional.empty();
  }

  /** The mapping under a key; nothing when there is none, or when it is something else. */
  static Optional<Mapping> mapping(Mapping in, String key, Problems problems) {
    return in.get(key).filter(Keys::isWritten).flatMap(value -> mapping(value, key, problems));
  }

  static Optional<Sequence> sequence(Value value, String subject, Problems problems) {
    if (value instanceof Sequence sequence) {
      return Optional.of(sequence);
    }
    wrong(value, subject, "expected.list", problems);
    return Optional.empty();
  }

  /** The items of a list under a key; none when there is no such key. */
  static List<Value> items(Mapping in, String key, Problems problems) {
    return in.get(key)
        .filter(Keys::isWritten)
        .flatMap(value -> sequence(value, key, problems))
        .map(Sequence::items)
        .orElse(List.of());
  }

  static Optional<Scalar> scalar(Value value, String subject, Problems problems) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    wrong(value, subject, "expected.text", problems);
    return Optional.empty();
  }

  /** A text where a list of texts may stand too. */
  private static Optional<Scalar> oneOfSeveral(Value value, String subject, Problems problems) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    wrong(value, subject, "expected.texts", problems);
    return Optional.empty();
  }

  /** The text under a key, or an empty one. */
  static String text(Mapping in, String key, Problems problems) {
    return in.get(key)
        .filter(Keys::isWritten)
        .flatMap(value -> scalar(value, key, problems))
        .map(Scalar::text)
        .orElse("");
  }

  /** The whole number under a key. */
  static Optional<Long> whole(Mapping in, String key, Problems problems) {
    Optional<Value> value = in.get(key).filter(Keys::isWritten);
    Optional<Long> number = value.flatMap(Scalars::whole);
    if (value.isPresent() && number.isEmpty()) {
      wrong(value.get(), key, "expected.whole", problems);
    }
    return number;
  }

  /** Texts of a list, or of one scalar in its place. */
  static List<Scalar> oneOrMore(Value value, String subject, Problems problems) {
    List<Value> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
    return items.stream()
        .map(item -> oneOfSeveral(item, subject, problems))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The text under a key on one line, whatever breaks it has. */
  static String line(Mapping in, String key, Problems problems) {
    String line = oneLine(text(in, key, problems));
    bounded(in, key, line, problems);
    return line;
  }

  /** One of several texts, on one line. */
  static String line(Scalar text, String key, Problems problems) {
    String line = oneLine(text.text());
    bounded(text, key, line, problems);
    return line;
  }

  private static void bounded(Mapping in, String key, String line, Problems problems) {
    bounded(in.get(key).orElse(in), key, line, problems);
  }

  private static void bounded(Value at, String key, String line, Problems problems) {
    if (line.length() > LONGEST_LINE) {
      problems.error(at.span(), "text.long", key, LONGEST_LINE);
    }
  }

  /** A title stands in cells of tables and in lines of terminals: breaks would forge others. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** A text on one line, or one for each language. */
  static Text title(Mapping in, String key, Problems problems) {
    Text text = translated(in, key, problems);
    Map<String, String> translations = new LinkedHashMap<>();
    text.translations().forEach((tag, words) -> translations.put(tag, oneLine(words)));
    translations.values().forEach(words -> bounded(in, key, words, problems));
    bounded(in, key, oneLine(text.plain()), problems);
    return new Text(oneLine(text.plain()), translations);
  }

  /** A text, or one for each language. */
  static Text translated(Mapping in, String key, Problems problems) {
    return in.get(key)
        .filter(Keys::isWritten)
        .map(value -> translated(value, key, problems))
        .orElse(Text.NONE);
  }

  private static Text translated(Value value, String key, Problems problems) {
    if (!(value instanceof Mapping mapping)) {
      return Text.of(scalar(value, key, problems).map(Scalar::text).orElse(""));
    }
    if (mapping.entries().isEmpty()) {
      wrong(value, key, "expected.text", problems);
      return Text.NONE;
    }
    Map<String, String> translations = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      scalar(entry.value(), key, problems)
          .ifPresent(text -> translations.put(entry.key().text(), text.text()));
    }
    String plain = translations.getOrDefault("en", "");
    return new Text(
        plain.isEmpty() ? translations.values().stream().findFirst().orElse("") : plain,
        translations);
  }

  static boolean isWritten(Value value) {
    return !(value instanceof Scalar scalar && scalar.isNull());
  }

  static void wrong(Value value, Object subject, String expected, Problems problems) {
    problems.error(value.span(), "value.wrong", subject, Message.of(expected), value.shown());
  }
}
