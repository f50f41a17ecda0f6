package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code layer_norm}: mean and variance over the last axes. Source: PyTorch, {@code
 * torch.nn.LayerNorm}.
 *
 * @param normalized sizes of the last axes; empty stands for the last axis
 */
record LayerNorm(Optional<List<Long>> normalized, boolean affine, boolean bias) implements Layer {

  static final Argument<List<Long>> NORMALIZED =
      Argument.derived("normalized_shape", Kinds.oneOrMore(Kinds.POSITIVE), "C");
  static final Argument<Boolean> AFFINE = Argument.flag("elementwise_affine", true);
  private static final Argument<Boolean> BIAS = Argument.flag("bias", true);

  static final LayerType TYPE =
      new LayerType(
          "layer_norm",
          "nn.LayerNorm",
          Category.NORMALISATION,
          Arity.ONE,
          List.of(NORMALIZED, Argument.EPS, AFFINE, BIAS),
          "- layer_norm",
          arguments ->
              new LayerNorm(
                  arguments.find(NORMALIZED), arguments.get(AFFINE), arguments.get(BIAS)));

  @Override
  public Operation operation() {
    return Operation.LAYER_NORM;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return check("layer_norm", normalized, inputs.get(0));
  }

  /**
   * The input, when it ends in the axes that are normalised. Without sizes the last axis must not
   * be a spatial one: that is a map whose channels stand first.
   */
  static Shape check(String type, Optional<List<Long>> normalized, Shape input) {
    List<Integer> axes = axes(normalized, input);
    boolean ends =
        axes.get(0) >= 0
            && normalized
                .map(sizes -> axes.stream().map(input::size).toList().equals(sizes))
                .orElse(true);
    if (!ends) {
      throw Refusal.of(
          "norm.shape", type, String.valueOf(normalized.orElse(List.of())), input.toString());
    }
    if (normalized.isEmpty() && input.axis(axes.get(0)).role().isSpatial()) {
      throw Refusal.of("norm.layout", type, input.toString());
    }
    return input;
  }

  /** The last axes, as many as there are sizes; negative where the input has too few. */
  static List<Integer> axes(Optional<List<Long>> normalized, Shape input) {
    int count = normalized.map(List::size).orElse(1);
    return IntStream.range(input.rank() - count, input.rank()).boxed().toList();
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Shape input = inputs.get(0);
    Factor[] sizes = Maps.sizes(input, axes(normalized, input)).toArray(Factor[]::new);
    List<Weight> weights = new ArrayList<>();
    if (affine) {
      weights.add(Weight.parameter("weight", sizes));
    }
    if (affine && bias) {
      weights.add(Weight.parameter("bias", sizes));
    }
    return weights;
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    List<Integer> axes = axes(normalized, output);
    Formula elements = Maps.elements(output);
    Formula groups = Formula.product(Maps.sizes(output, Maps.others(output, axes)));
    Work work = Statistics.normalise(elements, groups, elements.value() / groups.value());
    work = affine ? work.and(Work.Kind.MULTIPLICATION, elements) : work;
    return affine && bias ? work.and(Work.Kind.ADDITION, elements) : work;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Readings.everything(output, axes(normalized, output)));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
