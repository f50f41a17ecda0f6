package dev.convatlas.chart;

import dev.convatlas.analysis.memory.Roofline;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The figures of a roofline: of each layer, or of each stage where there are too many layers. */
final class RooflineTable {
  private static final int MOST_LAYERS = 40;

  private RooflineTable() {}

  /**
   * Layers together.
   *
   * @param bound for each device how many of them memory bounds
   */
  private record Group(String name, long operations, long bytes, List<Long> bound) {}

  static Table of(Subject subject, List<Roofline> roofs) {
    boolean byLayer = roofs.get(0).points().size() <= MOST_LAYERS;
    List<Group> groups = byLayer ? layers(subject, roofs) : stages(subject, roofs);
    List<Message> columns = new ArrayList<>();
    columns.add(Message.of(byLayer ? "chart.column.layer" : "chart.column.stage"));
    columns.add(Message.of("chart.column.operations"));
    columns.add(Message.of("chart.column.bytes"));
    columns.add(Message.of("chart.roofline.intensity"));
    for (Roofline roof : roofs) {
      columns.add(Message.of("chart.column.bound", roof.device().title().plain()));
    }
    return new Table(columns, groups.stream().map(RooflineTable::line).toList());
  }

  private static List<Object> line(Group group) {
    List<Object> line = new ArrayList<>();
    line.add(group.name());
    line.add(group.operations());
    line.add(group.bytes());
    line.add(Numbers.ratio(group.operations(), group.bytes(), 1));
    line.addAll(group.bound());
    return line;
  }

  private static List<Group> layers(Subject subject, List<Roofline> roofs) {
    List<Group> groups = new ArrayList<>();
    for (Roofline.Point point : roofs.get(0).points()) {
      groups.add(group(nameOf(subject, point), point.node(), point.node() + 1, roofs));
    }
    return groups;
  }

  private static String nameOf(Subject subject, Roofline.Point point) {
    return subject.rows().get(point.node()).node().path();
  }

  private static List<Group> stages(Subject subject, List<Roofline> roofs) {
    List<Group> groups = new ArrayList<>();
    for (Section section : Section.readable(subject.categories())) {
      String name = String.join(".", section.path());
      Group group = group(name, section.from(), section.to(), roofs);
      if (group.bytes() > 0) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** The rows from one to before another. */
  private static Group group(String name, int from, int to, List<Roofline> roofs) {
    long operations = 0;
    long bytes = 0;
    List<Long> bound = new ArrayList<>();
    for (Roofline roof : roofs) {
      operations = 0;
      bytes = 0;
      long memory = 0;
      for (Roofline.Point point : roof.points()) {
        if (point.node() >= from && point.node() < to) {
          operations = Math.addExact(operations, point.operations());
          bytes = Math.addExact(bytes, point.bytes());
          memory += point.boundByMemory() ? 1 : 0;
        }
      }
      bound.add(memory);
    }
    return new Group(name, operations, bytes, bound);
  }
}
