package dev.convatlas.convention;

import static dev.convatlas.convention.Quantity.BIAS;
import static dev.convatlas.convention.Quantity.MACS;
import static dev.convatlas.convention.Quantity.OUTPUT_MACS;
import static dev.convatlas.convention.Quantity.PARAMETERS;
import static dev.convatlas.convention.Quantity.STEP_PARAMETERS;

import dev.convatlas.layer.Operation;

/**
 * torchinfo's total mult-adds: each parameter of a module without children, once for every position
 * of its output where the module is a convolution or a linear layer, for every token where it is
 * recurrent, else once.
 */
final class Torchinfo extends Convention {

  @Override
  public String name() {
    return "torchinfo";
  }

  @Override
  public Unit unit() {
    return Unit.MACS;
  }

  @Override
  public String source() {
    return "https://github.com/TylerYep/torchinfo/blob/main/torchinfo/layer_info.py";
  }

  @Override
  public boolean modulesOnly() {
    return true;
  }

  @Override
  Rule stated(Operation operation) {
    return switch (operation) {
      case CONVOLUTION, DEFORMABLE_CONVOLUTION, LINEAR -> Rule.of(MACS, BIAS);
      case TRANSPOSED_CONVOLUTION -> Rule.of(OUTPUT_MACS, BIAS);
      case BATCH_NORM,
          LAYER_NORM,
          LAYER_NORM_2D,
          INSTANCE_NORM,
          GROUP_NORM,
          OTHER_NORM,
          PRELU,
          BILINEAR,
          TABLE ->
          Rule.of(PARAMETERS);
      case RECURRENT -> Rule.of(STEP_PARAMETERS);
      case CUSTOM -> Rule.custom(Rule.of(MACS));
      case MATRIX_PRODUCT,
          FUSED_ATTENTION,
          MULTIHEAD_ATTENTION,
          WINDOW_ATTENTION,
          RECTIFIER,
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
          PARAMETER ->
          Rule.nothing();
    };
  }
}
