package dev.convatlas.report;

import java.util.List;

/**
 * One side of a model, such as its memory: sentences and tables.
 *
 * @param id anchor of the section
 * @param lead what is seen, in sentences
 * @param charts its own
 * @param notes what the figures take for granted
 */
public record Aspect(
    String id,
    String title,
    List<String> lead,
    List<ChartFigure> charts,
    List<Captioned> tables,
    List<String> notes) {

  Aspect(String id, String title, List<String> lead, List<Captioned> tables, List<String> notes) {
    this(id, title, lead, List.of(), tables, notes);
  }

  /** The anchor of the chart that belongs to it, where the model has such a chart. */
  String chart() {
    return "chart-" + id;
  }

  Aspect drawn(List<ChartFigure> figures) {
    return new Aspect(id, title, lead, figures, tables, notes);
  }

  /** A table and what it shows. */
  public record Captioned(String caption, Table table) {}

  public Aspect {
    lead = List.copyOf(lead);
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }
}
