package dev.convatlas.site;

import dev.convatlas.catalog.Summary;
import dev.convatlas.chart.Preview;
import dev.convatlas.definition.Metadata;
import dev.convatlas.definition.Text;
import dev.convatlas.drawing.Miniature;
import dev.convatlas.drawing.Picture;
import dev.convatlas.report.Badge;
import dev.convatlas.report.Edition;
import java.util.List;

/**
 * The picture of a model that other sites show beside a link to it. Its font has no Chinese, so its
 * words are those of the English edition.
 */
final class PreviewFile {
  /** By index, the colours that the pages give to categories of layers. */
  private static final List<String> KINDS =
      List.of(
          "convolution",
          "joining",
          "pooling",
          "linear",
          "normalisation",
          "attention",
          "activation",
          "resampling");

  private PreviewFile() {}

  /**
   * @param english the edition whose words it has
   * @param pictures of the model; the first is the whole
   */
  static byte[] of(Edition english, Summary summary, List<Picture> pictures) {
    Metadata metadata = summary.metadata();
    String year = metadata.year() == 0 ? "" : " · " + metadata.year();
    Miniature small =
        pictures.isEmpty()
            ? new Miniature(1, 1, List.of(), List.of())
            : pictures.get(0).miniature();
    return new Preview(
            written(english, metadata.title(), summary.id()),
            written(english, metadata.family(), metadata.familyId()) + year,
            Badge.of(english, summary).stream()
                .map(badge -> new Preview.Figure(badge.label(), badge.message()))
                .toList(),
            written(english, english.settings().title(), "ConvAtlas"),
            small.width(),
            small.height(),
            small.spots().stream().map(PreviewFile::spot).toList(),
            small.ways().stream().map(way -> new Preview.Line(way.across(), way.down())).toList())
        .png();
  }

  private static String written(Edition english, Text text, String otherwise) {
    String title = english.text(text);
    return Preview.canWrite(title) ? title : otherwise;
  }

  private static Preview.Spot spot(Miniature.Spot spot) {
    int series = spot.join() ? KINDS.indexOf("joining") : KINDS.indexOf(spot.kind());
    return new Preview.Spot(spot.x(), spot.y(), spot.width(), spot.height(), series);
  }
}
