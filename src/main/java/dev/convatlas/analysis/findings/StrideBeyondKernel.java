package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Sliding;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A window that steps over positions which no window reads. */
final class StrideBeyondKernel implements Check {

  @Override
  public String name() {
    return "stride-beyond-kernel";
  }

  @Override
  public String source() {
    return "T. He et al., Bag of Tricks for Image Classification with Convolutional Neural"
        + " Networks, CVPR 2019, section 4.2: https://arxiv.org/abs/1812.01187";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      List<Sliding> axes = Sliding.of(analysis.rows().get(i));
      if (axes.stream().anyMatch(Sliding::skips)) {
        found.add(new Finding(name(), List.of(i), message(axes)));
      }
    }
    return found;
  }

  private static Message message(List<Sliding> axes) {
    long read = 1;
    long of = 1;
    for (Sliding axis : axes) {
      if (axis.skips()) {
        read = Math.multiplyExact(read, axis.kernel());
        of = Math.multiplyExact(of, axis.stride());
      }
    }
    return Message.of(
        "finding.stride-beyond-kernel.seen",
        sizes(axes, Sliding::kernel),
        sizes(axes, Sliding::stride),
        read,
        of);
  }

  private static String sizes(List<Sliding> axes, ToLongFunction<Sliding> size) {
    return axes.stream()
        .map(axis -> Long.toString(size.applyAsLong(axis)))
        .collect(Collectors.joining("×"));
  }
}
