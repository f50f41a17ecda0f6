package dev.convatlas.report;

import dev.convatlas.catalog.alignment.Attribution;
import dev.convatlas.catalog.alignment.Attribution.Share;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
   * @param style of its bar: {@code less} or {@code more}, and its length in percent of the
   *     longest, such as {@code s100}
   */
  public record Line(String edit, String amount, String style) {}

  public Explained {
    lines = List.copyOf(lines);
  }

  /**
   * @param figure what is explained, such as {@code MACs}
   */
  static Explained of(Attribution attribution, String figure, EditWords edits, Messages words) {
    List<Line> lines = new ArrayList<>();
    long rest = Math.abs(attribution.rest());
    long most =
        Stream.concat(
                Stream.of(rest),
                attribution.largest().stream().map(share -> Math.abs(share.amount())))
            .max(Long::compare)
            .get();
    for (Share share : attribution.largest()) {
      lines.add(line(edits.of(share.edit()), share.amount(), most));
    }
    int others = attribution.shares().size() - attribution.enough();
    if (others > 0 && attribution.difference() != 0) {
      lines.add(line(words.text("compare.others", others), attribution.rest(), most));
    }
    return new Explained(sentence(attribution, figure, words), lines);
  }

  private static Line line(String edit, long amount, long most) {
    int percent = Math.max(1, (int) Math.round(100.0 * Math.abs(amount) / Math.max(1, most)));
    String style = (amount < 0 ? "less" : "more") + " s" + percent;
    return new Line(edit, Numbers.signed(amount, Numbers::exact), style);
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
