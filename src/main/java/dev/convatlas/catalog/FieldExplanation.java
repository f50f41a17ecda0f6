package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.AxisName;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.LayerExplanation.Line;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Progression;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the receptive field of a layer's output follows from those of its inputs, axis by axis. */
final class FieldExplanation {
  private final Analysis analysis;
  private final Node node;
  private final List<Reading> readings;

  private FieldExplanation(Analysis analysis, Row row) {
    this.analysis = analysis;
    this.node = row.node();
    this.readings = node.applied().readings();
  }

  /** At least one line. Axes that have the same lines share them. */
  static List<Line> of(Analysis analysis, int index) {
    Row row = analysis.rows().get(index);
    List<Line> lines = new ArrayList<>();
    FieldExplanation explanation = new FieldExplanation(analysis, row);
    row.field().inputs().forEach((input, axes) -> lines.addAll(explanation.lines(input, axes)));
    row.field()
        .unknown()
        .forEach((input, why) -> lines.add(Line.of("explain.field.unknown", input, why)));
    if (lines.isEmpty()) {
      lines.add(
          Line.of(
              row.field().seen().isEmpty() ? "explain.field.none" : "explain.field.everything"));
    }
    return lines;
  }

  private List<Line> lines(String input, Map<Role, AxisField> axes) {
    Map<List<Line>, Set<Role>> alike = new LinkedHashMap<>();
    axes.forEach(
        (role, field) ->
            alike.computeIfAbsent(lines(input, role, field), l -> new LinkedHashSet<>()).add(role));
    List<Line> lines = new ArrayList<>();
    alike.forEach(
        (same, roles) -> {
          lines.add(new Line.Heading(heading(input, List.copyOf(roles))));
          lines.addAll(same);
        });
    return lines;
  }

  private Message heading(String input, List<Role> roles) {
    Message axes = AxisName.of(roles.get(0));
    for (Role role : roles.subList(1, roles.size())) {
      axes = Message.of("explain.field.and", axes, AxisName.of(role));
    }
    return analysis.graph().inputs().size() == 1
        ? Message.of("explain.field.axis", axes)
        : Message.of("explain.field.axis.input", axes, input);
  }

  private List<Line> lines(String input, Role role, AxisField field) {
    List<Line> lines = new ArrayList<>();
    List<Integer> sources = sources(input, role);
    if (sources.size() > 1) {
      for (int source : sources) {
        lines.add(
            Line.of(
                "explain.field.branch",
                source + 1,
                result(role, node.shapes().get(source), before(source, input, role))));
      }
      lines.add(Line.of("explain.field.union", result(role, node.output(), field)));
    } else {
      lines.addAll(step(sources.get(0), input, role, field));
    }
    if (sources.stream().anyMatch(i -> readings.get(i).along(role) instanceof Reading.Past)) {
      lines.add(Line.of("explain.field.past"));
    }
    if (field.global()) {
      lines.add(Line.of(field.collapsed() ? "explain.field.pooled" : "explain.field.global"));
    }
    if (!field.exact()) {
      lines.add(Line.of("explain.field.least"));
    }
    return lines;
  }

  /** Which of the layer's inputs have a field along the axis. */
  private List<Integer> sources(String input, Role role) {
    List<Integer> sources = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      Tensor tensor = node.inputs().get(i);
      if (analysis.field(tensor).inputs().getOrDefault(input, Map.of()).containsKey(role)) {
        sources.add(i);
      }
    }
    return sources;
  }

  private AxisField before(int source, String input, Role role) {
    return analysis.field(node.inputs().get(source)).inputs().get(input).get(role);
  }

  private List<Line> step(int source, String input, Role role, AxisField after) {
    AxisField before = before(source, input, role);
    Reading.AxisReading reading = readings.get(source).along(role);
    if (reading instanceof Reading.Same) {
      return List.of(Line.of(LayerExplanation.SAME_FIELD, result(role, node.output(), after)));
    }
    Optional<Reach> window = window(reading);
    if (window.isPresent() && isPlain(before) && isPlain(after)) {
      return window(before.paths().get(0), window.get(), after.paths().get(0));
    }
    return List.of(new Line.Sentence(result(role, node.output(), after)));
  }

  /** One interval for all positions, so that the closed formula holds. */
  private static boolean isPlain(AxisField field) {
    return field.isAligned() && field.paths().get(0).phases().size() == 1;
  }

  private static Optional<Reach> window(Reading.AxisReading reading) {
    Optional<Reach> reach =
        reading instanceof Reading.Through through
            ? Optional.of(through.reach())
            : reading instanceof Reading.AtLeast least
                ? Optional.of(least.reach())
                : Optional.empty();
    return reach.filter(r -> r.phases().size() == 1 && !r.phases().get(0).isEmpty());
  }

  /** r = r_in + (k − 1) · d · j_in; j = j_in · s; start = start_in − p · j_in. */
  private static List<Line> window(Progression before, Reach reach, Progression after) {
    Reach.Taps taps = reach.phases().get(0);
    long kernel = (taps.last() - taps.first()) / taps.step() + 1;
    return List.of(
        new Line.Calculation(
            Message.of("explain.field.size"),
            "r_in + (k − 1) · d · j_in",
            before.size() + " + (" + kernel + " − 1) · " + taps.step() + " · " + before.advance(),
            after.size()),
        new Line.Calculation(
            Message.of("explain.field.jump"),
            "j_in · s",
            before.advance() + " · " + reach.advance(),
            after.advance()),
        new Line.Calculation(
            Message.of("explain.field.start"),
            "start_in + t · j_in",
            signed(before.start()) + " + (" + signed(taps.first()) + ") · " + before.advance(),
            after.start()));
  }

  /** Size, jump and start; the extent of misaligned branches depends on the position. */
  private static Message result(Role role, Shape tensor, AxisField field) {
    long count = FinalField.sizeOf(tensor, role).orElse(1);
    return field
        .jump()
        .map(
            jump ->
                Message.of(
                    "explain.field.values",
                    field.size(count),
                    jump.toString(),
                    signed(field.start())))
        .orElseGet(
            () ->
                Message.of(
                    "explain.field.values.several", field.size(count), signed(field.start())));
  }

  private static String signed(long value) {
    return value < 0 ? "−" + Math.abs(value) : Long.toString(value);
  }
}
