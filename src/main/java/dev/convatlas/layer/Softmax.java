package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code softmax}, {@code log_softmax}: exponentials along an axis, divided by their sum. Source:
 * PyTorch, {@code torch.nn.Softmax}.
 *
 * @param dim counted with the batch as 0, from the end when negative
 * @param logarithm whether its logarithm is taken: x − log Σ exp x
 */
record Softmax(String type, long dim, boolean logarithm) implements Layer {

  static LayerType type(String name, String torch, boolean logarithm) {
    Argument<Long> dim = Argument.required("dim", Kinds.INTEGER);
    return new LayerType(
        name,
        torch,
        Category.ACTIVATION,
        Arity.ONE,
        List.of(dim),
        "- " + name + ": {dim: 1}",
        arguments -> new Softmax(name, arguments.get(dim), logarithm));
  }

  @Override
  public Operation operation() {
    return logarithm ? Operation.OTHER_ACTIVATION : Operation.SOFTMAX;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    axis(inputs.get(0));
    return inputs.get(0);
  }

  private int axis(Shape input) {
    return Dims.axis(type, dim, input);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    int axis = axis(output);
    Formula elements = Maps.elements(output);
    Formula rows = Formula.product(Maps.sizes(output, Maps.others(output, List.of(axis))));
    return logarithm
        ? Work.of(TRANSCENDENTAL, elements.plus(rows))
            .and(ADDITION, Statistics.sums(rows, output.size(axis)))
            .and(ADDITION, elements)
        : work(elements, rows, output.size(axis));
  }

  /**
   * One exponential and one division for each element, and the sum of each row.
   *
   * @param rows that sum up to 1
   * @param size elements of a row
   */
  static Work work(Formula elements, Formula rows, long size) {
    return Work.of(TRANSCENDENTAL, elements)
        .and(ADDITION, Statistics.sums(rows, size))
        .and(DIVISION, elements);
  }

  /** Over channels it is pointwise; over a spatial axis it sees all of it. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Readings.everything(output, List.of(axis(output))));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
