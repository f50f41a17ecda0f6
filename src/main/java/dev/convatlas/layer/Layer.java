package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * A layer with its arguments. Everything follows from the shapes of its inputs, without the batch
 * axis. Nothing has a default, so that no cost is zero because somebody forgot it.
 */
public interface Layer {

  /** What kind of operation this is to the counting conventions. */
  Operation operation();

  /**
   * The shape of the output.
   *
   * @throws Refusal when the layer cannot take these inputs
   * @throws ArithmeticException when a size does not fit into 63 bits
   */
  Shape output(List<Shape> inputs);

  /**
   * Tensors that the layer owns. One whose size nobody knows says so; it is not left out.
   *
   * @param inputs shapes that {@link #output} accepts
   */
  List<Weight> weights(List<Shape> inputs);

  /**
   * What one execution costs, for one sample, in evaluation mode.
   *
   * @param output what {@link #output} gives for these inputs
   */
  Work work(List<Shape> inputs, Shape output);

  /** What an output position reads, from each of the inputs in turn. */
  List<Reading> readings(List<Shape> inputs, Shape output);

  /** How the output's shape came about, with this layer's values. */
  List<Message> shapeRule(List<Shape> inputs, Shape output);
}
