package dev.convatlas.catalog.comparison;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Structure.Sums;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.alignment.Stage;
import dev.convatlas.catalog.comparison.Trait.Direction;
import dev.convatlas.catalog.comparison.Trait.Group;
import dev.convatlas.catalog.comparison.Trait.Unit;
import dev.convatlas.convention.Convention;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.definition.Text;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Ratio;
import dev.convatlas.tensor.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The one list of rows, in their order. */
public final class Traits {

  /** Figures that a gate may watch: those that do not depend on the models compared. */
  public static final List<String> FIGURES =
      List.of(
          "params",
          "params_inference",
          "buffers",
          "macs",
          "activations",
          "receptive_field",
          "weight_memory",
          "peak_memory",
          "layers",
          "weighted_layers",
          "depth",
          "joins");

  private Traits() {}

  /**
   * @param convention by which operations are counted
   * @param settings whose metrics get a row each, and whose words are said in each language
   * @param models whose stages and types of layers get a row each
   */
  public static List<Trait> of(
      Convention convention, CatalogSettings settings, Collection<Summary> models) {
    List<Trait> all = new ArrayList<>();
    identity(settings, all);
    cost(convention, all);
    all.add(number("receptive_field", Group.FIELD, Unit.PIXELS, Traits::field));
    all.add(words("jump", Group.FIELD, Traits::jump));
    all.add(bytes("weight_memory", Traits::weights));
    all.add(bytes("peak_memory", model -> Count.of(model.peak())));
    structure(all);
    for (Metric metric : settings.metrics()) {
      all.add(metric(metric));
    }
    stages(models, all);
    layers(models, all);
    return all;
  }

  private static void identity(CatalogSettings settings, List<Trait> all) {
    all.add(words("family", Group.IDENTITY, model -> new Value.Words(model.metadata().family())));
    all.add(words("year", Group.IDENTITY, Traits::year));
    all.add(words("task", Group.IDENTITY, model -> task(settings, model)));
    all.add(words("inputs", Group.SHAPES, model -> shapes(model.inputs())));
    all.add(words("outputs", Group.SHAPES, model -> shapes(model.structure().outputs())));
  }

  private static Value year(Summary model) {
    int year = model.metadata().year();
    return year == 0 ? Value.missing("compare.unstated") : Value.of(Integer.toString(year));
  }

  private static Value task(CatalogSettings settings, Summary model) {
    String task = model.metadata().task();
    return task.isEmpty()
        ? Value.missing("compare.unstated")
        : new Value.Words(settings.word(task));
  }

  /** Names only where there are several. */
  private static Value shapes(Map<String, Shape> shapes) {
    return Value.of(
        shapes.size() == 1
            ? shapes.values().iterator().next().toString()
            : shapes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
  }

  private static void cost(Convention convention, List<Trait> all) {
    all.add(counted("params", model -> model.totals().params()));
    all.add(counted("params_inference", model -> model.totals().paramsInference()));
    all.add(counted("buffers", model -> model.totals().buffers()));
    all.add(
        new Trait(
            "macs",
            Group.COST,
            Message.of("compare.operations", convention.unit().text(), convention.name()),
            Text.NONE,
            Unit.COUNT,
            Direction.CHEAPER,
            model -> Value.of(model.operations().get(convention.name()))));
    all.add(counted("activations", model -> model.totals().activations()));
  }

  private static Value field(Summary model) {
    return model
        .field()
        .map(Value::of)
        .orElseGet(
            () -> Value.missing(isSpatial(model) ? "compare.field.unknown" : "compare.field.none"));
  }

  private static boolean isSpatial(Summary model) {
    return model.inputs().values().stream()
        .flatMap(shape -> shape.axes().stream())
        .anyMatch(axis -> axis.role().isSpatial());
  }

  private static Value jump(Summary model) {
    if (model.field().isEmpty()) {
      return field(model);
    }
    return model
        .totals()
        .field()
        .flatMap(axis -> axis.jump())
        .map(Ratio::toString)
        .map(Value::of)
        .orElseGet(() -> Value.missing("compare.jump.several"));
  }

  private static Count weights(Summary model) {
    return model.totals().paramsInference().plus(model.totals().buffers());
  }

  private static void structure(List<Trait> all) {
    all.add(exact("layers", model -> model.totals().layers()));
    all.add(exact("weighted_layers", model -> model.structure().weighted()));
    all.add(exact("depth", model -> model.structure().depth()));
    all.add(exact("joins", model -> model.structure().joins()));
  }

  private static Trait metric(Metric metric) {
    return new Trait(
        metric.id(),
        Group.MEASURED,
        Message.of("compare.measured"),
        metric.title(),
        Unit.WORDS,
        Direction.NEUTRAL,
        model -> {
          BigDecimal value = model.metadata().metrics().get(metric.id());
          return value == null
              ? Value.missing("compare.unmeasured")
              : Value.of(measured(metric, value));
        });
  }

  private static String measured(Metric metric, BigDecimal value) {
    return value.toPlainString() + (metric.unit().isEmpty() ? "" : "\u00a0" + metric.unit());
  }

  private static void stages(Collection<Summary> models, List<Trait> all) {
    TreeSet<Integer> stages = new TreeSet<>();
    models.forEach(model -> stages.addAll(model.structure().stages().keySet()));
    boolean head = stages.remove(Stage.HEAD);
    for (int stage : stages) {
      Message name =
          stage == 0
              ? Message.of("compare.stage.full")
              : Message.of("compare.stage", "1/" + (1L << stage));
      stage("stage_" + stage, stage, name, all);
    }
    if (head) {
      stage("stage_head", Stage.HEAD, Message.of("compare.head"), all);
    }
  }

  private static void stage(String id, int stage, Message name, List<Trait> all) {
    all.add(sum(id + "_params", Message.of("compare.stage.params", name), stage, Sums::params));
    all.add(sum(id + "_macs", Message.of("compare.stage.macs", name), stage, Sums::macs));
  }

  private static Trait sum(String id, Message label, int stage, ToLongFunction<Sums> figure) {
    return new Trait(
        id,
        Group.STAGES,
        label,
        Text.NONE,
        Unit.COUNT,
        Direction.CHEAPER,
        model -> {
          Sums sums = model.structure().stages().get(stage);
          return Value.of(sums == null ? 0 : figure.applyAsLong(sums));
        });
  }

  private static void layers(Collection<Summary> models, List<Trait> all) {
    TreeSet<String> types = new TreeSet<>();
    models.forEach(model -> types.addAll(model.structure().types().keySet()));
    for (String type : types) {
      all.add(
          new Trait(
              "type_" + type,
              Group.LAYERS,
              Message.of("compare.type", type),
              Text.NONE,
              Unit.EXACT,
              Direction.NEUTRAL,
              model -> Value.of(model.structure().types().getOrDefault(type, 0))));
    }
  }

  private static Trait words(String id, Group group, Function<Summary, Value> value) {
    return new Trait(id, group, label(id), Text.NONE, Unit.WORDS, Direction.NEUTRAL, value);
  }

  private static Trait number(String id, Group group, Unit unit, Function<Summary, Value> value) {
    return new Trait(id, group, label(id), Text.NONE, unit, Direction.NEUTRAL, value);
  }

  private static Trait counted(String id, Function<Summary, Count> count) {
    return new Trait(
        id,
        Group.COST,
        label(id),
        Text.NONE,
        Unit.COUNT,
        Direction.CHEAPER,
        model -> Value.of(count.apply(model)));
  }

  private static Trait exact(String id, ToLongFunction<Summary> count) {
    return number(id, Group.STRUCTURE, Unit.EXACT, model -> Value.of(count.applyAsLong(model)));
  }

  /** Of elements as 32-bit floating-point numbers. */
  private static Trait bytes(String id, Function<Summary, Count> elements) {
    return new Trait(
        id,
        Group.MEMORY,
        label(id),
        Text.NONE,
        Unit.BYTES,
        Direction.CHEAPER,
        model -> {
          Count count = elements.apply(model);
          return Value.of(new Count(NumberType.FP32.bytes(count.value()), count.missing()));
        });
  }

  private static Message label(String id) {
    return Message.of("compare.row." + id);
  }
}
