package dev.convatlas.convention;

import static dev.convatlas.convention.Quantity.INPUTS;
import static dev.convatlas.convention.Quantity.MACS;
import static dev.convatlas.convention.Quantity.OUTPUTS;

import dev.convatlas.layer.Operation;

/**
 * fvcore's {@code FlopCountAnalysis}: the operators of the traced graph that it knows, a
 * multiply-accumulate counted once. Attention in evaluation is one fused operator, which it does
 * not know.
 */
final class Fvcore extends Convention {

  /** Five operations per element with scale and shift, four without. */
  private static final Rule NORM =
      Rule.either(Condition.AFFINE, Rule.times(5, INPUTS), Rule.times(4, INPUTS));

  /** With running statistics two operations per element with scale and shift, one without. */
  private static final Rule BATCH_NORM =
      Rule.either(
          Condition.TRACKED,
          Rule.either(Condition.AFFINE, Rule.times(2, INPUTS), Rule.of(INPUTS)),
          NORM);

  @Override
  public String name() {
    return "fvcore";
  }

  @Override
  public Unit unit() {
    return Unit.FLOPS;
  }

  @Override
  public String source() {
    return "https://github.com/facebookresearch/fvcore/blob/main/fvcore/nn/jit_handles.py";
  }

  @Override
  public boolean modulesOnly() {
    return false;
  }

  @Override
  Rule stated(Operation operation) {
    return switch (operation) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR, MATRIX_PRODUCT, WINDOW_ATTENTION ->
          Rule.of(MACS);
      case BATCH_NORM -> BATCH_NORM;
      case LAYER_NORM, LAYER_NORM_2D, INSTANCE_NORM, GROUP_NORM -> NORM;
      case ADAPTIVE_AVERAGE_POOL, UPSAMPLE_AREA ->
          Rule.either(Condition.PLANE, Rule.of(INPUTS), Rule.nothing());
      case UPSAMPLE_NEAREST -> Rule.either(Condition.PLANE, Rule.of(OUTPUTS), Rule.nothing());
      case UPSAMPLE_BILINEAR -> Rule.times(4, OUTPUTS);
      case CUSTOM -> Rule.custom(Rule.of(MACS));
      case DEFORMABLE_CONVOLUTION,
          BILINEAR,
          FUSED_ATTENTION,
          MULTIHEAD_ATTENTION,
          RECURRENT,
          OTHER_NORM,
          RECTIFIER,
          PRELU,
          OTHER_ACTIVATION,
          SOFTMAX,
          MAX_POOL,
          AVERAGE_POOL,
          ADAPTIVE_MAX_POOL,
          OTHER_POOL,
          MEAN,
          UPSAMPLE_NEAREST_EXACT,
          UPSAMPLE_LINEAR,
          UPSAMPLE_TRILINEAR,
          UPSAMPLE_BICUBIC,
          ELEMENTWISE,
          VIEW,
          MOVEMENT,
          TABLE,
          PARAMETER ->
          Rule.nothing();
    };
  }
}
