package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of argument that layers take. */
public final class Kinds {

  /** No size of a real network comes near; products of a few of them still fit into 63 bits. */
  static final long LARGEST = Integer.MAX_VALUE;

  public static final Kind<Long> POSITIVE = whole("kind.positive", 1);
  public static final Kind<Long> NATURAL = whole("kind.natural", 0);
  public static final Kind<Long> INTEGER = whole("kind.integer", -LARGEST);

  /** A number of elements or operations, which may be larger than any size. */
  public static final Kind<Long> COUNT =
      new Kind<>(
          Message.of("kind.count"),
          Map.of("type", "integer", "minimum", 0),
          value -> Scalars.whole(value).filter(number -> number >= 0));

  public static final Kind<Boolean> BOOLEAN =
      new Kind<>(Message.of("kind.boolean"), Map.of("type", "boolean"), Scalars::truth);

  public static final Kind<BigDecimal> NUMBER =
      new Kind<>(Message.of("kind.number"), Map.of("type", "number"), Scalars::number);

  public static final Kind<BigDecimal> PROBABILITY =
      new Kind<>(
          Message.of("kind.probability"),
          Map.of("type", "number", "minimum", 0, "maximum", 1),
          value ->
              Scalars.number(value)
                  .filter(p -> p.signum() >= 0 && p.compareTo(BigDecimal.ONE) <= 0));

  public static final Kind<String> TEXT =
      new Kind<>(Message.of("kind.text"), Map.of("type", "string"), Scalars::text);

  /** A list of whole numbers, of any length from 1 on. */
  public static final Kind<List<Long>> POSITIVES = list("kind.positives", POSITIVE);

  public static final Kind<List<Long>> INTEGERS = list("kind.integers", INTEGER);

  private Kinds() {}

  /** Whether it is, or holds, a number that is larger than any size. */
  static boolean isTooLarge(Value value) {
    if (value instanceof Sequence list) {
      return list.items().stream().anyMatch(Kinds::isTooLarge);
    }
    BigDecimal largest = BigDecimal.valueOf(LARGEST);
    return Scalars.number(value).filter(number -> number.compareTo(largest) > 0).isPresent();
  }

  private static Kind<Long> whole(String key, long least) {
    return new Kind<>(
        Message.of(key),
        Map.of("type", "integer", "minimum", least, "maximum", LARGEST),
        value -> Scalars.whole(value).filter(number -> number >= least && number <= LARGEST));
  }

  /** One value for every axis, or one for each of {@code rank} axes, slowest first. */
  public static <T> Kind<List<T>> spatial(int rank, Kind<T> each) {
    Map<String, Object> list = listSchema(each.schema(), rank);
    return new Kind<>(
        Message.of("kind.spatial", each.allowed(), rank),
        Map.of("anyOf", List.of(each.schema(), list)),
        value ->
            value instanceof Sequence sequence
                ? all(sequence, each).filter(items -> items.size() == rank)
                : each.read(value).map(one -> Collections.nCopies(rank, one)));
  }

  /** One value, or a list of at least one. */
  public static <T> Kind<List<T>> oneOrMore(Kind<T> each) {
    return new Kind<>(
        Message.of("kind.oneOrMore", each.allowed()),
        Map.of("anyOf", List.of(each.schema(), anySchema(each.schema()))),
        value ->
            value instanceof Sequence sequence
                ? all(sequence, each).filter(items -> !items.isEmpty())
                : each.read(value).map(List::of));
  }

  /** A list of at least one value. */
  public static <T> Kind<List<T>> list(String key, Kind<T> each) {
    return new Kind<>(
        Message.of(key),
        anySchema(each.schema()),
        value ->
            value instanceof Sequence sequence
                ? all(sequence, each).filter(items -> !items.isEmpty())
                : Optional.empty());
  }

  private static <T> Optional<List<T>> all(Sequence sequence, Kind<T> each) {
    List<T> items = new ArrayList<>();
    for (Value item : sequence.items()) {
      Optional<T> read = each.read(item);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      items.add(read.get());
    }
    return Optional.of(List.copyOf(items));
  }

  private static Map<String, Object> anySchema(Map<String, Object> each) {
    return Map.of("type", "array", "items", each, "minItems", 1);
  }

  private static Map<String, Object> listSchema(Map<String, Object> each, int size) {
    return Map.of("type", "array", "items", each, "minItems", size, "maxItems", size);
  }

  /** The words, and as numbers those that YAML reads as such. */
  private static List<Object> values(List<String> words) {
    List<Object> values = new ArrayList<>(words);
    for (String word : words) {
      if (word.matches("[0-9]{1,9}")) {
        values.add(Long.valueOf(word));
      }
    }
    return values;
  }

  /** One of a few words. */
  public static Kind<String> oneOf(String... words) {
    List<String> all = Arrays.asList(words);
    return new Kind<>(
        Message.of("kind.oneOf", String.join(", ", all)),
        Map.of("enum", values(all)),
        value -> Scalars.text(value).filter(all::contains));
  }

  /** The first of some kinds that takes the value. */
  public static <T> Kind<T> either(Message allowed, List<Kind<T>> kinds) {
    return new Kind<>(
        allowed,
        Map.of("anyOf", kinds.stream().map(Kind::schema).toList()),
        value ->
            kinds.stream().map(kind -> kind.read(value)).flatMap(Optional::stream).findFirst());
  }

  /** What the kind takes, or nothing: {@code null} leaves an axis as it is. */
  @SuppressWarnings("OptionalMapToOptional") // The inner one is a value: an axis left alone.
  public static Kind<Optional<Long>> orNull(Kind<Long> kind) {
    return new Kind<>(
        Message.of("kind.orNull", kind.allowed()),
        Map.of("anyOf", List.of(kind.schema(), Map.of("type", "null"))),
        value ->
            value instanceof Scalar scalar && scalar.isNull()
                ? Optional.of(Optional.empty())
                : kind.read(value).map(Optional::of));
  }
}
