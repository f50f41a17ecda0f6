package dev.convatlas.site;

import dev.convatlas.drawing.Layouts;
import dev.convatlas.source.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all sites of a program and of a catalog's own templates are made with. Worth keeping for the
 * next site: templates are read once, drawings that are alike are laid out once.
 */
public final class Press {
  private final String digest;
  private final Pages pages;
  private final SiteAssets assets;
  private final Layouts layouts = new Layouts();

  /**
   * @param program digest of the program
   * @param templates folder of the catalog's own templates, which go before those of the program;
   *     they are trusted: an expression in a template can do whatever the program can
   * @param looks styles and a logo of the catalog's own
   */
  public Press(String program, Optional<Path> templates, Looks looks) {
    this.digest = digest(program, templates, looks);
    this.pages = new Pages(templates);
    this.assets = new SiteAssets(looks);
  }

  /** What one made with these would have. */
  public static String digest(String program, Optional<Path> templates, Looks looks) {
    Digest all = new Digest().with(program);
    templates.ifPresent(folder -> add(folder, all));
    looks.stylesheet().ifPresent(file -> all.with(file.ending()).with(file.content()));
    looks.logo().ifPresent(file -> all.with(file.ending()).with(file.content()));
    return all.hex();
  }

  /** Without looks of the catalog's own. */
  public Press(String program, Optional<Path> templates) {
    this(program, templates, Looks.NONE);
  }

  private static void add(Path folder, Digest digest) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        digest.with(folder.relativize(file).toString()).with(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  /** Of the program and the templates. */
  public String digest() {
    return digest;
  }

  Pages pages() {
    return pages;
  }

  Layouts layouts() {
    return layouts;
  }

  SiteAssets assets() {
    return assets;
  }
}
