package dev.convatlas.convention;

import static dev.convatlas.convention.Quantity.BIAS;
import static dev.convatlas.convention.Quantity.EXPONENTIALS;
import static dev.convatlas.convention.Quantity.INPUTS;
import static dev.convatlas.convention.Quantity.MACS;
import static dev.convatlas.convention.Quantity.OUTPUTS;

import dev.convatlas.layer.Operation;

/**
 * ptflops with its {@code pytorch} backend and {@code count_functional} off: modules that it knows,
 * activations and pools among them. Its default run counts some modules twice, since their forward
 * calls a function that it counts too.
 */
final class PtflopsModules extends Convention {

  private static final Rule NORM =
      Rule.either(Condition.AFFINE, Rule.times(2, INPUTS), Rule.of(INPUTS));

  /**
   * Projections and attention, the scaling of the queries and the softmax. The bias of the last
   * projection is counted also where there is none.
   */
  private static final Rule ATTENTION =
      Rule.either(
          Condition.BIASED,
          Rule.of(MACS, BIAS, OUTPUTS, EXPONENTIALS),
          Rule.of(MACS, EXPONENTIALS).plus(2, OUTPUTS));

  @Override
  public String name() {
    return "ptflops-modules";
  }

  @Override
  public Unit unit() {
    return Unit.MACS;
  }

  @Override
  public String source() {
    return "https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/pytorch_ops.py";
  }

  @Override
  public boolean modulesOnly() {
    return true;
  }

  @Override
  Rule stated(Operation operation) {
    return switch (operation) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR -> Rule.of(MACS, BIAS);
      case MULTIHEAD_ATTENTION -> ATTENTION;
      case BATCH_NORM, INSTANCE_NORM, GROUP_NORM -> NORM;
      // A LayerNorm has no attribute called affine, which ptflops looks for.
      case LAYER_NORM -> Rule.of(INPUTS);
      case RECTIFIER, PRELU -> Rule.of(OUTPUTS);
      case MAX_POOL, AVERAGE_POOL, ADAPTIVE_AVERAGE_POOL, ADAPTIVE_MAX_POOL -> Rule.of(INPUTS);
      case UPSAMPLE_NEAREST,
          UPSAMPLE_NEAREST_EXACT,
          UPSAMPLE_LINEAR,
          UPSAMPLE_BILINEAR,
          UPSAMPLE_TRILINEAR,
          UPSAMPLE_BICUBIC,
          UPSAMPLE_AREA ->
          Rule.of(OUTPUTS);
      case DEFORMABLE_CONVOLUTION, RECURRENT -> Rule.more(Rule.of(MACS, BIAS));
      case CUSTOM -> Rule.custom(Rule.of(MACS));
      case BILINEAR,
          MATRIX_PRODUCT,
          FUSED_ATTENTION,
          WINDOW_ATTENTION,
          LAYER_NORM_2D,
          OTHER_NORM,
          OTHER_ACTIVATION,
          SOFTMAX,
          OTHER_POOL,
          MEAN,
          ELEMENTWISE,
          VIEW,
          MOVEMENT,
          TABLE,
          PARAMETER ->
          Rule.nothing();
    };
  }
}
