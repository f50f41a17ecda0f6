package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code flatten}: neighbouring axes become one. Spatial axes alone become positions, which keep
 * their field; together with channels they become features. Source: PyTorch, {@code
 * torch.nn.Flatten}.
 */
record Flatten(long start, long end) implements Layer {

  private static final Argument<Long> START =
      Argument.optional("start_dim", Kinds.INTEGER, 1L, "1");
  private static final Argument<Long> END = Argument.optional("end_dim", Kinds.INTEGER, -1L, "-1");

  static final LayerType TYPE =
      new LayerType(
          "flatten",
          "nn.Flatten",
          Category.SHAPING,
          Arity.ONE,
          List.of(START, END),
          "- flatten",
          arguments -> new Flatten(arguments.get(START), arguments.get(END)));

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return regrouped(inputs.get(0)).output();
  }

  private Regrouping regrouped(Shape input) {
    if (input.rank() == 0) {
      throw Refusal.of("shape.scalar", "flatten");
    }
    int from = Dims.axis("flatten", start, input);
    int to = Dims.axis("flatten", end, input);
    if (to < from) {
      throw Refusal.of("flatten.order", start, end, input.toString());
    }
    List<Long> sizes = new ArrayList<>(input.sizes().subList(0, from));
    sizes.add(new Shape(input.axes().subList(from, to + 1)).elements());
    sizes.addAll(input.sizes().subList(to + 1, input.rank()));
    return Regrouping.of(input, sizes);
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
    Shape input = inputs.get(0);
    int from = Dims.axis("flatten", start, input);
    List<Long> merged = input.sizes().subList(from, Dims.axis("flatten", end, input) + 1);
    return List.of(
        Message.of(
            "shape.formula",
            "n",
            merged.stream().map(String::valueOf).collect(Collectors.joining(" · ")),
            output.size(from)));
  }
}
