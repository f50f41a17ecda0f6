package dev.convatlas.report;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Summary;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything from A to Z; with scripts, a search over the same.
 *
 * @param letters by which the list is divided
 * @param tags each with models that carry it
 */
public record SearchPage(Layout layout, String title, List<Letter> letters, List<Tag> tags) {

  public static final String PATH = "search.html";

  /** More models of a tag than these are only counted. */
  private static final Charset PINYIN = Charset.forName("GB2312");

  private static final int MOST = 60;

  /** Digits and signs stand before A, letters of other scripts after Z. */
  private static final String SIGNS = "0–9";

  /**
   * A part of the list.
   *
   * @param id its anchor
   */
  public record Letter(String id, String title, List<Line> lines) {
    public Letter {
      lines = List.copyOf(lines);
    }
  }

  /** An entry: its link, what kind of thing it is, and which one. */
  public record Line(String text, String href, String kind, String note) {}

  /**
   * A tag.
   *
   * @param count how many models carry it
   * @param models the first of them
   * @param more says how many are left out; empty when none is
   */
  public record Tag(String id, String title, String count, List<Link> models, String more) {
    public Tag {
      models = List.copyOf(models);
    }
  }

  public SearchPage {
    letters = List.copyOf(letters);
    tags = List.copyOf(tags);
  }

  public static SearchPage of(Edition edition, Catalog catalog, List<Entry> entries) {
    String title = edition.word("site.search");
    return new SearchPage(
        edition.layout(PATH, title, edition.word("site.search.summary"), Optional.empty()),
        title,
        letters(edition, entries),
        Entries.tags(catalog).stream().map(tag -> tag(edition, catalog, tag)).toList());
  }

  private static List<Letter> letters(Edition edition, List<Entry> entries) {
    Map<String, List<Entry>> byLetter = new TreeMap<>();
    for (Entry entry : entries) {
      byLetter.computeIfAbsent(letter(edition, entry.title()), l -> new ArrayList<>()).add(entry);
    }
    List<Letter> letters = new ArrayList<>();
    byLetter.forEach(
        (letter, of) -> {
          List<Line> lines =
              of.stream()
                  .sorted(
                      Comparator.comparing((Entry entry) -> spoken(entry.title()))
                          .thenComparing(Entry::title)
                          .thenComparing(Entry::kind)
                          .thenComparing(Entry::href))
                  .map(entry -> line(edition, entry))
                  .toList();
          letters.add(new Letter("letter-" + (letters.size() + 1), letter, lines));
        });
    return letters;
  }

  private static Line line(Edition edition, Entry entry) {
    return new Line(entry.title(), entry.href(), edition.word(entry.kind().key()), entry.note());
  }

  private static String letter(Edition edition, String title) {
    String folded = folded(title);
    int first = folded.isEmpty() ? ' ' : folded.codePointAt(0);
    if (first >= 'a' && first <= 'z') {
      return Character.toString(first).toUpperCase(Locale.ROOT);
    }
    // After Z: no letter of the alphabet begins with what this one begins with.
    return Character.isLetter(first) ? edition.word("site.search.others") : SIGNS;
  }

  /** {@code Élan} is found at E. */
  private static String folded(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Sorts Chinese as it is spoken: GB 2312 has its common characters in the order of their pinyin,
   * the same with every version of Java, which collators do not promise.
   */
  static String spoken(String title) {
    return new String(folded(title).getBytes(PINYIN), StandardCharsets.ISO_8859_1);
  }

  private static Tag tag(Edition edition, Catalog catalog, String tag) {
    List<Summary> models =
        catalog.models().stream().filter(model -> model.metadata().tags().contains(tag)).toList();
    return new Tag(
        Entries.anchor(tag),
        edition.said(tag),
        edition.word("site.index.count", models.size()),
        models.stream()
            .limit(MOST)
            .map(
                model ->
                    Link.to(edition.text(model.metadata().title()), Addresses.model(model.id())))
            .toList(),
        models.size() <= MOST ? "" : edition.word("site.search.more", models.size() - MOST));
  }
}
