package dev.convatlas.report;

import java.util.List;

/**
 * The page that a host shows for an address that does not exist: served at any depth, so that it
 * carries its styles itself and links absolutely.
 */
public record NotFoundPage(String title, String style, String digest, List<Words> all) {

  /** The same in each of the site's languages. */
  public record Words(String language, String title, String sentence, Link home) {}

  public NotFoundPage {
    all = List.copyOf(all);
  }
}
