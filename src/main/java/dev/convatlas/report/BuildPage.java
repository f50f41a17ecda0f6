package dev.convatlas.report;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.report.Provenance.Input;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Excerpt;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the site was built from.
 *
 * @param errors what is wrong with models that were left out
 * @param warnings what may be wrong with the others
 * @param more says how many errors and warnings are not listed; empty when all are
 * @param moved models that had other ids before
 */
public record BuildPage(
    Layout layout,
    String title,
    List<Figure> figures,
    Table inputs,
    List<Problem> errors,
    List<Problem> warnings,
    String more,
    List<Moved> moved) {
  public static final String PATH = "build.html";

  /** Of errors and of warnings. */
  private static final int MOST = 500;

  /**
   * Something that is wrong.
   *
   * @param place file, line and column
   * @param href of the line on the page of a model that the file defines; empty when there is none
   * @param notes further sentences
   */
  public record Problem(String place, String href, String text, List<String> notes) {
    public Problem {
      notes = List.copyOf(notes);
    }
  }

  /** An id that a model had before. */
  public record Moved(String before, Link model) {}

  public BuildPage {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    moved = List.copyOf(moved);
  }

  public static BuildPage of(Edition edition, Catalog catalog, Provenance origin) {
    String title = edition.word("about.build");
    Map<String, String> pages = new HashMap<>();
    catalog.models().forEach(model -> pages.putIfAbsent(model.path(), model.id()));
    List<Diagnostic> errors = origin.diagnostics().stream().filter(Diagnostic::isError).toList();
    List<Diagnostic> warnings =
        origin.diagnostics().stream().filter(diagnostic -> !diagnostic.isError()).toList();
    int hidden = Math.max(0, errors.size() - MOST) + Math.max(0, warnings.size() - MOST);
    return new BuildPage(
        edition.layout(PATH, title, edition.word("about.build.summary"), Part.CATALOG),
        title,
        figures(edition, catalog, origin, errors.size(), warnings.size()),
        inputs(edition, origin),
        problems(edition, errors, pages),
        problems(edition, warnings, pages),
        hidden == 0 ? "" : edition.word("about.more", hidden),
        moved(edition, catalog));
  }

  private static List<Figure> figures(
      Edition edition, Catalog catalog, Provenance origin, int errors, int warnings) {
    List<Figure> figures = new ArrayList<>();
    if (!origin.version().isEmpty()) {
      figures.add(figure(edition.word("about.version"), "ConvAtlas " + origin.version()));
    }
    figures.add(figure(edition.word("site.index.models"), Numbers.exact(catalog.models().size())));
    figures.add(figure(edition.word("about.inputs"), Numbers.exact(origin.inputs().size())));
    figures.add(figure(edition.word("about.errors"), Numbers.exact(errors)));
    figures.add(figure(edition.word("about.warnings"), Numbers.exact(warnings)));
    figures.add(figure(edition.word("study.convention"), catalog.settings().convention()));
    return figures;
  }

  private static Figure figure(String label, String value) {
    return Figure.of(label, value, "", "", "");
  }

  private static Table inputs(Edition edition, Provenance origin) {
    List<Column<Input>> columns =
        List.of(
            Column.text("file", edition.word("about.file"), input -> Cell.of(shown(input.path()))),
            Column.number(
                "models",
                edition.word("site.index.models"),
                input -> Cell.of(Numbers.exact(input.models()), input.models())),
            Column.number(
                "size",
                edition.word("about.size"),
                input -> Cell.of(Numbers.exact(input.size()), input.size())),
            Column.text("digest", "SHA-256", input -> Cell.of(input.digest()).styled("digest")));
    return Table.of(columns, origin.inputs(), input -> "");
  }

  private static List<Problem> problems(
      Edition edition, List<Diagnostic> diagnostics, Map<String, String> pages) {
    return diagnostics.stream()
        .limit(MOST)
        .map(
            diagnostic ->
                new Problem(
                    shown(diagnostic.span().toString()),
                    href(diagnostic, pages),
                    shown(edition.words().text(diagnostic.message())),
                    diagnostic.notes().stream()
                        .map(
                            note ->
                                (note.span() == null ? "" : shown(note.span() + ": "))
                                    + shown(edition.words().text(note.message())))
                        .toList()))
        .toList();
  }

  private static String href(Diagnostic diagnostic, Map<String, String> pages) {
    String model = pages.get(diagnostic.span().path());
    return model == null || diagnostic.span().line() < 1
        ? ""
        : Addresses.model(model) + "#" + Addresses.line(diagnostic.span().line());
  }

  private static String shown(String text) {
    return Excerpt.visible(text);
  }

  private static List<Moved> moved(Edition edition, Catalog catalog) {
    List<Moved> moved = new ArrayList<>();
    MovedPage.of(edition, catalog)
        .forEach(
            page ->
                moved.add(
                    new Moved(page.id(), Link.to(page.title(), Addresses.model(page.model())))));
    return moved;
  }
}
