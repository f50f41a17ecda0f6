package dev.convatlas.definition;

import dev.convatlas.definition.Item.Branch;
import dev.convatlas.definition.Item.Broken;
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

  private final Problems problems;

  ItemReader(Problems problems) {
    this.problems = problems;
  }

  /** Whether a key of an item is no type; {@code share} takes the place of one. */
  static boolean isModifier(String key) {
    return Format.MODIFIERS.contains(key) || key.equals("share");
  }

  /** The items of a list. */
  List<Item> list(Value value, String subject) {
    return Keys.sequence(value, subject, problems).stream()
        .flatMap(sequence -> sequence.items().stream())
        .map(this::item)
        .toList();
  }

  /** A list, or one item in its place. */
  private List<Item> oneOrMore(Value value, String subject) {
    return value instanceof Sequence ? list(value, subject) : List.of(item(value));
  }

  Item item(Value value) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return new Call(scalar.span(), scalar, Value.nothing(scalar.span()), Modifiers.NONE);
    }
    if (!(value instanceof Mapping mapping)) {
      problems.add(noItem(value));
      return new Broken(value.span(), Modifiers.NONE);
    }
    List<Entry> types =
        mapping.entries().stream().filter(e -> !isModifier(e.key().text())).toList();
    Modifiers modifiers = modifiers(mapping);
    Optional<Entry> share = mapping.entry("share");
    if (share.isPresent() && types.isEmpty()) {
      return Keys.scalar(share.get().value(), "share", problems)
          .<Item>map(path -> new Share(share.get().key().span(), path, modifiers))
          .orElseGet(() -> new Broken(mapping.span(), modifiers));
    }
    if (types.size() == 1 && share.isEmpty()) {
      Item item = typed(types.get(0), modifiers);
      return item == null ? new Broken(types.get(0).key().span(), modifiers) : item;
    }
    problems.add(
        types.isEmpty() ? Diagnostic.error(mapping.span(), none()) : several(types, share));
    return new Broken(mapping.span(), modifiers);
  }

  private static Diagnostic noItem(Value value) {
    if (value instanceof Scalar) {
      return Diagnostic.error(value.span(), Message.of("item.nothing"));
    }
    return Diagnostic.error(value.span(), Message.of("item.wrong", value.shown()))
        .with(Diagnostic.Note.of("item.list"));
  }

  private static Message none() {
    return Message.of("item.untyped", String.join(", ", Format.MODIFIERS));
  }

  private static Diagnostic several(List<Entry> types, Optional<Entry> share) {
    List<Entry> all = new ArrayList<>(types);
    share.ifPresent(all::add);
    Entry first = all.get(0);
    if (share.isEmpty() && !Keys.isWritten(first.value())) {
      Optional<String> modifier = near(types);
      if (modifier.isEmpty()) {
        return Diagnostic.error(
            all.get(1).key().span(),
            Message.of("item.indented", first.key().text(), all.get(1).key().text()));
      }
    }
    String names = all.stream().map(entry -> entry.key().text()).collect(Collectors.joining(", "));
    Diagnostic error = Diagnostic.error(all.get(1).key().span(), Message.of("item.types", names));
    return error.with(
        near(types)
            .map(near -> Diagnostic.Note.of("did.you.mean", near))
            .orElseGet(
                () -> Diagnostic.Note.of("item.modifiers", String.join(", ", Format.MODIFIERS))));
  }

  /** The modifier that one of the types was probably meant to be. */
  private static Optional<String> near(List<Entry> types) {
    return types.stream()
        .map(type -> Nearest.name(type.key().text(), Format.MODIFIERS))
        .flatMap(Optional::stream)
        .findFirst();
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
    if (value instanceof Sequence sequence) {
      if (sequence.items().isEmpty()) {
        problems.error(span, "residual.empty");
        return null;
      }
      List<Item> body = list(value, "residual");
      return new Residual(span, Optional.empty(), body, List.of(), modifiers);
    }
    if (!(value instanceof Mapping mapping)) {
      Keys.wrong(value, "residual", "expected.residual", problems);
      return null;
    }
    Keys.known(mapping, Format.RESIDUAL, "residual", problems);
    Keys.required(mapping, "body", Format.RESIDUAL, "residual", span, problems);
    List<Item> body = itemsUnder(mapping, "body");
    List<Item> shortcut = itemsUnder(mapping, "shortcut");
    boolean sound = Format.RESIDUAL.containsAll(mapping.keys()) && mapping.get("body").isPresent();
    Optional<Value> skip = mapping.get("skip").filter(Keys::isWritten);
    return sound ? new Residual(span, skip, body, shortcut, modifiers) : null;
  }

  private List<Item> itemsUnder(Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(Keys::isWritten)
        .map(value -> oneOrMore(value, key))
        .orElse(List.of());
  }

  private Item parallel(SourceSpan span, Value value, Modifiers modifiers) {
    if (!(value instanceof Mapping mapping)) {
      Keys.wrong(value, "parallel", "expected.parallel", problems);
      return null;
    }
    Keys.known(mapping, Format.PARALLEL, "parallel", problems);
    for (String key : Format.PARALLEL) {
      Keys.required(mapping, key, Format.PARALLEL, "parallel", span, problems);
    }
    List<Branch> branches =
        Keys.items(mapping, "branches", problems).stream().map(this::branch).toList();
    Optional<Call> merge = mapping.get("merge").flatMap(this::merge);
    boolean sound = mapping.get("branches").filter(Sequence.class::isInstance).isPresent();
    return sound && merge.isPresent() ? new Parallel(span, branches, merge.get(), modifiers) : null;
  }

  private Optional<Call> merge(Value value) {
    boolean one = value instanceof Mapping || (value instanceof Scalar && Keys.isWritten(value));
    Item item = one ? item(value) : new Broken(value.span(), Modifiers.NONE);
    if (!one || !(item instanceof Call || item instanceof Broken)) {
      problems.error(value.span(), "merge.wrong", value.shown());
    }
    return item instanceof Call call ? Optional.of(call) : Optional.empty();
  }

  /** A list, or an item; the item's name, condition and loop are the branch's. */
  private Branch branch(Value value) {
    if (value instanceof Sequence) {
      return new Branch(value.span(), list(value, "branches"), Modifiers.NONE);
    }
    if (!Keys.isWritten(value)) {
      problems.error(value.span(), "branch.nothing");
      return new Branch(
          value.span(), List.of(new Broken(value.span(), Modifiers.NONE)), Modifiers.NONE);
    }
    Item item = item(value);
    return new Branch(item.span(), List.of(inner(item)), outer(item.modifiers()));
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
    if (item instanceof Broken broken) {
      return new Broken(broken.span(), rest);
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
      if (!BlockReader.isName(new Scalar(entry.key().span(), name, true), problems)) {
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
