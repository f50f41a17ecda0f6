package dev.convatlas.definition;

import dev.convatlas.definition.Item.Branch;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Group;
import dev.convatlas.definition.Item.Loop;
import dev.convatlas.definition.Item.Modifiers;
import dev.convatlas.definition.Item.Parallel;
import dev.convatlas.definition.Item.Residual;
import dev.convatlas.definition.Item.Share;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads lists of layers. */
final class ItemReader {

  /** Keys of an item that are no type. */
  static final List<String> MODIFIERS =
      List.of("name", "from", "when", "for", "repeat", "training", "functional", "share", "note");

  private static final List<String> RESIDUAL = List.of("skip", "body", "shortcut");
  private static final List<String> PARALLEL = List.of("branches", "merge");

  private final Problems problems;

  ItemReader(Problems problems) {
    this.problems = problems;
  }

  /** The items of a list; an item that cannot be read is left out and reported. */
  List<Item> list(Value value, String subject) {
    return Keys.sequence(value, subject, problems).stream()
        .flatMap(sequence -> sequence.items().stream())
        .map(this::item)
        .flatMap(Optional::stream)
        .toList();
  }

  /** A list, or one item in its place. */
  private List<Item> oneOrMore(Value value, String subject) {
    return value instanceof Sequence ? list(value, subject) : item(value).stream().toList();
  }

  Optional<Item> item(Value value) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(
          new Call(scalar.span(), scalar, Value.nothing(scalar.span()), Modifiers.NONE));
    }
    if (!(value instanceof Mapping mapping)) {
      problems.error(value.span(), "item.wrong", value.shown());
      return Optional.empty();
    }
    List<Entry> types =
        mapping.entries().stream().filter(e -> !MODIFIERS.contains(e.key().text())).toList();
    Modifiers modifiers = modifiers(mapping);
    Optional<Entry> share = mapping.entry("share");
    if (share.isPresent() && types.isEmpty()) {
      return Keys.scalar(share.get().value(), "share", problems)
          .map(path -> new Share(share.get().key().span(), path, modifiers));
    }
    if (types.size() == 1 && share.isEmpty()) {
      return Optional.ofNullable(typed(types.get(0), modifiers));
    }
    problems.add(
        types.isEmpty() ? Diagnostic.error(mapping.span(), none()) : several(types, share));
    return Optional.empty();
  }

  private static Message none() {
    return Message.of("item.untyped", String.join(", ", MODIFIERS));
  }

  private static Diagnostic several(List<Entry> types, Optional<Entry> share) {
    List<Entry> all = new ArrayList<>(types);
    share.ifPresent(all::add);
    String names = all.stream().map(entry -> entry.key().text()).collect(Collectors.joining(", "));
    Diagnostic error = Diagnostic.error(all.get(1).key().span(), Message.of("item.types", names));
    for (Entry type : types) {
      Optional<String> near = Nearest.name(type.key().text(), MODIFIERS);
      if (near.isPresent()) {
        return error.with(Diagnostic.Note.at(type.key().span(), "did.you.mean", near.get()));
      }
    }
    return error.with(Diagnostic.Note.of("item.modifiers", String.join(", ", MODIFIERS)));
  }

  /** Null when it cannot be read. */
  private Item typed(Entry type, Modifiers modifiers) {
    SourceSpan span = type.key().span();
    return switch (type.key().text()) {
      case "layers" -> new Group(span, list(type.value(), "layers"), modifiers);
      case "residual" -> residual(span, type.value(), modifiers);
      case "parallel" -> parallel(span, type.value(), modifiers);
      default -> call(type, modifiers);
    };
  }

  private Call call(Entry type, Modifiers modifiers) {
    Value arguments = type.value();
    boolean expression = arguments instanceof Scalar && Expressions.in(arguments);
    if (!Keys.isWritten(arguments)) {
      arguments = Value.nothing(type.key().span());
    } else if (!(arguments instanceof Mapping) && !expression) {
      problems.error(arguments.span(), "item.arguments", type.key().text(), arguments.shown());
      return null;
    }
    return new Call(type.key().span(), type.key(), arguments, modifiers);
  }

  private Item residual(SourceSpan span, Value value, Modifiers modifiers) {
    if (!(value instanceof Mapping mapping)) {
      return new Residual(span, Optional.empty(), list(value, "residual"), List.of(), modifiers);
    }
    Keys.known(mapping, RESIDUAL, "residual", problems);
    if (mapping.get("body").isEmpty()) {
      problems.error(span, "key.missing", Message.of("subject.residual"), "body");
    }
    return new Residual(
        span,
        mapping.get("skip").filter(Keys::isWritten),
        itemsUnder(mapping, "body"),
        itemsUnder(mapping, "shortcut"),
        modifiers);
  }

  private List<Item> itemsUnder(Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(Keys::isWritten)
        .map(value -> oneOrMore(value, key))
        .orElse(List.of());
  }

  private Item parallel(SourceSpan span, Value value, Modifiers modifiers) {
    Optional<Mapping> mapping = Keys.mapping(value, "parallel", problems);
    if (mapping.isEmpty()) {
      return null;
    }
    Keys.known(mapping.get(), PARALLEL, "parallel", problems);
    for (String key : PARALLEL) {
      if (mapping.get().get(key).isEmpty()) {
        problems.error(span, "key.missing", Message.of("subject.parallel"), key);
      }
    }
    List<Branch> branches =
        Keys.items(mapping.get(), "branches", problems).stream().map(this::branch).toList();
    return mapping
        .get()
        .get("merge")
        .flatMap(this::merge)
        .map(merge -> new Parallel(span, branches, merge, modifiers))
        .orElse(null);
  }

  private Optional<Call> merge(Value value) {
    Optional<Item> item = item(value);
    if (item.isPresent() && !(item.get() instanceof Call)) {
      problems.error(value.span(), "merge.wrong", value.shown());
    }
    return item.filter(Call.class::isInstance).map(Call.class::cast);
  }

  /** A list, or an item; the item's name, condition and loop are the branch's. */
  private Branch branch(Value value) {
    if (value instanceof Sequence) {
      return new Branch(value.span(), list(value, "branches"), Modifiers.NONE);
    }
    return item(value)
        .map(item -> new Branch(value.span(), List.of(inner(item)), outer(item.modifiers())))
        .orElseGet(() -> new Branch(value.span(), List.of(), Modifiers.NONE));
  }

  private static Modifiers outer(Modifiers all) {
    return new Modifiers(
        all.name(),
        List.of(),
        all.when(),
        all.loop(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Item inner(Item item) {
    Modifiers all = item.modifiers();
    Modifiers rest =
        new Modifiers(
            Optional.empty(),
            all.from(),
            Optional.empty(),
            Optional.empty(),
            all.training(),
            all.functional(),
            all.note());
    if (item instanceof Group group) {
      return new Group(group.span(), group.items(), rest);
    }
    if (item instanceof Residual residual) {
      return new Residual(
          residual.span(), residual.skip(), residual.body(), residual.shortcut(), rest);
    }
    if (item instanceof Parallel parallel) {
      return new Parallel(parallel.span(), parallel.branches(), parallel.merge(), rest);
    }
    if (item instanceof Share share) {
      return new Share(share.span(), share.path(), rest);
    }
    Call call = (Call) item;
    return new Call(call.span(), call.type(), call.arguments(), rest);
  }

  private Modifiers modifiers(Mapping mapping) {
    return new Modifiers(
        written(mapping, "name"),
        mapping.get("from").filter(Keys::isWritten).stream()
            .flatMap(from -> Keys.oneOrMore(from, "from", problems).stream())
            .map(Value.class::cast)
            .toList(),
        written(mapping, "when"),
        loop(mapping),
        written(mapping, "training"),
        written(mapping, "functional"),
        written(mapping, "note"));
  }

  private static Optional<Value> written(Mapping mapping, String key) {
    return mapping.get(key).filter(Keys::isWritten);
  }

  private Optional<Loop> loop(Mapping mapping) {
    Optional<Entry> repeat = mapping.entry("repeat");
    Optional<Entry> loop = mapping.entry("for");
    if (repeat.isPresent() && loop.isPresent()) {
      problems.error(repeat.get().key().span(), "loop.both");
      return Optional.empty();
    }
    if (repeat.isPresent()) {
      Entry entry = repeat.get();
      return Optional.of(new Loop(entry.key().span(), List.of("index"), entry.value()));
    }
    return loop.flatMap(entry -> loop(entry.key().span(), entry.value(), problems));
  }

  /** {@code {i: 4}}, or {@code {"kernel, expand": rows}}. */
  static Optional<Loop> loop(SourceSpan span, Value written, Problems problems) {
    Optional<Mapping> mapping = Keys.mapping(written, "for", problems);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    if (mapping.get().entries().size() != 1) {
      problems.error(written.span(), "loop.keys", mapping.get().entries().size());
      return Optional.empty();
    }
    Entry entry = mapping.get().entries().get(0);
    List<String> names =
        Arrays.stream(entry.key().text().split(",", -1)).map(String::strip).toList();
    for (String name : names) {
      if (!BlockReader.NAME.matcher(name).matches()) {
        problems.error(entry.key().span(), "name.wrong", name);
        return Optional.empty();
      }
      if (Collections.frequency(names, name) > 1) {
        problems.error(entry.key().span(), "loop.twice", name);
        return Optional.empty();
      }
    }
    return Optional.of(new Loop(span, names, entry.value()));
  }
}
