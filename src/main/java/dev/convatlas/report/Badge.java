package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Summary;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A figure of a model for other people's pages, in the words of the site's first language.
 *
 * @param name part of its address
 * @param label what it is
 * @param message its value as short as can be read
 */
public record Badge(String name, String label, String message) {

  /**
   * Parameters, operations by the catalog's convention, and the receptive field if there is one.
   */
  public static List<Badge> of(Edition edition, Summary summary) {
    List<Badge> badges = new ArrayList<>();
    badges.add(badge(edition, "params", "embed.params", summary.totals().params(), Numbers::brief));
    Count operations = Counts.operations(summary, edition.settings().convention());
    badges.add(badge(edition, "macs", "embed.macs", operations, Numbers::brief));
    summary
        .field()
        .map(field -> badge(edition, "receptive-field", "embed.field", field, Numbers::pixels))
        .ifPresent(badges::add);
    return badges;
  }

  private static Badge badge(
      Edition edition, String name, String label, Count count, LongFunction<String> number) {
    String text = Numbers.atLeast(count.value(), count.isExact(), number);
    return new Badge(name, edition.word(label), text.replace('\u00a0', ' '));
  }

  /** Where its picture lies, from the site's root. */
  public String picture(String id) {
    return "badges/" + id + "/" + name + ".svg";
  }

  /** Where its data lies for shields.io, from the site's root. */
  public String endpoint(String id) {
    return "data/badges/" + id + "/" + name + ".json";
  }
}
