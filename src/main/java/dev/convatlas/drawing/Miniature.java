package dev.convatlas.drawing;

import dev.convatlas.drawing.Drawing.Box;
import dev.convatlas.drawing.Placed.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing without its words, small enough for a picture among other things.
 *
 * @param width of all of it, in the pixels of its places, as {@code height}
 */
public record Miniature(double width, double height, List<Spot> spots, List<Way> ways) {

  /**
   * A box.
   *
   * @param kind category of its layers; empty for inputs and outputs
   * @param join whether ways meet in it
   */
  public record Spot(double x, double y, double width, double height, String kind, boolean join) {}

  /** An edge: the corners of its line, across and down. */
  public record Way(List<Double> across, List<Double> down) {
    public Way {
      across = List.copyOf(across);
      down = List.copyOf(down);
    }
  }

  public Miniature {
    spots = List.copyOf(spots);
    ways = List.copyOf(ways);
  }

  static Miniature of(Placed placed) {
    List<Spot> spots = new ArrayList<>();
    List<Box> boxes = placed.drawing().boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Rectangle at = placed.boxes().get(i);
      boolean join = boxes.get(i).shape() == Drawing.Shape.JOIN;
      spots.add(new Spot(at.x(), at.y(), at.width(), at.height(), boxes.get(i).kind(), join));
    }
    List<Way> ways =
        placed.edges().stream()
            .map(
                line ->
                    new Way(
                        line.points().stream().map(Placed.Point::x).toList(),
                        line.points().stream().map(Placed.Point::y).toList()))
            .toList();
    return new Miniature(placed.width(), placed.height(), spots, ways);
  }
}
