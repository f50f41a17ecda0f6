package dev.convatlas.site;

/** Where the files of a site go. Safe to use from several threads. */
public interface Sink {

  /**
   * Takes one file.
   *
   * @param path where it stands in the site, relative, with {@code /} between its parts; see {@link
   *     PathRules}
   * @param content all of it; neither side changes the array afterwards
   * @throws IllegalArgumentException when the path breaks a rule, is taken, or is a name of
   *     something taken but for the case of its letters; ids are checked long before, so this is a
   *     fault of the program
   */
  void put(String path, byte[] content);
}
