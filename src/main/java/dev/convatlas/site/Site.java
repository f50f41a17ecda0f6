package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.report.Edition;
import dev.convatlas.report.Worked;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A catalog as the files of a site. */
public final class Site {

  /**
   * How a site is made.
   *
   * @param threads that make the pages of models
   * @param png whether each chart is written as a PNG file too
   * @param templates folder of the catalog's own templates, which go before those of the program;
   *     they are trusted: an expression in a template can do whatever the program can
   */
  public record Options(int threads, boolean png, Optional<Path> templates) {
    public Options(int threads, boolean png) {
      this(threads, png, Optional.empty());
    }
  }

  private final Map<String, Summary> summaries = new HashMap<>();
  private final CatalogSettings settings;
  private final ModelFiles models;

  private Site(Catalog catalog, ModelFiles models) {
    catalog.models().forEach(model -> summaries.put(model.id(), model));
    this.settings = catalog.settings();
    this.models = models;
  }

  /**
   * Makes every file of the site, the same whatever the number of threads.
   *
   * @param files the models of each file, asked for when their turn has come and then forgotten;
   *     those that are not in the catalog are left out
   * @param sink gets all the files, from the calling thread
   */
  public static void render(
      Catalog catalog, Iterable<Supplier<List<Model>>> files, Options options, Sink sink) {
    SiteAssets assets = new SiteAssets();
    List<Edition> editions = editions(catalog, assets);
    Pages pages = new Pages(options.templates());
    Site site = new Site(catalog, new ModelFiles(catalog, editions, pages, options.png()));
    GuideExample example = new GuideExample(catalog, editions);
    InOrder.run(
        options.threads(),
        files,
        file -> site.rendered(file.get(), example),
        rendered -> {
          rendered.files().forEach(sink::put);
          example.keep(rendered.example());
        });
    assets.writeTo(sink);
    new SharedFiles(catalog, editions, pages, options.png()).writeTo(example, sink);
    new HostFiles(catalog, editions, pages).writeTo(sink);
  }

  /** Tags that the interface has no words for are left out; English when none is left. */
  private static List<Edition> editions(Catalog catalog, SiteAssets assets) {
    List<Language> known =
        catalog.settings().languages().stream()
            .map(Language::of)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    List<Language> languages = known.isEmpty() ? List.of(Language.ENGLISH) : known;
    return languages.stream()
        .map(
            language ->
                new Edition(
                    language,
                    languages,
                    catalog.settings(),
                    Messages.of(language),
                    text -> Markdown.html(text, 2),
                    assets.assets(language)))
        .toList();
  }

  /** What came of a file's models: files by path, and the guide's example if it is among them. */
  private record Rendered(Map<String, byte[]> files, Map<Language, Worked> example) {}

  private Rendered rendered(List<Model> file, GuideExample guide) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<Language, Worked> example = new HashMap<>();
    for (Model model : file) {
      Summary summary = summaries.get(model.id());
      // An id that is taken belongs to the model that has it first.
      if (summary != null && summary.span().equals(model.span())) {
        Study study = Study.of(model, summary, settings);
        models.write(study, files::put);
        example.putAll(guide.of(study));
      }
    }
    return new Rendered(files, example);
  }
}
