package dev.convatlas.convention;

import dev.convatlas.layer.Operation;

/**
 * The figure that torchvision prints as GFLOPS: multiply-accumulates of convolutions, linear layers
 * and every matrix product, those of attention included.
 */
final class Torchvision extends Convention {

  @Override
  public String name() {
    return "torchvision";
  }

  @Override
  public Unit unit() {
    return Unit.MACS;
  }

  @Override
  public String source() {
    return "https://docs.pytorch.org/vision/stable/models.html";
  }

  @Override
  public boolean modulesOnly() {
    return false;
  }

  @Override
  Rule stated(Operation operation) {
    return counted(operation, 1);
  }

  /** So many operations for each multiply-accumulate. */
  static Rule counted(Operation operation, long each) {
    return switch (operation) {
      case CONVOLUTION,
          TRANSPOSED_CONVOLUTION,
          DEFORMABLE_CONVOLUTION,
          LINEAR,
          BILINEAR,
          MATRIX_PRODUCT,
          FUSED_ATTENTION,
          MULTIHEAD_ATTENTION,
          WINDOW_ATTENTION,
          RECURRENT,
          CUSTOM ->
          Rule.times(each, Quantity.MACS);
      case BATCH_NORM,
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
