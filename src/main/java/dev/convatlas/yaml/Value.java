package dev.convatlas.yaml;

import dev.convatlas.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A YAML value with its place. Scalars stay text: whoever expects a number reads one. */
public sealed interface Value {

  /** Most characters of a value that a message quotes. */
  int SHOWN = 60;

  SourceSpan span();

  /**
   * @param plain whether it was written without quotes, so that it may be a number, a truth value
   *     or nothing
   */
  record Scalar(SourceSpan span, String text, boolean plain) implements Value {

    /** Nothing, as YAML 1.2's core schema writes it. */
    public boolean isNull() {
      return plain
          && (text.isEmpty()
              || text.equals("~")
              || text.equals("null")
              || text.equals("Null")
              || text.equals("NULL"));
    }
  }

  record Sequence(SourceSpan span, List<Value> items) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys are unique and stand in the order in which they were written. */
  record Mapping(SourceSpan span, List<Entry> entries) implements Value {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<Value> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }

    public List<String> keys() {
      return entries.stream().map(entry -> entry.key().text()).toList();
    }
  }

  /** A key of a mapping with its value. */
  record Entry(Scalar key, Value value) {}

  /** As a message quotes it: in YAML's flow style, cut to what fits into a sentence. */
  default String shown() {
    StringBuilder text = new StringBuilder();
    write(this, text);
    return text.length() <= SHOWN ? text.toString() : text.substring(0, SHOWN) + "…";
  }

  private static void write(Value value, StringBuilder into) {
    if (into.length() > SHOWN) {
      return;
    }
    if (value instanceof Scalar scalar) {
      into.append(shown(scalar));
    } else if (value instanceof Sequence sequence) {
      into.append('[');
      for (int i = 0; i < sequence.items().size() && into.length() <= SHOWN; i++) {
        into.append(i == 0 ? "" : ", ");
        write(sequence.items().get(i), into);
      }
      into.append(']');
    } else if (value instanceof Mapping mapping) {
      into.append('{');
      for (int i = 0; i < mapping.entries().size() && into.length() <= SHOWN; i++) {
        Entry entry = mapping.entries().get(i);
        into.append(i == 0 ? "" : ", ").append(entry.key().text()).append(": ");
        write(entry.value(), into);
      }
      into.append('}');
    }
  }

  /** With quotes where a text would read as something else without them. */
  private static String shown(Scalar scalar) {
    if (scalar.plain()) {
      return scalar.text().isEmpty() ? "null" : scalar.text();
    }
    Scalar bare = new Scalar(scalar.span(), scalar.text(), true);
    boolean other =
        bare.isNull() || Scalars.number(bare).isPresent() || Scalars.truth(bare).isPresent();
    return other ? '"' + scalar.text() + '"' : scalar.text();
  }

  /** A place holder where something is left out: an empty mapping. */
  static Mapping nothing(SourceSpan span) {
    return new Mapping(span, List.of());
  }
}
