package dev.convatlas.drawing;

import java.util.List;

/**
 * A picture before it has places: boxes in the order of execution, and what flows between them.
 *
 * @param name of the block that it shows; empty when it shows the whole model
 * @param path of the layer or block that it shows; empty for the whole model
 * @param alike how many blocks of the model are built like it, from the same layers
 * @param sameShapes whether those have the shapes of the one that is drawn
 * @param count how many blocks of its type the model has; 0 for the whole
 * @param frames around boxes that stand in one group
 * @param edges between boxes, by their index
 */
public record Drawing(
    String name,
    String path,
    int alike,
    boolean sameShapes,
    int count,
    List<Box> boxes,
    List<Frame> frames,
    List<Edge> edges) {

  /** What a box stands for. */
  public enum Shape {
    LAYERS,
    JOIN,
    TERMINAL
  }

  /**
   * One or several layers.
   *
   * @param kind category of the layers that matter most in it, such as {@code convolution}; empty
   *     for inputs and outputs
   * @param lines below the title
   * @param layer path of its first layer; empty for inputs and outputs
   * @param repeat how often it stands there one after the other
   * @param frame index of the frame around it, or -1
   */
  public record Box(
      Shape shape,
      String kind,
      String title,
      List<String> lines,
      String layer,
      int repeat,
      int frame) {
    public Box {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A group of boxes.
   *
   * @param layer path of its first layer
   */
  public record Frame(String title, String layer) {}

  /**
   * A tensor on its way.
   *
   * @param label its shape; empty where another edge says it
   * @param skip whether another way leads from the one box to the other
   */
  public record Edge(int from, int to, String label, boolean skip) {}

  public Drawing {
    boxes = List.copyOf(boxes);
    frames = List.copyOf(frames);
    edges = List.copyOf(edges);
  }
}
