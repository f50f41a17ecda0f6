package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A site that is made file by file, in an order that nobody chose, is the whole site. */
class LiveSiteTest {
  private static final CatalogFolder FOLDER =
      CatalogFolder.read(CatalogFolder.SAMPLES, "lenet5.yaml", "alexnet.yaml");
  private static final Site.Options OPTIONS = new Site.Options(1, Charts.SVG);

  private static LiveSite live(CatalogFolder folder) {
    Map<String, Site.Definitions> files =
        folder.definitions().stream()
            .collect(Collectors.toMap(Site.Definitions::path, Function.identity()));
    return new LiveSite(folder.catalog(), files::get, OPTIONS, Optional.empty());
  }

  @Test
  void everyFileIsThatOfTheWholeSite() {
    for (CatalogFolder folder : new CatalogFolder[] {FOLDER, CatalogFolder.golden()}) {
      LiveSite live = live(folder);
      Map<String, byte[]> files = new TreeMap<>(folder.render(2).files()).descendingMap();
      files.forEach((path, content) -> assertThat(live.file(path)).as(path).hasValue(content));
      assertThat(files).hasSizeGreaterThan(50);
      files.keySet().stream()
          .filter(path -> path.endsWith(".html"))
          .forEach(path -> assertThat(live.version(path)).as(path).isNotEmpty());
    }
  }

  @Test
  void whatTheSiteHasNotIsNotThere() {
    LiveSite live = live(FOLDER);
    for (String path :
        new String[] {
          "", "models/", "models/none.html", "../index.html", "zh/none.html", "models/alexnet.txt"
        }) {
      assertThat(live.file(path)).as(path).isEmpty();
    }
    assertThat(live.version("models/none.html")).isEmpty();
  }
}
