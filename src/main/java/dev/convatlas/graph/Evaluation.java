package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Modifiers;
import dev.convatlas.definition.Item.Share;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Evaluates what is written at an item: every result is empty after an error that is reported. */
final class Evaluation {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,99}");

  private final Expressions expressions;
  private final Function<Tensor, Optional<Shape>> shapes;
  private final Reports reports;

  Evaluation(Expressions expressions, Function<Tensor, Optional<Shape>> shapes, Reports reports) {
    this.expressions = expressions;
    this.shapes = shapes;
    this.reports = reports;
  }

  private Sight sight(Place place, Tensor previous) {
    return new Sight(place, previous, shapes);
  }

  /** Without a report where it needs a tensor that an earlier error has left without a shape. */
  Optional<Value> value(Value written, Place place, Tensor previous) {
    if (!Expressions.in(written)) {
      return Optional.of(written);
    }
    Sight sight = sight(place, previous);
    Problems problems = new Problems();
    Optional<Value> value = expressions.evaluate(written, sight, problems);
    if (sight.isBlurred()) {
      return Optional.empty();
    }
    problems.list().forEach(diagnostic -> reports.add(place, diagnostic));
    return value;
  }

  Optional<Boolean> truth(
      Optional<Value> written, boolean fallback, String key, Place place, Tensor previous) {
    if (written.isEmpty()) {
      return Optional.of(fallback);
    }
    Optional<Value> value = value(written.get(), place, previous);
    Optional<Boolean> truth = value.flatMap(Scalars::truth);
    if (value.isPresent() && truth.isEmpty()) {
      Message expected = Message.of("kind.boolean");
      reports.error(place, written.get().span(), "value.wrong", key, expected, value.get().shown());
    }
    return truth;
  }

  String text(Optional<Value> written, Place place, Tensor previous) {
    return written
        .flatMap(value -> value(value, place, previous))
        .flatMap(Scalars::text)
        .orElse("");
  }

  Place marked(Modifiers modifiers, Place place, Tensor previous) {
    boolean training =
        truth(modifiers.training(), false, "training", place, previous).orElse(false);
    boolean functional =
        truth(modifiers.functional(), false, "functional", place, previous).orElse(false);
    return place.marked(training, functional);
  }

  Optional<String> name(Value written, Place place, Tensor previous) {
    Optional<Value> value = value(written, place, previous);
    Optional<String> name =
        value.flatMap(Scalars::text).filter(text -> NAME.matcher(text).matches());
    if (value.isPresent() && name.isEmpty()) {
      reports.error(place, written.span(), "item.name", value.get().shown());
    }
    return name;
  }

  /** What an item without a name is called after. */
  Optional<String> type(Item item, Place place, Tensor previous) {
    if (item instanceof Call call) {
      return value(call.type(), place, previous).flatMap(Scalars::text);
    }
    if (item instanceof Share share) {
      String path = share.path().text();
      return Optional.of(path.substring(path.lastIndexOf('.') + 1));
    }
    if (item instanceof Item.Group) {
      return Optional.of("layers");
    }
    return Optional.of(item instanceof Item.Residual ? "residual" : "parallel");
  }

  Optional<Mapping> arguments(Call call, String type, Place place, Tensor previous) {
    Optional<Value> value = value(call.arguments(), place, previous);
    if (value.isPresent() && !(value.get() instanceof Mapping)) {
      reports.error(place, call.arguments().span(), "item.arguments", type, value.get().shown());
    }
    return value.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  /** The previous output where nothing is written; none where there is no such thing either. */
  Optional<List<Tensor>> from(SourceSpan span, List<Value> written, Place place, Tensor previous) {
    if (written.isEmpty()) {
      return Optional.of(previous == null ? List.of() : List.of(previous));
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Value path : written) {
      value(path, place, previous)
          .flatMap(text -> tensor(text, place, previous))
          .ifPresent(tensors::add);
    }
    return tensors.size() == written.size() ? Optional.of(tensors) : Optional.empty();
  }

  Optional<Tensor> tensor(Value path, Place place, Tensor previous) {
    Sight sight = sight(place, previous);
    Optional<Tensor> tensor = Scalars.text(path).flatMap(sight::tensor);
    if (tensor.isEmpty()) {
      unknown(path, place, sight.tensors());
    }
    return tensor;
  }

  Optional<Area.Entry> entry(Scalar path, Place place) {
    Optional<Area.Entry> entry = place.area().find(List.of(path.text().split("\\.", -1)));
    if (entry.isEmpty()) {
      unknown(path, place, place.area().visible());
    }
    return entry;
  }

  private void unknown(Value path, Place place, Collection<String> known) {
    String written = path.shown();
    Diagnostic error =
        Diagnostic.error(
            path.span(),
            Nearest.name(written, known)
                .map(near -> Message.of("from.unknown.near", written, near))
                .orElseGet(() -> Message.of("from.unknown", written)));
    reports.add(
        place,
        known.isEmpty() ? error : error.with(Note.of("from.known", String.join(", ", known))));
  }

  /**
   * Fills in the arguments of a block: those written, then defaults, which may use earlier ones.
   *
   * @param inside where defaults are evaluated
   * @param place of the call, for reports
   */
  boolean fill(
      SourceSpan at,
      Block block,
      Mapping written,
      Place inside,
      Place place,
      Map<String, Value> into) {
    boolean sound = true;
    List<String> names = block.arguments().stream().map(Block.Parameter::name).toList();
    for (Entry entry : written.entries()) {
      if (!names.contains(entry.key().text())) {
        reports.add(place, unknownArgument(block, entry, names));
        sound = false;
      }
    }
    for (Block.Parameter parameter : block.arguments()) {
      Optional<Value> value = written.get(parameter.name());
      if (value.isEmpty() && parameter.fallback().isPresent()) {
        value = value(parameter.fallback().get(), inside, inside.frame().first());
        sound &= value.isPresent();
      } else if (value.isEmpty()) {
        reports.add(place, missing(at, block, parameter));
        sound = false;
      }
      value.ifPresent(found -> into.put(parameter.name(), found));
    }
    return sound;
  }

  private static Diagnostic missing(SourceSpan at, Block block, Block.Parameter parameter) {
    return Diagnostic.error(
            at, Message.of("block.argument.missing", block.name(), parameter.name()))
        .with(Note.at(parameter.span(), "block.declared", block.name()));
  }

  private static Diagnostic unknownArgument(Block block, Entry entry, List<String> names) {
    String key = entry.key().text();
    Message message =
        Nearest.name(key, names)
            .map(near -> Message.of("argument.unknown.near", block.name(), key, near))
            .orElseGet(() -> Message.of("argument.unknown", block.name(), key));
    return Diagnostic.error(entry.key().span(), message)
        .with(
            names.isEmpty()
                ? Note.of("argument.none", block.name())
                : Note.of("argument.allowed", block.name(), String.join(", ", names)));
  }
}
