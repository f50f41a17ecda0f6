package dev.convatlas.report;

import java.util.List;

/**
 * What every page has around its own content.
 *
 * @param language tag of the page's language
 * @param title of the page, for the browser's tab
 * @param description one sentence for search engines; empty when there is none
 * @param site title of the site
 * @param root relative way to the site's root: empty or {@code ../} repeated
 * @param home relative address of the catalog page in this language
 * @param search the same of the search page
 * @param build the same of the page on what the site was built from
 * @param changes the same of the page on what changed
 * @param canonical absolute address of this page; empty when the site's is not known
 * @param preview absolute address of a picture for links to this page; empty when there is none
 * @param navigation parts of the site
 * @param twins the same page in the other languages
 * @param alternates absolute addresses of the page in every language; empty when the site's is not
 *     known
 * @param repository where the catalog's source is; empty when unknown
 */
public record Layout(
    String language,
    String title,
    String description,
    String site,
    String root,
    String home,
    String search,
    String build,
    String changes,
    String canonical,
    String preview,
    List<Link> navigation,
    List<Link> twins,
    List<Link> alternates,
    String repository,
    Assets assets) {
  public Layout {
    navigation = List.copyOf(navigation);
    twins = List.copyOf(twins);
    alternates = List.copyOf(alternates);
  }

  /** With a picture that stands beside links to this page. */
  Layout showing(String picture) {
    return new Layout(
        language,
        title,
        description,
        site,
        root,
        home,
        search,
        build,
        changes,
        canonical,
        picture,
        navigation,
        twins,
        alternates,
        repository,
        assets);
  }
}
