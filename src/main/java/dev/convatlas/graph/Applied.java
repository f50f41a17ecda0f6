package dev.convatlas.graph;

import dev.convatlas.layer.Layer;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.layer.Setting;
import dev.convatlas.layer.Weight;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import dev.convatlas.yaml.Value.Mapping;
import java.util.List;
import java.util.Objects;

/**
 * A layer applied to inputs of given shapes, and what follows from that alone. The nodes of a block
 * that is used again on such inputs have it in common, so each figure is computed once for all of
 * them, when it is first asked for. May be used by several threads.
 */
public final class Applied {
  private final String type;
  private final Layer layer;
  private final Mapping arguments;
  private final List<Shape> shapes;
  private final Shape output;
  private List<Setting> settings;
  private List<Weight> weights;
  private Work work;
  private List<Reading> readings;

  /**
   * @param type name of the layer's type, such as {@code conv2d}
   * @param arguments of the layer as they are written, without expressions
   * @param shapes of its inputs, without the batch axis
   * @param output what the layer gives for them
   */
  public Applied(String type, Layer layer, Mapping arguments, List<Shape> shapes, Shape output) {
    this.type = type;
    this.layer = layer;
    this.arguments = arguments;
    this.shapes = List.copyOf(shapes);
    this.output = output;
  }

  /** The same layer on inputs of other shapes, and what it gives for them. */
  Applied on(List<Shape> others, Shape result) {
    return new Applied(type, layer, arguments, others, result);
  }

  public String type() {
    return type;
  }

  public Layer layer() {
    return layer;
  }

  /** The layer's arguments, defaults included, in the order of the type's arguments. */
  public List<Setting> settings() {
    List<Setting> known = settings;
    if (known == null) {
      known = List.copyOf(LayerTypes.named(type).orElseThrow().settings(arguments));
      settings = known;
    }
    return known;
  }

  public List<Shape> shapes() {
    return shapes;
  }

  public Shape output() {
    return output;
  }

  /**
   * See {@link Layer#weights}.
   *
   * @throws ArithmeticException when a size does not fit into 63 bits
   */
  public List<Weight> weights() {
    List<Weight> known = weights;
    if (known == null) {
      known = List.copyOf(layer.weights(shapes));
      weights = known;
    }
    return known;
  }

  /**
   * What one execution costs, see {@link Layer#work}.
   *
   * @throws ArithmeticException when a count does not fit into 63 bits
   */
  public Work work() {
    Work known = work;
    if (known == null) {
      known = layer.work(shapes, output);
      work = known;
    }
    return known;
  }

  /** What an output position reads from each input, see {@link Layer#readings}. */
  public List<Reading> readings() {
    List<Reading> known = readings;
    if (known == null) {
      known = List.copyOf(layer.readings(shapes, output));
      readings = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Applied that
        && type.equals(that.type)
        && layer.equals(that.layer)
        && settings().equals(that.settings())
        && shapes.equals(that.shapes)
        && output.equals(that.output);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, layer, shapes);
  }

  @Override
  public String toString() {
    return type + settings() + shapes + " → " + output;
  }
}
