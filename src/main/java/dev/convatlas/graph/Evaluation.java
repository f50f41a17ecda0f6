package dev.convatlas.graph;

import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Modifiers;
import dev.convatlas.definition.Item.Share;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Evaluates what is written at an item: every result is empty after an error that is reported. */
final class Evaluation {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,99}");

  private final Expressions expressions;
  private final Function<Tensor, Optional<Shape>> shapes;
  private final Reports reports;
  private final Map<String, Pattern> sizes = new HashMap<>();
  private boolean sized;

  Evaluation(Expressions expressions, Function<Tensor, Optional<Shape>> shapes, Reports reports) {
    this.expressions = expressions;
    this.shapes = shapes;
    this.reports = reports;
  }

  /** Whether anything that was evaluated may depend on the size of a spatial axis. */
  boolean isSized() {
    return sized;
  }

  /** Without a report where it needs a tensor that an earlier error has left without a shape. */
  Optional<Value> value(Value written, Place place, Tensor previous) {
    return value(written, place, previous, UnaryOperator.identity());
  }

  /**
   * @param hint what to add to a report
   */
  Optional<Value> value(
      Value written, Place place, Tensor previous, UnaryOperator<Diagnostic> hint) {
    if (!Expressions.in(written)) {
      return Optional.of(written);
    }
    Sight sight = new Sight(place, previous, shapes);
    Problems problems = new Problems();
    Optional<Value> value = expressions.evaluate(written, sight, problems);
    sized = sized || sight.mayAskForSizes(written, sizes);
    if (sight.isBlurred() || (value.isEmpty() && isBroken(written))) {
      reports.stop();
      return Optional.empty();
    }
    problems
        .list()
        .forEach(diagnostic -> reports.add(place, hint.apply(outside(diagnostic, place))));
    return value;
  }

  /** Whether it holds an expression that cannot be parsed, which is reported with its file. */
  private boolean isBroken(Value written) {
    Problems parsing = new Problems();
    expressions.check(written, parsing);
    return parsing.hasErrors();
  }

  /** Says of an unknown name that it is known where the block is used. */
  private static Diagnostic outside(Diagnostic diagnostic, Place place) {
    if (!Expressions.isUnknownName(diagnostic)) {
      return diagnostic;
    }
    Object name = diagnostic.message().arguments().get(0);
    for (Frame inner = place.frame(); inner.user() != null; inner = inner.outer()) {
      Place user = inner.user();
      if (user.loops().containsKey(name)
          || user.frame().arguments().containsKey(name)
          || user.frame().params().containsKey(name)) {
        String block = place.frame().block().orElseThrow().name();
        return diagnostic.with(Note.of("block.outside.name", name, block));
      }
    }
    return diagnostic;
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
      return type(call, place, previous);
    }
    if (item instanceof Share share) {
      String path = share.path().text();
      return Optional.of(path.substring(path.lastIndexOf('.') + 1));
    }
    if (item instanceof Item.Broken) {
      return Optional.of("layer");
    }
    if (item instanceof Item.Group) {
      return Optional.of("layers");
    }
    return Optional.of(item instanceof Item.Residual ? "residual" : "parallel");
  }

  private Optional<String> type(Call call, Place place, Tensor previous) {
    Optional<Value> value = value(call.type(), place, previous);
    Optional<String> type = value.flatMap(Scalars::text);
    if (value.isPresent() && type.isEmpty()) {
      reports.error(place, call.span(), "item.type", value.get().shown());
    }
    return type;
  }

  Optional<Mapping> arguments(Call call, String type, Place place, Tensor previous) {
    Optional<Value> value = value(call.arguments(), place, previous);
    if (value.isPresent() && !(value.get() instanceof Mapping)) {
      reports.error(place, call.arguments().span(), "item.arguments", type, value.get().shown());
    }
    return value.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }
}
