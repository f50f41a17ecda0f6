package dev.convatlas.chart;

import dev.convatlas.source.Message;
import java.util.List;

/**
 * One chart: words, figures and a picture, in no language yet.
 *
 * <p>A page prints the title, the names of the axes and the legend as HTML around the picture, and
 * shows the picture as {@code <img src="../charts/resnet18/params.svg" width="640" height="…"
 * alt="…">} with {@link #alt} as its alternative text. The file follows light and dark by itself:
 * in an {@code <img>}, {@code prefers-color-scheme} is the used {@code color-scheme} of the
 * element, so a page that switches sets {@code color-scheme} on its root and needs nothing else. On
 * narrow screens the numerals get too small below {@value Picture#NARROWEST} CSS pixels: let the
 * picture keep that width and its container scroll.
 *
 * @param id name of the file without its ending, such as {@code params}
 * @param alt what the chart shows and what stands out, as a sentence
 * @param notes what a reader must know to read it right; often none
 * @param table the same data, exact
 */
public record Chart(
    String id, Message title, Message alt, List<Message> notes, Picture picture, Table table) {

  public Chart {
    notes = List.copyOf(notes);
  }

  /** The series that the page must name: none when there is only one. */
  public List<Series> legend() {
    List<Series> drawn =
        picture.series().stream()
            .filter(series -> series.points().stream().anyMatch(point -> point.y() > 0))
            .filter(series -> !picture.isRing(series))
            .toList();
    return drawn.size() > 1 ? drawn : List.of();
  }
}
