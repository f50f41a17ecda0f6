package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;

/** One layer that holds more than half of all the parameters. */
final class HeavyLayer implements Check {

  @Override
  public String name() {
    return "heavy-layer";
  }

  @Override
  public String source() {
    return "M. Lin, Q. Chen, S. Yan, Network In Network, ICLR 2014, section 3.2:"
        + " https://arxiv.org/abs/1312.4400";
  }

  /** A model of one layer with parameters has nothing to compare it with. */
  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    long all = analysis.totals().params().value();
    for (int i = 0; i < analysis.rows().size(); i++) {
      long own = analysis.rows().get(i).params().value();
      if (own > all - own && own < all) {
        found.add(
            new Finding(name(), List.of(i), Message.of("finding.heavy-layer.seen", own, all)));
      }
    }
    return found;
  }
}
