package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transposed convolution some of whose outputs add up more taps than others. */
final class UnevenTransposed implements Check {

  @Override
  public String name() {
    return "uneven-transposed";
  }

  @Override
  public String source() {
    return "A. Odena, V. Dumoulin, C. Olah, Deconvolution and Checkerboard Artifacts, Distill 2016:"
        + " https://doi.org/10.23915/distill.00003";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      int node = i;
      uneven(analysis.rows().get(i))
          .ifPresent(message -> found.add(new Finding(name(), List.of(node), message)));
    }
    return found;
  }

  private static Optional<Message> uneven(Row row) {
    if (row.node().layer().operation() != Operation.TRANSPOSED_CONVOLUTION) {
      return Optional.empty();
    }
    Reading reading = row.node().applied().readings().get(0);
    for (Axis axis : row.node().shapes().get(0).axes()) {
      if (axis.role().isSpatial()
          && reading.along(axis.role()) instanceof Reading.Through through) {
        List<Long> taps = through.reach().phases().stream().map(UnevenTransposed::taps).toList();
        if (taps.stream().distinct().count() > 1) {
          return Optional.of(message(taps));
        }
      }
    }
    return Optional.empty();
  }

  private static long taps(Reach.Taps taps) {
    return taps.isEmpty() ? 0 : (taps.last() - taps.first()) / taps.step() + 1;
  }

  /** The phases share the kernel's taps among them, one phase for each step of the stride. */
  private static Message message(List<Long> taps) {
    long kernel = taps.stream().mapToLong(Long::longValue).sum();
    return Message.of(
        "finding.uneven-transposed.seen",
        kernel,
        taps.size(),
        taps.stream().mapToLong(Long::longValue).min().orElseThrow(),
        taps.stream().mapToLong(Long::longValue).max().orElseThrow());
  }
}
