package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code concat}: tensors one behind the other along an axis; their other axes are equal. Source:
 * PyTorch, {@code torch.cat}.
 *
 * @param dim counted with the batch as 0, from the end when negative
 */
record Concat(long dim) implements Layer {

  private static final Argument<Long> DIM = Dims.argument(1);

  static final LayerType TYPE =
      new LayerType(
          "concat",
          "torch.cat",
          Category.JOINING,
          Arity.SEVERAL,
          List.of(DIM),
          "- concat: {dim: 1}\n  from: [left, right]",
          arguments -> new Concat(arguments.get(DIM)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = inputs.get(0);
    int axis = Dims.axis("concat", dim, first);
    if (inputs.size() == 1) {
      return first;
    }
    long size = 0;
    Shape joined = first;
    for (Shape input : inputs) {
      if (!fits(first, input, axis)) {
        throw Refusal.of("shape.concat", Joins.shapes(inputs), axis + 1);
      }
      size = Math.addExact(size, input.size(axis));
      joined = Joins.roles(joined, input);
    }
    return joined.with(axis, Axis.of(joined.axis(axis).role(), size));
  }

  private static boolean fits(Shape first, Shape input, int axis) {
    return input.rank() == first.rank()
        && input.withSize(axis, 1).sizes().equals(first.withSize(axis, 1).sizes());
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  /**
   * Along an axis that stands for no place, positions stay. Along one that does, a tensor moves by
   * what stands before it; a class token moves nothing, for flattened positions are not numbered.
   * Where several tensors have places along the axis, the output's are no longer one row of them.
   */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    int axis = Dims.axis("concat", dim, output);
    long placed =
        inputs.stream().filter(input -> !Readings.roles(input.axis(axis)).isEmpty()).count();
    List<Reading> readings = new ArrayList<>();
    long before = 0;
    for (Shape input : inputs) {
      Reading.AxisReading moved =
          input.axis(axis).role().isSpatial()
              ? new Reading.Through(Reach.shifted(-before))
              : new Reading.Same();
      Reading.AxisReading unknown = new Reading.Unknown(Message.of("field.concat"));
      readings.add(Readings.over(input, List.of(axis), placed > 1 ? unknown : moved));
      before = Math.addExact(before, input.size(axis));
    }
    return readings;
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    int axis = Dims.axis("concat", dim, output);
    return List.of(
        Message.of(
            "shape.formula",
            "dim " + dim,
            inputs.stream()
                .map(input -> Long.toString(input.size(axis)))
                .collect(Collectors.joining(" + ")),
            output.size(axis)));
  }
}
