package dev.convatlas.convention;

import static dev.convatlas.convention.Quantity.INPUTS;
import static dev.convatlas.convention.Quantity.MACS;
import static dev.convatlas.convention.Quantity.OUTPUTS;
import static dev.convatlas.convention.Quantity.OUTPUT_MACS;
import static dev.convatlas.convention.Quantity.SOFTMAX;

import dev.convatlas.layer.Operation;

/**
 * thop 0.1.1 (pytorch-OpCounter): modules that it knows, by their exact type. A transposed
 * convolution is counted as if its kernel were applied at every output position.
 */
final class Thop extends Convention {

  private static final Rule NORM =
      Rule.either(Condition.AFFINE, Rule.times(4, INPUTS), Rule.times(2, INPUTS));

  @Override
  public String name() {
    return "thop-0.1.1";
  }

  @Override
  public Unit unit() {
    return Unit.MACS;
  }

  @Override
  public String source() {
    return "https://github.com/Lyken17/pytorch-OpCounter/blob/master/thop/vision/basic_hooks.py";
  }

  @Override
  public boolean modulesOnly() {
    return true;
  }

  @Override
  Rule stated(Operation operation) {
    return switch (operation) {
      case CONVOLUTION, LINEAR -> Rule.of(MACS);
      case TRANSPOSED_CONVOLUTION -> Rule.of(OUTPUT_MACS);
      case BATCH_NORM, LAYER_NORM, INSTANCE_NORM -> NORM;
      case PRELU -> Rule.of(INPUTS);
      case SOFTMAX -> Rule.of(SOFTMAX);
      case AVERAGE_POOL, UPSAMPLE_NEAREST -> Rule.of(OUTPUTS);
      case ADAPTIVE_AVERAGE_POOL -> Rule.of(INPUTS, OUTPUTS);
      case UPSAMPLE_LINEAR -> Rule.times(5, OUTPUTS);
      case UPSAMPLE_BILINEAR -> Rule.times(11, OUTPUTS);
      // 224 operations for the coefficients of a patch and 35 for each value, in its source.
      case UPSAMPLE_BICUBIC -> Rule.times(224 + 35, OUTPUTS);
      case RECURRENT -> Rule.more(Rule.of(MACS));
      case CUSTOM -> Rule.custom(Rule.of(MACS));
      case DEFORMABLE_CONVOLUTION,
          BILINEAR,
          MATRIX_PRODUCT,
          FUSED_ATTENTION,
          MULTIHEAD_ATTENTION,
          WINDOW_ATTENTION,
          LAYER_NORM_2D,
          GROUP_NORM,
          OTHER_NORM,
          RECTIFIER,
          OTHER_ACTIVATION,
          MAX_POOL,
          ADAPTIVE_MAX_POOL,
          OTHER_POOL,
          MEAN,
          UPSAMPLE_NEAREST_EXACT,
          UPSAMPLE_TRILINEAR,
          UPSAMPLE_AREA,
          ELEMENTWISE,
          VIEW,
          MOVEMENT,
          TABLE,
          PARAMETER ->
          Rule.nothing();
    };
  }
}
