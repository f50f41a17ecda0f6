package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.COMPARISON;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one list of layer types, in the order of the layer reference. */
public final class LayerTypes {

  public static final List<LayerType> ALL =
      List.of(
          Convolution.type(1, "- conv1d: {out_channels: 64, kernel_size: 9, padding: same}"),
          Convolution.type(
              2, "- conv2d: {out_channels: 64, kernel_size: 7, stride: 2, padding: 3}"),
          Convolution.type(3, "- conv3d: {out_channels: 64, kernel_size: [1, 7, 7]}"),
          TransposedConvolution.type(
              1, "- conv_transpose1d: {out_channels: 64, kernel_size: 4, stride: 2, padding: 1}"),
          TransposedConvolution.type(
              2, "- conv_transpose2d: {out_channels: 64, kernel_size: 2, stride: 2}"),
          TransposedConvolution.type(
              3, "- conv_transpose3d: {out_channels: 64, kernel_size: 2, stride: 2}"),
          DeformableConvolution.TYPE,
          Linear.TYPE,
          Bilinear.TYPE,
          Matmul.TYPE,
          BatchNorm.type(1, "- batch_norm1d"),
          BatchNorm.type(2, "- batch_norm2d"),
          BatchNorm.type(3, "- batch_norm3d"),
          LayerNorm.TYPE,
          LayerNorm2d.TYPE,
          GroupNorm.TYPE,
          InstanceNorm.type(1, "- instance_norm1d"),
          InstanceNorm.type(2, "- instance_norm2d"),
          InstanceNorm.type(3, "- instance_norm3d"),
          LocalResponseNorm.TYPE,
          RmsNorm.TYPE,
          GlobalResponseNorm.TYPE,
          Activations.RELU,
          Activations.RELU6,
          Activations.LEAKY_RELU,
          Prelu.TYPE,
          Activations.ELU,
          Activations.SELU,
          Activations.GELU,
          Activations.SILU,
          Activations.MISH,
          Activations.SIGMOID,
          Activations.HARDSIGMOID,
          Activations.HARDSWISH,
          Activations.TANH,
          Activations.HARDTANH,
          Activations.SOFTSIGN,
          Activations.LOG_SIGMOID,
          Activations.SOFTPLUS,
          Softmax.type("softmax", "nn.Softmax", false),
          Softmax.type("log_softmax", "nn.LogSoftmax", true),
          Glu.TYPE,
          Pool.max(1, "- max_pool1d: {kernel_size: 2}"),
          Pool.max(2, "- max_pool2d: {kernel_size: 3, stride: 2, padding: 1}"),
          Pool.max(3, "- max_pool3d: {kernel_size: 2}"),
          Pool.average(1, "- avg_pool1d: {kernel_size: 2}"),
          Pool.average(2, "- avg_pool2d: {kernel_size: 2}"),
          Pool.average(3, "- avg_pool3d: {kernel_size: 2}"),
          LpPool.type(1, "- lp_pool1d: {norm_type: 2, kernel_size: 2}"),
          LpPool.type(2, "- lp_pool2d: {norm_type: 2, kernel_size: 2}"),
          LpPool.type(3, "- lp_pool3d: {norm_type: 2, kernel_size: 2}"),
          AdaptivePool.type("avg", 1, "- adaptive_avg_pool1d: {output_size: 1}"),
          AdaptivePool.type("avg", 2, "- adaptive_avg_pool2d: {output_size: [7, 7]}"),
          AdaptivePool.type("avg", 3, "- adaptive_avg_pool3d: {output_size: 1}"),
          AdaptivePool.type("max", 1, "- adaptive_max_pool1d: {output_size: 1}"),
          AdaptivePool.type("max", 2, "- adaptive_max_pool2d: {output_size: 1}"),
          AdaptivePool.type("max", 3, "- adaptive_max_pool3d: {output_size: 1}"),
          Mean.TYPE,
          Elementwise.type("add", ADDITION, "- add: {}\n  from: [prev, skip]"),
          Elementwise.type("sub", ADDITION, "- sub: {}\n  from: [left, right]"),
          Elementwise.type("mul", MULTIPLICATION, "- mul: {}\n  from: [features, gate]"),
          Elementwise.type("max", COMPARISON, "- max: {}\n  from: [left, right]"),
          Concat.TYPE,
          Stack.TYPE,
          Split.TYPE,
          Chunk.TYPE,
          Slice.TYPE,
          Select.TYPE,
          Flatten.TYPE,
          Unflatten.TYPE,
          Reshape.TYPE,
          Permute.TYPE,
          Transpose.TYPE,
          ChannelShuffle.TYPE,
          Roll.TYPE,
          Pad.TYPE,
          PixelShuffle.TYPE,
          PixelUnshuffle.TYPE,
          Interpolate.TYPE,
          DotProductAttention.TYPE,
          MultiheadAttention.TYPE,
          WindowAttention.TYPE,
          Passing.dropout("dropout", "nn.Dropout"),
          Passing.dropout("dropout2d", "nn.Dropout2d"),
          Passing.STOCHASTIC_DEPTH,
          LayerScale.TYPE,
          Passing.IDENTITY,
          Recurrent.LSTM,
          Recurrent.GRU,
          Embedding.TYPE,
          Parameter.TYPE,
          Custom.TYPE);

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
