package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages and data of a tiny catalog as they are known to be right, in {@code expected}. With
 * {@code -Dgolden=write} they are written anew, to be read before they are kept. The hashes in the
 * names of assets are left out.
 */
class GoldenPagesTest {
  private static final Path EXPECTED = Path.of("src/test/resources/site/golden/expected");
  private static final MemorySink SITE = CatalogFolder.golden().render(2);

  /** The layer reference, its schema and the guide have tests of their own; pictures too. */
  private static boolean isGolden(String path) {
    return !path.matches("(?:zh/)?(?:layers|guide)/.*|data/model\\.schema\\.json")
        && !path.matches("(?:assets|drawings|previews|.*charts)/.*");
  }

  private static String text(String path) {
    return SITE.text(path).replaceAll("\\.[0-9a-f]{10}\\.(css|js|svg)", ".HASH.$1");
  }

  @Test
  void everyPageIsAsItWas() throws IOException {
    TreeSet<String> paths = new TreeSet<>();
    SITE.files().keySet().stream().filter(GoldenPagesTest::isGolden).forEach(paths::add);
    if ("write".equals(System.getProperty("golden"))) {
      for (String path : paths) {
        Path file = EXPECTED.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(path));
      }
    }
    for (String path : paths) {
      assertThat(text(path)).as(path).isEqualTo(Files.readString(EXPECTED.resolve(path)));
    }
    try (Stream<Path> files = Files.walk(EXPECTED)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> EXPECTED.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(paths);
    }
  }
}
