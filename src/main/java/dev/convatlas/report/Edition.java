package dev.convatlas.report;

import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.Text;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The site in one of its languages: what the view-models of all its pages are made with.
 *
 * @param languages of the site, the first one at its root
 * @param markdown to safe HTML
 */
public record Edition(
    Language language,
    List<Language> languages,
    CatalogSettings settings,
    Messages words,
    UnaryOperator<String> markdown,
    Assets assets) {

  public Edition {
    languages = List.copyOf(languages);
  }

  /** Its words in a language that the site may not have. */
  public Edition as(Language other) {
    return new Edition(other, languages, settings, Messages.of(other), markdown, assets);
  }

  /** Folder of this language's pages: empty, or ending with {@code /}. */
  public String folder() {
    return folder(language);
  }

  private String folder(Language of) {
    return of == languages.get(0) ? "" : of.tag() + "/";
  }

  public String text(Text text) {
    return text.in(language.tag());
  }

  /** What a model writes as its task, a tag or the source of a claim. */
  public String said(String written) {
    return text(settings.word(written));
  }

  /** Markdown in this language as HTML; empty when there is none. */
  public String html(Text text) {
    return text.isEmpty() ? "" : markdown.apply(text(text));
  }

  public String word(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  /**
   * What stands around a page.
   *
   * @param path of the page in this edition, such as {@code models/resnet18.html}
   * @param part the part of the site that it belongs to
   */
  Layout layout(String path, String title, String description, Part part) {
    return layout(path, title, description, Optional.of(part));
  }

  /** The same for a page that belongs to no part where there is none. */
  Layout layout(String path, String title, String description, Optional<Part> part) {
    String up = up(path);
    String root = root(path);
    String site = text(settings.title());
    return new Layout(
        language.tag(),
        title.equals(site) ? site : title + " · " + site,
        description,
        site,
        root,
        up + Part.CATALOG.path(),
        up + SearchPage.PATH,
        up + BuildPage.PATH,
        up + ChangesPage.PATH,
        settings.url().isEmpty() ? "" : settings.url() + folder() + path,
        "",
        Part.ALL.stream()
            .map(
                to ->
                    new Link(
                        word(to.key()),
                        up + to.path(),
                        "",
                        part.filter(here -> here == to).isPresent()))
            .toList(),
        languages.stream()
            .filter(other -> other != language)
            .map(other -> link(other, root, path))
            .toList(),
        settings.url().isEmpty() || languages.size() < 2
            ? List.of()
            : languages.stream().map(other -> link(other, settings.url(), path)).toList(),
        settings.repository(),
        assets);
  }

  /** The page in that language. */
  private Link link(Language to, String root, String path) {
    return new Link(to.title(), root + folder(to) + path, to.tag(), false);
  }

  /** The way from a page up to the site's root. */
  public String root(String path) {
    return up(path) + (folder().isEmpty() ? "" : "../");
  }

  /** The way from a page up to the edition's folder. */
  static String up(String path) {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }
}
