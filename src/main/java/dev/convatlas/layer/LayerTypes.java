package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.COMPARISON;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one list of layer types, in the order of the layer reference. */
public final class LayerTypes {

  private static final Argument<BigDecimal> P =
      Argument.optional("p", Kinds.NUMBER, new BigDecimal("0.5"), "0.5");

  public static final List<LayerType> ALL =
      List.of(
          Convolution.type(1, "- conv1d: {out_channels: 64, kernel_size: 9, padding: same}"),
          Convolution.type(
              2, "- conv2d: {out_channels: 64, kernel_size: 7, stride: 2, padding: 3}"),
          Convolution.type(3, "- conv3d: {out_channels: 64, kernel_size: [1, 7, 7]}"),
          Linear.TYPE,
          BatchNorm.type(1, "- batch_norm1d"),
          BatchNorm.type(2, "- batch_norm2d"),
          BatchNorm.type(3, "- batch_norm3d"),
          Activation.type(
              "relu", "nn.ReLU", Operation.RECTIFIER, Map.of(COMPARISON, 1L), Argument.INPLACE),
          Activation.type(
              "relu6", "nn.ReLU6", Operation.RECTIFIER, Map.of(COMPARISON, 2L), Argument.INPLACE),
          Pool.max(1, "- max_pool1d: {kernel_size: 2}"),
          Pool.max(2, "- max_pool2d: {kernel_size: 3, stride: 2, padding: 1}"),
          Pool.max(3, "- max_pool3d: {kernel_size: 2}"),
          Pool.average(1, "- avg_pool1d: {kernel_size: 2}"),
          Pool.average(2, "- avg_pool2d: {kernel_size: 2}"),
          Pool.average(3, "- avg_pool3d: {kernel_size: 2}"),
          AdaptivePool.type("avg", 1, "- adaptive_avg_pool1d: {output_size: 1}"),
          AdaptivePool.type("avg", 2, "- adaptive_avg_pool2d: {output_size: [7, 7]}"),
          AdaptivePool.type("avg", 3, "- adaptive_avg_pool3d: {output_size: 1}"),
          AdaptivePool.type("max", 1, "- adaptive_max_pool1d: {output_size: 1}"),
          AdaptivePool.type("max", 2, "- adaptive_max_pool2d: {output_size: 1}"),
          AdaptivePool.type("max", 3, "- adaptive_max_pool3d: {output_size: 1}"),
          Elementwise.type("add", ADDITION, "- add\n  from: [prev, skip]"),
          Elementwise.type("mul", MULTIPLICATION, "- mul\n  from: [features, gate]"),
          Elementwise.type("max", COMPARISON, "- max\n  from: [left, right]"),
          Concat.TYPE,
          Flatten.TYPE,
          Passing.type(
              "dropout",
              "nn.Dropout",
              Category.REGULARISATION,
              "- dropout: {p: 0.5}",
              P,
              Argument.INPLACE),
          Passing.type("identity", "nn.Identity", Category.OTHER, "- identity"));

  private static final Map<String, LayerType> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(LayerType::name, Function.identity()));

  private LayerTypes() {}

  public static Optional<LayerType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static List<String> names() {
    return ALL.stream().map(LayerType::name).toList();
  }
}
