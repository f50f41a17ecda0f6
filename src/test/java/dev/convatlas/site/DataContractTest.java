package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's chapter on data names every key of every data file, and none that there is not. */
class DataContractTest {
  private static final MemorySink GOLDEN = CatalogFolder.golden().render(2);
  private static final MemorySink SAMPLES =
      CatalogFolder.read(
              CatalogFolder.SAMPLES,
              "lenet5.yaml",
              "resnet.yaml",
              "resnext.yaml",
              "wide_resnet.yaml")
          .render(2);

  /** Their keys are names of inputs, conventions, types of numbers, optimizers and figures. */
  private static final Set<String> NAMED =
      Set.of("inputs", "conventions", "missing", "peak_activation_bytes", "elements");

  /**
   * Written only where a figure is unknown, an input too small, or a site has changed, which none
   * of these is or has.
   */
  private static final Set<String> RARE =
      Set.of(
          "missing",
          "receptive_field_missing",
          "refused",
          "number",
          "date",
          "after",
          "before",
          "since");

  /** What the chapter shows as code beside keys: verdicts, a value, ends and beginnings of keys. */
  private static final Set<String> NO_KEYS =
      Set.of(
          "holds",
          "other_convention",
          "undecided",
          "fails",
          "\"1/2\"",
          "_missing",
          "macs_",
          "peak_activation_bytes_",
          "receptive_field_");

  @ParameterizedTest
  @ValueSource(strings = {"guide/data.html", "zh/guide/data.html"})
  void everyKeyIsDocumentedAndNoOther(String chapter) {
    Set<String> documented =
        Jsoup.parse(GOLDEN.text(chapter)).select("main table code, main h2#table ~ p code").stream()
            .map(Element::text)
            .filter(code -> !NO_KEYS.contains(code))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written = written();
    written.addAll(RARE);
    assertThat(documented).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void everyFileStandsInTheChapter() {
    String chapter = Jsoup.parse(GOLDEN.text("guide/data.html")).text();
    assertThat(chapter)
        .contains(
            "data/catalog.json",
            "data/catalog.csv",
            "data/models/ID.json",
            "data/models/ID.csv",
            "compare/ID.json",
            "compare/ID.csv",
            "data/badges/ID/NAME.json",
            "data/changes.json",
            "badges/ID/NAME.svg");
    assertThat(GOLDEN.files().keySet())
        .filteredOn(path -> path.endsWith(".json") && !path.endsWith(".schema.json"))
        .allMatch(
            path ->
                path.matches(
                    "data/(?:catalog|changes)\\.json|data/models/[^/]+\\.json|data/badges/[^/]+/[^/]+\\.json"
                        + "|compare/[^/]+\\.json"));
  }

  private static Set<String> written() {
    Set<String> keys = new TreeSet<>();
    for (MemorySink site : new MemorySink[] {GOLDEN, SAMPLES}) {
      site.files()
          .forEach(
              (path, content) -> {
                if (path.endsWith(".json") && !path.endsWith(".schema.json")) {
                  collect(JsonParser.parseString(site.text(path)), keys);
                }
              });
    }
    return keys;
  }

  private static void collect(JsonElement value, Set<String> keys) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> collect(item, keys));
    } else if (value.isJsonObject()) {
      for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
        keys.add(entry.getKey());
        if (!NAMED.contains(entry.getKey()) || !entry.getValue().isJsonObject()) {
          collect(entry.getValue(), keys);
        }
      }
    }
  }
}
