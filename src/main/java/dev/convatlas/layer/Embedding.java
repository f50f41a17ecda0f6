package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code embedding}: each index of the input becomes a row of a table. Source: PyTorch, {@code
 * torch.nn.Embedding}.
 *
 * @param rows number of different indices
 * @param width of a row
 */
record Embedding(long rows, long width) implements Layer {

  private static final Argument<Long> ROWS = Argument.required("num_embeddings", Kinds.POSITIVE);
  private static final Argument<Long> WIDTH = Argument.required("embedding_dim", Kinds.POSITIVE);

  static final LayerType TYPE =
      new LayerType(
          "embedding",
          "nn.Embedding",
          Category.OTHER,
          Arity.ONE,
          List.of(ROWS, WIDTH, Argument.derived("padding_idx", Kinds.INTEGER, "null")),
          "- embedding: {num_embeddings: 30522, embedding_dim: 768}",
          arguments -> new Embedding(arguments.get(ROWS), arguments.get(WIDTH)));

  @Override
  public Operation operation() {
    return Operation.TABLE;
  }

  /** A row of indices, which an input of one axis is, becomes a row of tokens. */
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : input.axes()) {
      Role renamed = input.rank() == 1 ? Role.LENGTH : Role.NONE;
      axes.add(axis.role() == Role.CHANNEL ? Axis.of(renamed, axis.size()) : axis);
    }
    axes.add(Axis.of(Role.CHANNEL, width));
    return new Shape(axes);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of(
        Weight.parameter(
            "weight",
            Formula.factor("num_embeddings", rows),
            Formula.factor("embedding_dim", width)));
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Reading.SAME);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.appended", "embedding_dim", width));
  }
}
