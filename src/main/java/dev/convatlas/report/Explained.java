package dev.convatlas.report;

import dev.convatlas.catalog.alignment.Attribution;
import dev.convatlas.catalog.alignment.Attribution.Share;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Which edits explain the difference of two models in one figure.
 *
 * @param sentence "These 3 edits explain 96.2 % of +1.200 G MACs."
 * @param lines the edits of the sentence, then all others in one line; none where nothing differs
 */
public record Explained(String sentence, List<Line> lines) {

  /**
   * An edit.
   *
   * @param amount what it adds, all digits, with its sign: the amounts add up to the difference
   */
  public record Line(String edit, String amount) {}

  public Explained {
    lines = List.copyOf(lines);
  }

  /**
   * @param figure what is explained, such as {@code MACs}
   */
  static Explained of(Attribution attribution, String figure, EditWords edits, Messages words) {
    List<Line> lines = new ArrayList<>();
    for (Share share : attribution.largest()) {
      lines.add(new Line(edits.of(share.edit()), amount(share.amount())));
    }
    int others = attribution.shares().size() - attribution.enough();
    if (others > 0 && attribution.difference() != 0) {
      lines.add(new Line(words.text("compare.others", others), amount(attribution.rest())));
    }
    return new Explained(sentence(attribution, figure, words), lines);
  }

  private static String amount(long amount) {
    return Numbers.signed(amount, Numbers::exact);
  }

  private static String sentence(Attribution attribution, String figure, Messages words) {
    long difference = attribution.difference();
    if (difference == 0) {
      return attribution.shares().isEmpty()
          ? words.text("compare.explained.same", figure)
          : words.text("compare.explained.cancel", attribution.shares().size(), figure);
    }
    return words.text(
        "compare.explained",
        attribution.enough(),
        Numbers.share(attribution.covered(), Math.abs(difference)),
        Numbers.signed(difference, Numbers::brief),
        figure);
  }
}
