package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guide's chapter on data names every key of every data file in the section that is about its
 * place, and none that there is not.
 */
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

  /** Parts of a model that have sections of their own. */
  private static final Map<String, String> PARTS =
      Map.of(
          "totals", "totals",
          "layers", "layer",
          "memory", "sides",
          "training", "sides",
          "traffic", "sides",
          "roofline", "sides",
          "resolution", "sides");

  /**
   * Written only where a figure is unknown or a site has changed, which none of these is or has.
   */
  private static final Set<String> RARE =
      Set.of(
          "totals: missing",
          "layer: missing",
          "layer: receptive_field_missing",
          "changes: added",
          "changes: after",
          "changes: before",
          "changes: changed",
          "changes: complete",
          "changes: date",
          "changes: id",
          "changes: models",
          "changes: number",
          "changes: removed",
          "changes: since",
          "changes: title");

  /** What the chapter shows as code beside keys: verdicts, a value, ends and beginnings of keys. */
  private static final Set<String> NO_KEYS =
      Set.of(
          "data/catalog.json",
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
    Set<String> documented = new TreeSet<>();
    String section = "";
    for (Element part : Jsoup.parse(GOLDEN.text(chapter)).select("main h2, main table code")) {
      if (part.tagName().equals("h2")) {
        section = part.id();
      } else if (!NO_KEYS.contains(part.text())) {
        documented.add(section + ": " + part.text());
      }
    }
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
                  collect(JsonParser.parseString(site.text(path)), section(path), keys);
                }
              });
    }
    return keys;
  }

  /** The section about what is in a file, unless a part of it has one of its own. */
  private static String section(String path) {
    return path.startsWith("compare/")
        ? "comparison"
        : path.startsWith("data/badges/")
            ? "badge"
            : path.equals("data/changes.json") ? "changes" : "model";
  }

  private static String section(String around, String key) {
    boolean hasParts = around.equals("model") || around.equals("layer");
    return hasParts ? PARTS.getOrDefault(key, around) : around;
  }

  private static void collect(JsonElement value, String section, Set<String> keys) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> collect(item, section, keys));
    } else if (value.isJsonObject()) {
      for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
        String key = entry.getKey();
        keys.add((key.equals("schema") ? "model" : section) + ": " + key);
        if (section(section, key).equals("sides")) {
          keys.add("sides: " + key);
        }
        if (!NAMED.contains(key) || !entry.getValue().isJsonObject()) {
          collect(entry.getValue(), section(section, key), keys);
        }
      }
    }
  }
}
