package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.COMPARISON;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The activations that act on each element by itself, with what one element costs. Source of each
 * formula: PyTorch's documentation of the module.
 */
final class Activations {
  private static final Argument<BigDecimal> ALPHA =
      Argument.optional("alpha", Kinds.NUMBER, BigDecimal.ONE, "1.0");
  private static final Argument<BigDecimal> BETA =
      Argument.optional("beta", Kinds.NUMBER, BigDecimal.ONE, "1");
  private static final Argument<BigDecimal> THRESHOLD =
      Argument.optional("threshold", Kinds.NUMBER, BigDecimal.valueOf(20), "20");
  private static final Argument<BigDecimal> SLOPE =
      Argument.optional("negative_slope", Kinds.NUMBER, new BigDecimal("0.01"), "0.01");
  private static final Argument<String> APPROXIMATE =
      Argument.optional("approximate", Kinds.oneOf("none", "tanh"), "none", "none");

  /** max(0, x). */
  static final LayerType RELU =
      Activation.type(
          "relu", "nn.ReLU", Operation.RECTIFIER, Map.of(COMPARISON, 1L), Argument.INPLACE);

  /** min(max(0, x), 6). */
  static final LayerType RELU6 =
      Activation.type(
          "relu6", "nn.ReLU6", Operation.RECTIFIER, Map.of(COMPARISON, 2L), Argument.INPLACE);

  /** max(0, x) + slope · min(0, x). */
  static final LayerType LEAKY_RELU =
      Activation.type(
          "leaky_relu",
          "nn.LeakyReLU",
          Operation.RECTIFIER,
          Map.of(COMPARISON, 1L, MULTIPLICATION, 1L),
          SLOPE,
          Argument.INPLACE);

  /** x, or α · (exp x − 1) below zero. */
  static final LayerType ELU =
      Activation.type(
          "elu",
          "nn.ELU",
          Operation.RECTIFIER,
          Map.of(COMPARISON, 1L, TRANSCENDENTAL, 1L, ADDITION, 1L, MULTIPLICATION, 1L),
          ALPHA,
          Argument.INPLACE);

  /** scale · elu(x). */
  static final LayerType SELU =
      Activation.type(
          "selu",
          "nn.SELU",
          Operation.OTHER_ACTIVATION,
          Map.of(COMPARISON, 1L, TRANSCENDENTAL, 1L, ADDITION, 1L, MULTIPLICATION, 2L),
          Argument.INPLACE);

  /** x · ½ · (1 + erf(x · √½)), or with tanh(√(2/π) · (x + 0.044715 · x³)) for erf. */
  static final LayerType GELU =
      new LayerType(
          "gelu",
          "nn.GELU",
          Category.ACTIVATION,
          Arity.ONE,
          List.of(APPROXIMATE),
          "- gelu",
          arguments -> gelu(arguments.get(APPROXIMATE).equals("tanh")));

  /** x / (1 + exp −x). */
  static final LayerType SILU =
      Activation.type(
          "silu",
          "nn.SiLU",
          Operation.OTHER_ACTIVATION,
          Map.of(TRANSCENDENTAL, 1L, ADDITION, 1L, DIVISION, 1L),
          Argument.INPLACE);

  /** x · tanh(log(1 + exp x)). */
  static final LayerType MISH =
      Activation.type(
          "mish",
          "nn.Mish",
          Operation.OTHER_ACTIVATION,
          Map.of(TRANSCENDENTAL, 3L, ADDITION, 1L, MULTIPLICATION, 1L),
          Argument.INPLACE);

  /** 1 / (1 + exp −x). */
  static final LayerType SIGMOID =
      Activation.type(
          "sigmoid",
          "nn.Sigmoid",
          Operation.OTHER_ACTIVATION,
          Map.of(TRANSCENDENTAL, 1L, ADDITION, 1L, DIVISION, 1L));

  /** relu6(x + 3) / 6. */
  static final LayerType HARDSIGMOID =
      Activation.type(
          "hardsigmoid",
          "nn.Hardsigmoid",
          Operation.OTHER_ACTIVATION,
          Map.of(ADDITION, 1L, COMPARISON, 2L, DIVISION, 1L),
          Argument.INPLACE);

  /** x · relu6(x + 3) / 6. */
  static final LayerType HARDSWISH =
      Activation.type(
          "hardswish",
          "nn.Hardswish",
          Operation.OTHER_ACTIVATION,
          Map.of(ADDITION, 1L, COMPARISON, 2L, MULTIPLICATION, 1L, DIVISION, 1L),
          Argument.INPLACE);

  static final LayerType TANH =
      Activation.type("tanh", "nn.Tanh", Operation.OTHER_ACTIVATION, Map.of(TRANSCENDENTAL, 1L));

  /** x bounded on both sides. */
  static final LayerType HARDTANH =
      Activation.type(
          "hardtanh",
          "nn.Hardtanh",
          Operation.OTHER_ACTIVATION,
          Map.of(COMPARISON, 2L),
          Argument.optional("min_val", Kinds.NUMBER, BigDecimal.ONE.negate(), "-1.0"),
          Argument.optional("max_val", Kinds.NUMBER, BigDecimal.ONE, "1.0"),
          Argument.INPLACE);

  /** x / (1 + |x|). */
  static final LayerType SOFTSIGN =
      Activation.type(
          "softsign",
          "nn.Softsign",
          Operation.OTHER_ACTIVATION,
          Map.of(COMPARISON, 1L, ADDITION, 1L, DIVISION, 1L));

  /** log(1 / (1 + exp −x)). */
  static final LayerType LOG_SIGMOID =
      Activation.type(
          "log_sigmoid",
          "nn.LogSigmoid",
          Operation.OTHER_ACTIVATION,
          Map.of(TRANSCENDENTAL, 2L, ADDITION, 1L, DIVISION, 1L));

  /** log(1 + exp(β · x)) / β, and x itself beyond the threshold. */
  static final LayerType SOFTPLUS =
      Activation.type(
          "softplus",
          "nn.Softplus",
          Operation.OTHER_ACTIVATION,
          Map.of(
              TRANSCENDENTAL, 2L, ADDITION, 1L, MULTIPLICATION, 1L, DIVISION, 1L, COMPARISON, 1L),
          BETA,
          THRESHOLD);

  private Activations() {}

  private static Layer gelu(boolean tanh) {
    Map<Work.Kind, Long> exact = Map.of(MULTIPLICATION, 3L, ADDITION, 1L, TRANSCENDENTAL, 1L);
    Map<Work.Kind, Long> approximate = Map.of(MULTIPLICATION, 6L, ADDITION, 2L, TRANSCENDENTAL, 1L);
    return new Activation(Operation.RECTIFIER, tanh ? approximate : exact);
  }
}
