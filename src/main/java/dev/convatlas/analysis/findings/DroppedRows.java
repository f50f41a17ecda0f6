package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Sliding;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows or columns at the far end that a window never reaches, since a size was rounded down. */
final class DroppedRows implements Check {

  @Override
  public String name() {
    return "dropped-rows";
  }

  @Override
  public String source() {
    return "V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning, 2016,"
        + " chapter 2: https://arxiv.org/abs/1603.07285";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      Row row = analysis.rows().get(i);
      List<Sliding> axes = Sliding.of(row);
      if (axes.stream().anyMatch(Sliding::loses)) {
        found.add(
            new Finding(
                name(),
                List.of(i),
                Message.of(
                    "finding.dropped-rows.seen",
                    axes.stream()
                        .map(axis -> Long.toString(axis.dropped()))
                        .collect(Collectors.joining("×")),
                    axes.stream()
                        .map(axis -> Long.toString(axis.in()))
                        .collect(Collectors.joining("×")))));
      }
    }
    return found;
  }
}
