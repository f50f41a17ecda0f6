package dev.convatlas.definition;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Evaluates what stands in {@code ${…}}. Expressions are parsed once and evaluated often. Where a
 * text needs a dollar and an opening brace themselves, a second dollar is written before them.
 */
public final class Expressions {
  /** Enough for the texts of a large file; what comes later is parsed each time. */
  private static final int REMEMBERED = 20_000;

  /** What the messages of a {@link Limit} begin with. */
  private static final String LIMIT = "limit.";

  private final Limits limits;
  private final Engine engine;
  private final Map<String, Template> templates;
  private final Meter meter;

  public Expressions(Limits limits) {
    this(limits, new Engine(limits), new ConcurrentHashMap<>());
  }

  private Expressions(Limits limits, Engine engine, Map<String, Template> templates) {
    this.limits = limits;
    this.engine = engine;
    this.templates = templates;
    this.meter = new Meter(limits);
  }

  /** The same with a meter of its own: for one file, by one thread. */
  public Expressions forOneFile() {
    return new Expressions(limits, engine, templates);
  }

  public Meter meter() {
    return meter;
  }

  /** A function that expressions may use; the message {@code function.NAME} says what it does. */
  public record Help(String name, String usage) {}

  /** All functions, in the order in which a reference lists them. */
  public static List<Help> functions() {
    return Functions.ALL.stream().map(each -> new Help(each.name(), each.usage())).toList();
  }

  /**
   * The value with every {@code ${…}} in it replaced, at any depth; {@code {for: …, value: …}}
   * becomes a list. A scalar that is one expression and nothing else keeps the expression's type;
   * inside other text the result is written into it. Places stay those of what was written; parts
   * of a list or mapping that an expression gives keep the places where they were written.
   *
   * @return nothing after an error, which is then in {@code problems}
   */
  public Optional<Value> evaluate(Value written, Names names, Problems problems) {
    return new Walk(problems).value(written, names);
  }

  /** Whether the value contains a {@code ${…}} anywhere. */
  public static boolean in(Value written) {
    if (written instanceof Scalar scalar) {
      return scalar.text().contains(Template.START);
    }
    if (written instanceof Sequence list) {
      return list.items().stream().anyMatch(Expressions::in);
    }
    return ((Mapping) written).entries().stream().anyMatch(entry -> in(entry.value()));
  }

  /** Reports expressions that cannot be parsed, without evaluating anything. */
  public void check(Value written, Problems problems) {
    if (written instanceof Scalar scalar) {
      for (Template.Piece piece : template(scalar).pieces()) {
        if (piece instanceof Template.Broken broken) {
          problems.add(diagnostic(broken.failure(), scalar));
        }
      }
    } else if (written instanceof Sequence list) {
      list.items().forEach(item -> check(item, problems));
    } else {
      for (Entry entry : ((Mapping) written).entries()) {
        check(entry.key(), problems); // The type of an item may be an expression.
        check(entry.value(), problems);
      }
    }
  }

  /** Whether it says that its first argument is no name that an expression may use. */
  public static boolean isUnknownName(Diagnostic diagnostic) {
    String key = diagnostic.message().key();
    return key.equals("expression.name") || key.equals("expression.name.near");
  }

  private Template template(Scalar scalar) {
    String text = scalar.text();
    if (!text.contains(Template.START)) {
      return new Template(List.of());
    }
    Template known = templates.get(text);
    if (known == null) {
      known = Template.of(text, engine);
      if (templates.size() < REMEMBERED) {
        templates.put(text, known);
      }
    }
    return known;
  }

  private static Diagnostic diagnostic(Failure failure, Scalar scalar) {
    Message message = failure.message();
    Diagnostic error = Diagnostic.error(span(scalar, failure), message);
    if (message.key().startsWith(LIMIT)) {
      String limit = message.key().substring(LIMIT.length());
      return error.with(Note.of("limit.raise", limit, message.arguments().get(0)));
    }
    return failure.hint() == null ? error : error.with(new Note(null, failure.hint()));
  }

  /**
   * The place inside a scalar, where its text stands in the file as it is: between quotes, or
   * without. Where it does not (several lines, escapes) the scalar's own place.
   */
  private static SourceSpan span(Scalar scalar, Failure failure) {
    String text = scalar.text();
    SourceSpan span = scalar.span();
    int quote = scalar.plain() ? 0 : 1;
    if (span.length() != text.codePointCount(0, text.length()) + 2 * quote) {
      return span;
    }
    int column = span.column() + quote + text.codePointCount(0, failure.from());
    int length = text.codePointCount(failure.from(), failure.to());
    return new SourceSpan(span.path(), span.line(), column, Math.max(1, length));
  }

  /** One evaluation of a value, which bounds what its loops make all together. */
  private final class Walk {
    private final Problems problems;
    private long made;

    private Walk(Problems problems) {
      this.problems = problems;
    }

    private Optional<Value> value(Value written, Names names) {
      if (written instanceof Scalar scalar) {
        return scalar(scalar, names);
      }
      if (written instanceof Sequence list) {
        return list(list, names);
      }
      Mapping mapping = (Mapping) written;
      List<String> keys = mapping.keys();
      boolean loop = keys.size() == 2 && keys.contains("for") && keys.contains("value");
      return loop ? loop(mapping, names) : mapping(mapping, names);
    }

    private Optional<Value> scalar(Scalar scalar, Names names) {
      Template template = template(scalar);
      if (template.pieces().isEmpty()) {
        return Optional.of(scalar);
      }
      StringBuilder text = new StringBuilder();
      long inserted = 0;
      for (Template.Piece piece : template.pieces()) {
        if (piece instanceof Template.Literal literal) {
          text.append(literal.text());
          continue;
        }
        Optional<Datum> datum = datum(piece, scalar, names);
        if (datum.isEmpty()) {
          return Optional.empty();
        }
        if (template.isWhole()) {
          return Optional.of(datum.get().at(scalar.span()));
        }
        if (datum.get() instanceof Datum.Items || datum.get() instanceof Datum.Fields) {
          problems.error(scalar.span(), "expression.inside", datum.get().named());
          return Optional.empty();
        }
        String written = datum.get().written();
        inserted += written.length();
        if (inserted > limits.get(Limit.EXPRESSION_CHARACTERS)) {
          exceeded(scalar.span(), Limit.EXPRESSION_CHARACTERS);
          return Optional.empty();
        }
        text.append(written);
      }
      return Optional.of(new Scalar(scalar.span(), text.toString(), false));
    }

    private Optional<Datum> datum(Template.Piece piece, Scalar scalar, Names names) {
      try {
        if (piece instanceof Template.Code code) {
          return Optional.of(evaluated(code, scalar, names));
        }
        throw ((Template.Broken) piece).failure();
      } catch (Failure failure) {
        problems.add(diagnostic(failure, scalar));
        return Optional.empty();
      }
    }

    private Datum evaluated(Template.Code code, Scalar scalar, Names names) {
      try {
        return engine.evaluate(code.parsed(), names, scalar.span(), meter);
      } catch (Failure failure) {
        throw failure.shifted(code.at());
      }
    }

    private Optional<Value> list(Sequence list, Names names) {
      List<Value> items = new ArrayList<>();
      boolean failed = false;
      boolean changed = false;
      for (Value item : list.items()) {
        Optional<Value> value = value(item, names);
        value.ifPresent(items::add);
        failed |= value.isEmpty();
        changed |= value.isPresent() && value.get() != item;
      }
      return result(failed, changed, changed ? new Sequence(list.span(), items) : list);
    }

    private Optional<Value> mapping(Mapping mapping, Names names) {
      List<Entry> entries = new ArrayList<>();
      boolean failed = false;
      boolean changed = false;
      for (Entry entry : mapping.entries()) {
        Optional<Value> value = value(entry.value(), names);
        value.ifPresent(v -> entries.add(new Entry(entry.key(), v)));
        failed |= value.isEmpty();
        changed |= value.isPresent() && value.get() != entry.value();
      }
      return result(failed, changed, changed ? new Mapping(mapping.span(), entries) : mapping);
    }

    private Optional<Value> result(boolean failed, boolean changed, Value value) {
      if (failed) {
        return Optional.empty();
      }
      Optional<Limit> over = changed ? Extent.exceeded(value, limits) : Optional.empty();
      over.ifPresent(limit -> exceeded(value.span(), limit));
      return over.isPresent() ? Optional.empty() : Optional.of(value);
    }

    private Optional<Value> loop(Mapping written, Names names) {
      Optional<Item.Loop> loop = read(written);
      Optional<Value> values = loop.flatMap(each -> value(each.values(), names));
      if (values.isEmpty()) {
        return Optional.empty();
      }
      Optional<List<Map<String, Value>>> turns =
          Loops.bindings(loop.get(), values.get(), limits, problems);
      if (turns.isEmpty()) {
        return Optional.empty();
      }
      List<Value> items = new ArrayList<>();
      for (Map<String, Value> turn : turns.get()) {
        made++;
        if (made > limits.get(Limit.LIST_ITEMS)) {
          exceeded(written.span(), Limit.LIST_ITEMS);
          return Optional.empty();
        }
        Optional<Value> item = value(written.get("value").orElseThrow(), within(turn, names));
        if (item.isEmpty()) {
          return Optional.empty();
        }
        items.add(item.get());
      }
      return result(false, true, new Sequence(written.span(), items));
    }

    private Optional<Item.Loop> read(Mapping written) {
      Entry loop = written.entry("for").orElseThrow();
      return ItemReader.loop(loop.key().span(), loop.value(), problems);
    }

    private void exceeded(SourceSpan span, Limit limit) {
      problems.add(Limited.by(limit, limits, span).diagnostic());
    }
  }

  /** Names of which some are those of a loop, which hide others. */
  private static Names within(Map<String, Value> turn, Names outer) {
    return new Names() {
      @Override
      public Optional<Value> find(String name) {
        Value value = turn.get(name);
        return value == null ? outer.find(name) : Optional.of(value);
      }

      @Override
      public Collection<String> all() {
        TreeSet<String> all = new TreeSet<>(outer.all());
        all.addAll(turn.keySet());
        return all;
      }
    };
  }
}
