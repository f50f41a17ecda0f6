package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the receptive field grows along the way from the input to the first output, beside the size
 * of the input. Where paths join, the way follows the one that reads most.
 */
final class FieldChart {
  private FieldChart() {}

  /** The field of an operation's output along one axis. */
  private record Step(int place, Row row, AxisField field, long size) {}

  /** Nothing where no operation has a field: the input has no spatial axis, or it is unknown. */
  static Optional<Chart> of(Analysis analysis) {
    Optional<Map.Entry<String, Shape>> input =
        analysis.graph().inputs().entrySet().stream()
            .filter(e -> e.getValue().axes().stream().anyMatch(a -> a.role().isSpatial()))
            .findFirst();
    if (input.isEmpty() || analysis.graph().outputs().isEmpty()) {
      return Optional.empty();
    }
    Map<Role, List<Step>> steps = new LinkedHashMap<>();
    List<Row> way = List.of();
    for (Axis axis : input.get().getValue().axes()) {
      if (axis.role().isSpatial()) {
        List<Row> along = Way.of(analysis, input.get().getKey(), axis.role());
        way = way.isEmpty() ? along : way;
        steps.put(axis.role(), steps(way, input.get().getKey(), axis.role()));
      }
    }
    steps.values().removeIf(List::isEmpty);
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(chart(input.get().getValue(), way, different(steps)));
  }

  /** Axes along which everything is the same are one. */
  private static Map<Role, List<Step>> different(Map<Role, List<Step>> steps) {
    List<Long> first = null;
    for (List<Step> axis : steps.values()) {
      List<Long> sizes = axis.stream().map(Step::size).toList();
      if (first != null && !first.equals(sizes)) {
        return steps;
      }
      first = sizes;
    }
    Map.Entry<Role, List<Step>> only = steps.entrySet().iterator().next();
    return Map.of(only.getKey(), only.getValue());
  }

  private static Chart chart(Shape input, List<Row> way, Map<Role, List<Step>> steps) {
    List<Series> series = new ArrayList<>();
    boolean exact = true;
    boolean global = false;
    for (Map.Entry<Role, List<Step>> axis : steps.entrySet()) {
      int color = series.isEmpty() ? 0 : 2;
      series.addAll(series(axis.getKey(), axis.getValue(), steps.size() > 1, color));
      exact &= axis.getValue().stream().allMatch(step -> step.field().exact());
      global |= axis.getValue().stream().anyMatch(step -> step.field().global());
    }
    List<Message> notes = new ArrayList<>();
    if (global) {
      notes.add(Message.of("chart.note.global"));
    }
    if (!exact) {
      notes.add(Message.of("chart.note.field.atLeast"));
    }
    way.stream()
        .flatMap(row -> row.field().unknown().values().stream())
        .findFirst()
        .ifPresent(why -> notes.add(Message.of("chart.note.field.unknown", why)));
    Picture picture =
        new Picture(
            Picture.Form.LINES,
            dev.convatlas.chart.Axis.order(Message.of("chart.axis.way")),
            dev.convatlas.chart.Axis.pixels(Message.of("chart.axis.field")),
            Layers.categories(way),
            series,
            marks(input, steps));
    return new Chart(
        "receptive-field",
        Message.of("chart.field"),
        alt(input, steps),
        notes,
        picture,
        table(steps));
  }

  private static List<Picture.Mark> marks(Shape input, Map<Role, List<Step>> steps) {
    return steps.keySet().stream()
        .map(role -> input.size(input.indexOf(role).orElseThrow()))
        .distinct()
        .map(size -> new Picture.Mark(size, Numbers.exact(size)))
        .toList();
  }

  /** The local field, solid until an operation sees the whole input and dashed from there on. */
  private static List<Series> series(Role role, List<Step> steps, boolean named, int color) {
    List<Series.Point> local = new ArrayList<>();
    List<Series.Point> beside = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Series.Point point = Series.Point.of(steps.get(i).place(), steps.get(i).size());
      boolean global = steps.get(i).field().global();
      boolean turns = i + 1 < steps.size() && steps.get(i + 1).field().global();
      if (!global) {
        local.add(point);
      }
      if (global || turns) {
        beside.add(point);
      }
    }
    List<Series> series = new ArrayList<>();
    if (!local.isEmpty()) {
      series.add(new Series(name("chart.field.local", role, named), color, 0, 0, local));
    }
    if (!beside.isEmpty()) {
      series.add(new Series(name("chart.field.global", role, named), color + 1, 1, 0, beside));
    }
    return series;
  }

  private static Message name(String key, Role role, boolean named) {
    Message message = Message.of(key);
    return named ? Message.of("chart.along", message, axis(role)) : message;
  }

  private static Message axis(Role role) {
    return Message.of("chart.role." + role.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static Message alt(Shape input, Map<Role, List<Step>> steps) {
    Map.Entry<Role, List<Step>> axis = steps.entrySet().iterator().next();
    String size = Numbers.pixels(input.size(input.indexOf(axis.getKey()).orElseThrow()));
    List<Step> all = axis.getValue();
    String last = Numbers.pixels(all.get(all.size() - 1).size());
    for (Step step : all) {
      String path = step.row().node().path();
      if (step.field().global()) {
        return Message.of("chart.field.alt.global", last, size, path);
      }
      if (step.size() >= input.size(input.indexOf(axis.getKey()).orElseThrow())) {
        return Message.of("chart.field.alt.covers", last, size, path);
      }
    }
    return Message.of("chart.field.alt", last, size);
  }

  private static Table table(Map<Role, List<Step>> steps) {
    List<Message> columns = new ArrayList<>(List.of(Message.of("chart.column.layer")));
    steps.keySet().forEach(role -> columns.add(axis(role)));
    columns.add(Message.of("chart.column.global"));
    SortedMap<Integer, Row> rows = new TreeMap<>();
    steps.values().forEach(axis -> axis.forEach(step -> rows.put(step.place(), step.row())));
    List<List<Object>> cells = new ArrayList<>();
    for (Map.Entry<Integer, Row> row : rows.entrySet()) {
      List<Object> line = new ArrayList<>(List.of(row.getValue().node().path()));
      boolean global = false;
      for (List<Step> axis : steps.values()) {
        Optional<Step> step = axis.stream().filter(s -> s.place() == row.getKey()).findFirst();
        line.add(step.<Object>map(Step::size).orElse(Numbers.NONE));
        global |= step.isPresent() && step.get().field().global();
      }
      line.add(Message.of(global ? "chart.yes" : "chart.no"));
      cells.add(line);
    }
    return new Table(columns, cells);
  }

  private static List<Step> steps(List<Row> way, String input, Role role) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      Row row = way.get(i);
      Optional<AxisField> field = Way.field(row, input, role);
      if (field.isPresent()) {
        steps.add(new Step(i, row, field.get(), Way.size(row, field.get(), role)));
      }
    }
    return steps;
  }
}
