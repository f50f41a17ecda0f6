package dev.convatlas.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays drawings out, and remembers the last of them: variants of a model often have the same boxes
 * with other figures in them, and to place them costs more than all else about a drawing. May be
 * used by several threads.
 */
public final class Layouts {
  private static final int KEPT = 256;

  private final Map<Boxes, Placed> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Boxes, Placed> eldest) {
          return size() > KEPT;
        }
      };

  /** All of a drawing that its places depend on. */
  private record Boxes(int frames, List<Box> boxes, List<Edge> edges) {

    private record Box(int frame, double width, double height) {}

    private record Edge(int from, int to, boolean skip, double label) {}

    static Boxes of(Drawing drawing) {
      return new Boxes(
          drawing.frames().size(),
          drawing.boxes().stream()
              .map(box -> new Box(box.frame(), Sizes.width(box), Sizes.height(box)))
              .toList(),
          drawing.edges().stream()
              .map(edge -> new Edge(edge.from(), edge.to(), edge.skip(), label(edge)))
              .toList());
    }

    private static double label(Drawing.Edge edge) {
      return Sizes.text(edge.label(), Sizes.LABEL);
    }
  }

  /** The same drawing always gets the same places. */
  public Picture of(Drawing drawing) {
    Boxes boxes = Boxes.of(drawing);
    Placed placed;
    synchronized (known) {
      placed = known.get(boxes);
    }
    if (placed == null) {
      placed = ElkLayout.place(drawing);
      synchronized (known) {
        known.put(boxes, placed);
      }
    }
    return new Picture(placed.of(drawing));
  }
}
