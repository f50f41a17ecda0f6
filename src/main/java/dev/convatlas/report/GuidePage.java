package dev.convatlas.report;

import java.util.List;

/**
 * A page of the guide: prose, with figures of one model of the catalog worked into it.
 *
 * @param prose the template that holds it, such as {@code guide/en/receptive-field}
 * @param chapters all the pages of the guide
 * @param worked the example; one, or none in an empty catalog
 * @param conventions what the chapter on them is made from
 * @param writing what the chapter on model files lists
 */
public record GuidePage(
    Layout layout,
    String id,
    String title,
    String prose,
    List<Link> chapters,
    List<Worked> worked,
    ConventionGuide conventions,
    WritingGuide writing) {

  /** The pages of the guide, in their order; each has a template for every language. */
  public static final List<String> CHAPTERS =
      List.of(
          "index",
          "receptive-field",
          "parameters",
          "compute",
          "conventions",
          "memory",
          "data",
          "writing");

  public GuidePage {
    chapters = List.copyOf(chapters);
    worked = List.copyOf(worked);
  }

  /**
   * @param id one of {@link #CHAPTERS}
   */
  public static GuidePage of(
      Edition edition, String id, List<Worked> worked, ConventionGuide conventions) {
    String title = title(edition, id);
    return new GuidePage(
        edition.layout(
            Addresses.guide(id), title, edition.word("site.guide." + id + ".summary"), Part.GUIDE),
        id,
        title,
        "guide/" + edition.language().tag() + "/" + id,
        CHAPTERS.stream()
            .map(other -> new Link(title(edition, other), other + ".html", "", other.equals(id)))
            .toList(),
        worked,
        conventions,
        WritingGuide.of(edition));
  }

  private static String title(Edition edition, String id) {
    return edition.word("site.guide." + id);
  }
}
