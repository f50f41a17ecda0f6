package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;
import java.util.Optional;

/**
 * {@code rms_norm}: divided by the root of the mean square over the last axes. Source: PyTorch,
 * {@code torch.nn.RMSNorm}.
 *
 * @param normalized sizes of the last axes; empty stands for the last axis
 */
record RmsNorm(Optional<List<Long>> normalized, boolean affine) implements Layer {

  static final LayerType TYPE =
      new LayerType(
          "rms_norm",
          "nn.RMSNorm",
          Category.NORMALISATION,
          Arity.ONE,
          List.of(LayerNorm.NORMALIZED, Argument.EPS, LayerNorm.AFFINE),
          "- rms_norm",
          arguments ->
              new RmsNorm(arguments.find(LayerNorm.NORMALIZED), arguments.get(LayerNorm.AFFINE)));

  @Override
  public Operation operation() {
    return Operation.OTHER_NORM;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return LayerNorm.check("rms_norm", normalized, inputs.get(0));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Shape input = inputs.get(0);
    Factor[] sizes = Maps.sizes(input, LayerNorm.axes(normalized, input)).toArray(Factor[]::new);
    return affine ? List.of(Weight.parameter("weight", sizes)) : List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    Formula groups =
        Formula.product(
            Maps.sizes(output, Maps.others(output, LayerNorm.axes(normalized, output))));
    Work work =
        Work.of(MULTIPLICATION, elements)
            .and(ADDITION, Statistics.sums(groups, elements.value() / groups.value()))
            .and(DIVISION, groups)
            .and(ADDITION, groups)
            .and(TRANSCENDENTAL, groups)
            .and(DIVISION, elements);
    return affine ? work.and(MULTIPLICATION, elements) : work;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Readings.everything(output, LayerNorm.axes(normalized, output)));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
