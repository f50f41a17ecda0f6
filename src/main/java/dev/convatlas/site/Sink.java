package dev.convatlas.site;

/** Where the files of a site go. */
public interface Sink {

  /**
   * @param path relative to the site's root, with {@code /} between its parts; each is put once
   */
  void put(String path, byte[] content);
}
