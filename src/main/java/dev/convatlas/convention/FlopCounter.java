package dev.convatlas.convention;

import static dev.convatlas.convention.Quantity.MACS;

import dev.convatlas.layer.Operation;

/**
 * PyTorch's {@code torch.utils.flop_counter.FlopCounterMode}, on the CPU and without gradients: two
 * operations for each multiply-accumulate of convolutions and matrix products. It does not know the
 * CPU's fused attention.
 */
final class FlopCounter extends Convention {

  @Override
  public String name() {
    return "flop-counter";
  }

  @Override
  public Unit unit() {
    return Unit.FLOPS;
  }

  @Override
  public String source() {
    return "https://github.com/pytorch/pytorch/blob/main/torch/utils/flop_counter.py";
  }

  @Override
  public boolean modulesOnly() {
    return false;
  }

  @Override
  Rule stated(Operation operation) {
    return switch (operation) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR, MATRIX_PRODUCT, WINDOW_ATTENTION ->
          Rule.times(2, MACS);
      case BILINEAR, RECURRENT -> Rule.more(Rule.nothing());
      case CUSTOM -> Rule.custom(Rule.times(2, MACS));
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
