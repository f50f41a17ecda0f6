package dev.convatlas.layer;

/** Kinds of layer that tools for counting operations tell apart. */
public enum Operation {
  CONVOLUTION,
  TRANSPOSED_CONVOLUTION,
  /** Convolution whose taps are moved by offsets that the data gives. */
  DEFORMABLE_CONVOLUTION,
  LINEAR,
  /** PyTorch's Bilinear module, of two inputs. */
  BILINEAR,
  MATRIX_PRODUCT,
  /** Scaled dot-product attention as one fused call. */
  FUSED_ATTENTION,
  /** PyTorch's MultiheadAttention module: projections and attention together. */
  MULTIHEAD_ATTENTION,
  /** Attention written out with linear layers and matrix products, as torchvision's Swin does. */
  WINDOW_ATTENTION,
  RECURRENT,
  BATCH_NORM,
  LAYER_NORM,
  /** ConvNeXt's normalisation over channels of a map; a type of its own that no tool knows. */
  LAYER_NORM_2D,
  INSTANCE_NORM,
  GROUP_NORM,
  OTHER_NORM,
  /** Activations that ptflops counts one operation per element: relu, relu6, elu, gelu… */
  RECTIFIER,
  PRELU,
  /** Activations that no tool counts: sigmoid, silu, hardswish… */
  OTHER_ACTIVATION,
  SOFTMAX,
  MAX_POOL,
  AVERAGE_POOL,
  ADAPTIVE_AVERAGE_POOL,
  ADAPTIVE_MAX_POOL,
  /** Power-average pooling. */
  OTHER_POOL,
  /** Mean over axes as a tensor function. */
  MEAN,
  UPSAMPLE_NEAREST,
  UPSAMPLE_NEAREST_EXACT,
  UPSAMPLE_LINEAR,
  UPSAMPLE_BILINEAR,
  UPSAMPLE_TRILINEAR,
  UPSAMPLE_BICUBIC,
  UPSAMPLE_AREA,
  /** Sums, products and maxima of whole tensors. */
  ELEMENTWISE,
  /**
   * Names the elements of its input anew, or some of them, without writing any: flatten, permute,
   * slice, chunk; dropout and identity when the network is evaluated.
   */
  VIEW,
  /** Writes elements elsewhere, without arithmetic: concat, pad, roll, pixel shuffle. */
  MOVEMENT,
  /** A table that is looked up: an embedding. */
  TABLE,
  /** A parameter that stands by itself and takes no input. */
  PARAMETER,
  /** Stated by the author of a model; nothing is known of it. */
  CUSTOM
}
