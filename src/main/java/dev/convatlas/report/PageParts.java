package dev.convatlas.report;

import java.util.ArrayList;
import java.util.List;

/** The parts of a model's page in short, in the order of the page: those that it has. */
public final class PageParts {
  /** Parts whose short name is a message of its own; any other goes by its title. */
  public static final List<String> SHORT =
      List.of(
          "architecture",
          "field",
          "charts",
          "conventions",
          "reach",
          "memory",
          "roofline",
          "resolution",
          "findings",
          "layers",
          "explanations",
          "definition",
          "data");

  private final Edition edition;
  private final List<Link> links = new ArrayList<>();

  private PageParts(Edition edition) {
    this.edition = edition;
  }

  static List<Link> of(
      Edition edition,
      DrawingFigure drawing,
      List<FieldFigure> fields,
      List<ChartFigure> charts,
      List<Aspect> aspects,
      List<FindingGroup> findings) {
    PageParts parts = new PageParts(edition);
    parts.add("architecture", !drawing.whole().isEmpty());
    parts.add("field", !fields.isEmpty());
    parts.add("charts", !charts.isEmpty());
    aspects.forEach(parts::add);
    parts.add("findings", !findings.isEmpty());
    List.of("layers", "explanations", "definition", "data").forEach(id -> parts.add(id, true));
    return List.copyOf(parts.links);
  }

  private void add(Aspect aspect) {
    if (SHORT.contains(aspect.id())) {
      add(aspect.id(), true);
    } else {
      links.add(Link.to(aspect.title(), "#" + aspect.id()));
    }
  }

  private void add(String id, boolean isThere) {
    if (isThere) {
      links.add(Link.to(edition.word("site.part." + id), "#" + id));
    }
  }
}
