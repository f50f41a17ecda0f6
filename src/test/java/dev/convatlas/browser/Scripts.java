package dev.convatlas.browser;

import com.microsoft.playwright.Page;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An empty page with some of the site's scripts, to try their functions with. */
final class Scripts implements AutoCloseable {
  private static final Path FOLDER = Path.of("src/main/resources/assets/compare");

  private final Page page;

  /**
   * @param names of files, without ending, in the order in which they need each other
   */
  Scripts(TestBed bed, List<String> names) {
    page = bed.browser().newPage();
    names.forEach(
        name -> page.addScriptTag(new Page.AddScriptTagOptions().setContent(text(name + ".js"))));
    page.evaluate(
        "words => convatlas.words(words)",
        Map.of("number.same", Messages.of(Language.ENGLISH).text("number.same")));
  }

  private static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Object evaluate(String expression, Object argument) {
    return page.evaluate(expression, argument);
  }

  @Override
  public void close() {
    page.close();
  }
}
