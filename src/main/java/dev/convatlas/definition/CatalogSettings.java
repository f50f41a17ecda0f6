package dev.convatlas.definition;

import dev.convatlas.source.SourceSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code catalog.yaml} says of the catalog as a whole. Every key is optional.
 *
 * @param title of the site
 * @param description Markdown
 * @param languages tags of the site's languages, the first one at the root; {@code en} when none
 *     are written
 * @param url where the site is published, ending with {@code /}; empty when unknown
 * @param repository address of the catalog's source; empty when unknown
 * @param convention by which operations are counted unless a reader asks for another
 * @param metrics measured figures that models may give
 * @param comparisons written by the catalog's author
 * @param devices for the roofline
 * @param families ids in the order wanted; those not named follow by title
 * @param guideModel id of the model that the guide works its examples on; empty for the first
 * @param words translations of tasks, tags and sources of claims, by what models write
 * @param stylesheet path of a file of styles that follow those of the site, from the catalog's
 *     root; empty when there is none, as is {@code logo}
 * @param logo path of a picture that stands before the site's title
 * @param places where ids are written that name something else, by the id
 */
public record CatalogSettings(
    Text title,
    Text description,
    List<String> languages,
    String url,
    String repository,
    String convention,
    List<Metric> metrics,
    List<Comparison> comparisons,
    List<Device> devices,
    List<String> families,
    String guideModel,
    Map<String, Text> words,
    String stylesheet,
    String logo,
    Map<String, SourceSpan> places) {

  public static final CatalogSettings DEFAULT =
      new CatalogSettings(
          Text.of("ConvAtlas"),
          Text.NONE,
          List.of("en"),
          "",
          "",
          "torchvision",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          "",
          Map.of(),
          "",
          "",
          Map.of());

  /** A figure that only a measurement gives. */
  public record Metric(String id, Text title, String unit, Optional<Boolean> higherIsBetter) {}

  /** Models side by side, the first the baseline unless another is named. */
  public record Comparison(
      String id, Text title, Text description, List<String> models, String baseline) {
    public Comparison {
      models = List.copyOf(models);
    }
  }

  /** A device as its data sheet has it: operations and bytes per second. */
  public record Device(
      String id, Text title, BigDecimal operationsPerSecond, BigDecimal bytesPerSecond) {}

  public CatalogSettings {
    languages = List.copyOf(languages);
    metrics = List.copyOf(metrics);
    comparisons = List.copyOf(comparisons);
    devices = List.copyOf(devices);
    families = List.copyOf(families);
    words = Map.copyOf(words);
    places = Map.copyOf(places);
  }

  /** What a model writes as its task, a tag or the source of a claim, with its translations. */
  public Text word(String written) {
    return words.getOrDefault(written, Text.of(written));
  }

  /** Where an id is written, or the file as a whole. */
  public SourceSpan place(String id) {
    return places.getOrDefault(id, SourceSpan.wholeFile(SettingsReader.FILE));
  }
}
