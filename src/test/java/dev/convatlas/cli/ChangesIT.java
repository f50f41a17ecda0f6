package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site tells of where it comes from and of the site before. */
class ChangesIT {
  @TempDir private Path folder;

  @BeforeEach
  void aCatalog() {
    write(
        "models/catalog.yaml",
        "title: Atlas\nlanguage: [en, zh]\nurl: https://example.org/atlas/\n");
    model("one", 4);
    model("two", 8);
  }

  /** {@code 3·channels·9 + channels} parameters. */
  private void model(String id, int channels) {
    write(
        "models/" + id + ".yaml",
        "title: Model "
            + id
            + "\ninput: [3, 8, 8]\nlayers:\n  - conv2d: {out_channels: "
            + channels
            + ", kernel_size: 3}\n");
  }

  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Terminal build(String epoch, String... more) {
    Map<String, String> environment = new HashMap<>(Map.of("LANG", "C.UTF-8"));
    if (!epoch.isEmpty()) {
      environment.put("SOURCE_DATE_EPOCH", epoch);
    }
    return Terminal.run(
        folder,
        environment,
        false,
        Stream.concat(Stream.of("build", "models", "--no-charts"), Stream.of(more))
            .toArray(String[]::new));
  }

  private Map<String, String> site() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve("site"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.resolve("site").relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve("site").resolve(path)));
  }

  @Test
  void changesAreToldAgainstTheSiteBefore() throws IOException {
    assertThat(build("").code()).isZero();
    assertThat(page("changes.html").select("section").text())
        .isEqualTo("Revision 1 First published, with 2 models.");
    Map<String, String> first = site();
    assertThat(build("").code()).isZero();
    assertThat(site()).isEqualTo(first);

    model("one", 5);
    model("three", 2);
    Files.delete(folder.resolve("models/two.yaml"));
    assertThat(build("").code()).isZero();
    Document changes = page("changes.html");
    assertThat(changes.select("#change-2 > p").first().text())
        .isEqualTo("1 new, 1 changed, 1 removed; 2 models since then.");
    // 112 and 140 parameters: a quarter more.
    assertThat(changes.select("#change-2 tbody td").first().text()).startsWith("140112, +25.0");
    assertThat(changes.select("#change-2 .names a[href]").eachAttr("href"))
        .containsExactly("models/three.html");
    assertThat(page("zh/changes.html").select("#change-2 > p").first().text()).contains("新增 1");
    Map<String, String> second = site();
    assertThat(build("").code()).isZero();
    assertThat(site()).isEqualTo(second).doesNotContainKey("feed.xml");
  }

  @Test
  void datesAreOnlyThoseThatABuildIsTold() throws IOException {
    assertThat(build("1700000000").code()).isZero();
    model("two", 9);
    assertThat(build("1800000000").code()).isZero();
    Document feed =
        Jsoup.parse(Files.readString(folder.resolve("site/feed.xml")), "", Parser.xmlParser());
    // date -u -d @1800000000
    assertThat(feed.select("feed > updated").text()).isEqualTo("2027-01-15T08:00:00Z");
    assertThat(feed.select("entry > id").eachText())
        .containsExactly(
            "https://example.org/atlas/changes.html#change-2",
            "https://example.org/atlas/changes.html#change-1");
    assertThat(page("changes.html").select("h2").text())
        .isEqualTo("Revision 2 · 2027-01-15 Revision 1 · 2023-11-14");
    Map<String, String> site = site();
    assertThat(build("1900000000").code()).isZero();
    assertThat(site()).isEqualTo(site);
    Terminal wrong = build("yesterday");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("yesterday");
    assertThat(site()).isEqualTo(site);
  }

  @Test
  void anotherSiteCanBeTheOneBefore() throws IOException {
    assertThat(build("", "-o", "old").code()).isZero();
    model("two", 9);
    assertThat(build("", "--since", "old/data/catalog.json").code()).isZero();
    assertThat(page("changes.html").select("#change-2 > p").first().text())
        .isEqualTo("0 new, 1 changed, 0 removed; 2 models since then.");
    assertThat(build("", "--since", "models/catalog.yaml").code()).isEqualTo(2);
  }

  @Test
  void aDamagedHistoryBeginsAnew() throws IOException {
    assertThat(build("").code()).isZero();
    model("two", 9);
    for (String damaged :
        new String[] {"", "[]", "{", "{\"schema\":1}", "{\"schema\":1,\"revisions\":[{}]}"}) {
      write("site/data/changes.json", damaged);
      assertThat(build("").code()).as(damaged).isZero();
      assertThat(page("changes.html").select("h1").text()).isEqualTo("Changes");
    }
    write("site/data/catalog.json", "not json");
    assertThat(build("").code()).isZero();
    assertThat(page("changes.html").select("section").text())
        .isEqualTo("Revision 1 First published, with 2 models.");
  }

  @Test
  void theBuildPageNamesInputsAndMistakes() throws IOException {
    write("models/broken.yaml", "input: [3, 8, 8]\nlayers:\n  - conv9d: {out_channels: 1}\n");
    write("models/blocks/none.yaml", "blocks: {}\n");
    model("two", 8);
    write(
        "models/two.yaml",
        Files.readString(folder.resolve("models/two.yaml")) + "metrics: {speed: 3}\n");
    write("models/templates/search.html", "<p>ours</p>");
    assertThat(build("").code()).isEqualTo(1);
    Document page = page("build.html");
    assertThat(page.select("#inputs tbody th").eachText())
        .containsExactly(
            "blocks/none.yaml",
            "broken.yaml",
            "catalog.yaml",
            "one.yaml",
            "templates/search.html",
            "two.yaml");
    // printf 'blocks: {}\n' | sha256sum
    assertThat(page.select("#inputs tbody tr").first().select("td").last().text())
        .isEqualTo("e950ec23848999ae166c5c3b81ddf4659803643b585847f82675070665461c1f");
    assertThat(page.select("#errors code").text()).isEqualTo("broken.yaml:3:5");
    assertThat(page.select("#errors li").text()).contains("conv9d");
    assertThat(page.select("#warnings a").attr("href")).startsWith("models/two.html#y");
    assertThat(page.select("#warnings li").text()).contains("speed");
    assertThat(page("zh/build.html").select("#errors h2").text()).isEqualTo("错误");
  }
}
