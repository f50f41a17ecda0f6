package dev.convatlas.chart;

import dev.convatlas.source.Message;
import java.util.List;

/**
 * A chart's data as a table.
 *
 * @param rows cells as many as columns: a {@link Long}, a {@link String} that stands as it is, or a
 *     {@link Message}
 */
public record Table(List<Message> columns, List<List<Object>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
