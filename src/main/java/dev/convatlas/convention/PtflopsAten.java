package dev.convatlas.convention;

import static dev.convatlas.convention.Quantity.BIAS;
import static dev.convatlas.convention.Quantity.MACS;

import dev.convatlas.layer.Operation;

/**
 * ptflops with its {@code aten} backend: multiply-accumulates of convolutions and matrix products,
 * and one more for each output element that gets a bias.
 */
final class PtflopsAten extends Convention {

  @Override
  public String name() {
    return "ptflops-aten";
  }

  @Override
  public Unit unit() {
    return Unit.MACS;
  }

  @Override
  public String source() {
    return "https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/aten_ops.py";
  }

  @Override
  public boolean modulesOnly() {
    return false;
  }

  @Override
  Rule stated(Operation operation) {
    return switch (operation) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR, MATRIX_PRODUCT, WINDOW_ATTENTION ->
          Rule.of(MACS, BIAS);
      case BILINEAR, RECURRENT -> Rule.more(Rule.nothing());
      case CUSTOM -> Rule.custom(Rule.of(MACS));
      case DEFORMABLE_CONVOLUTION,
          FUSED_ATTENTION,
          MULTIHEAD_ATTENTION,
          BATCH_NORM,
          LAYER_NORM,
          LAYER_NORM_2D,
          INSTANCE_NORM,
          GROUP_NORM,
          OTHER_NORM,
          RECTIFIER,
          PRELU,
          OTHER_ACTIVATION,
          SOFTMAX,
          MAX_POOL,
          AVERAGE_POOL,
          ADAPTIVE_AVERAGE_POOL,
          ADAPTIVE_MAX_POOL,
          OTHER_POOL,
          MEAN,
          UPSAMPLE_NEAREST,
          UPSAMPLE_NEAREST_EXACT,
          UPSAMPLE_LINEAR,
          UPSAMPLE_BILINEAR,
          UPSAMPLE_TRILINEAR,
          UPSAMPLE_BICUBIC,
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
