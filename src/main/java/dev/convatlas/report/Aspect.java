package dev.convatlas.report;

import java.util.List;

/**
 * One side of a model, such as its memory: sentences and tables.
 *
 * @param id anchor of the section
 * @param lead what is seen, in sentences
 * @param notes what the figures take for granted
 */
public record Aspect(
    String id, String title, List<String> lead, List<Captioned> tables, List<String> notes) {

  /** A table and what it shows. */
  public record Captioned(String caption, Table table) {}

  public Aspect {
    lead = List.copyOf(lead);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }
}
