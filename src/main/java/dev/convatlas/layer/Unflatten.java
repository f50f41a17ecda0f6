package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code unflatten}: one axis becomes several. Positions become the axes that they were made of.
 * Source: PyTorch, {@code torch.nn.Unflatten}.
 *
 * @param sizes of the new axes; one of them may be −1
 */
record Unflatten(long dim, List<Long> sizes) implements Layer {

  private static final Argument<Long> DIM = Argument.required("dim", Kinds.INTEGER);
  private static final Argument<List<Long>> SIZES =
      Argument.required("unflattened_size", Kinds.INTEGERS);

  static final LayerType TYPE =
      new LayerType(
          "unflatten",
          "nn.Unflatten",
          Category.SHAPING,
          Arity.ONE,
          List.of(DIM, SIZES),
          "- unflatten: {dim: 1, unflattened_size: [14, 14]}",
          arguments -> new Unflatten(arguments.get(DIM), arguments.get(SIZES)));

  Unflatten {
    Sizes.check("unflatten", sizes);
  }

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return regrouped(inputs.get(0)).output();
  }

  private Regrouping regrouped(Shape input) {
    int axis = Dims.axis("unflatten", dim, input);
    List<Long> all = new ArrayList<>(input.sizes().subList(0, axis));
    all.addAll(Sizes.complete("unflatten", sizes, input.size(axis)));
    all.addAll(input.sizes().subList(axis + 1, input.rank()));
    return Regrouping.of(input, all);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(regrouped(inputs.get(0)).reading());
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    int axis = Dims.axis("unflatten", dim, inputs.get(0));
    return List.of(
        Message.of(
            "shape.split",
            inputs.get(0).size(axis),
            Sizes.product(output.sizes().subList(axis, axis + sizes.size()))));
  }
}
