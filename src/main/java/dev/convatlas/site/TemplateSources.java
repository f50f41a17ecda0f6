package dev.convatlas.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The texts of templates. A catalog's own stand before those of the program: {@code search.html} in
 * place of the whole file of that name, and {@code tables/cell.html} in place of one fragment, the
 * {@code cell} of {@code tables.html}.
 */
final class TemplateSources {
  private static final String ENDING = ".html";

  /** Who uses a fragment of another template: {@code ~{tables :: cell(…)}}. */
  private static final Pattern USE = Pattern.compile("~\\{\\s*([a-z/-]+)\\s*::\\s*([a-zA-Z]+)");

  private final Optional<Path> own;

  TemplateSources(Optional<Path> own) {
    this.own = own;
  }

  /**
   * The text of a template, whose uses of fragments name the catalog's own where there are such.
   *
   * @param name without ending, such as {@code guide/en/index}
   */
  Optional<String> text(String name) {
    return read(name).map(text -> USE.matcher(text).replaceAll(this::chosen));
  }

  /** Whether the catalog brings this template. */
  boolean isOwn(String name) {
    return own.isPresent() && Files.isRegularFile(file(name));
  }

  /** How a message names one of the catalog's templates. */
  String shown(String name) {
    return own.orElseThrow().getFileName() + "/" + name + ENDING;
  }

  private String chosen(MatchResult use) {
    String fragment = use.group(1) + "/" + use.group(2);
    return isOwn(fragment) ? "~{" + fragment + " :: " + use.group(2) : use.group();
  }

  private Optional<String> read(String name) {
    try {
      if (isOwn(name)) {
        return Optional.of(Files.readString(file(name)));
      }
      try (InputStream packed =
          TemplateSources.class.getResourceAsStream("/templates/" + name + ENDING)) {
        return packed == null
            ? Optional.empty()
            : Optional.of(new String(packed.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  private Path file(String name) {
    return own.orElseThrow().resolve(name + ENDING);
  }
}
