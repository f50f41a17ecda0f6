package dev.convatlas.report;

import java.util.List;

/**
 * Styles and scripts as paths from the site's root, the hash of their content in their names.
 *
 * @param styles those of the catalog's own come last
 * @param logo the catalog's own; empty when there is none
 * @param theme the script that runs before the first paint
 * @param scripts those that run when the page is read
 * @param explore those of the catalog page, which run after them
 * @param comparing those of the page that compares, which run after them
 * @param model those of a model's page, which run after them
 */
public record Assets(
    List<String> styles,
    String logo,
    String icon,
    String theme,
    List<String> scripts,
    List<String> explore,
    List<String> comparing,
    List<String> model) {
  public Assets {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
    explore = List.copyOf(explore);
    comparing = List.copyOf(comparing);
    model = List.copyOf(model);
  }
}
