package dev.convatlas.layer;

/** Kinds of layer that tools for counting operations tell apart. */
public enum Operation {
  CONVOLUTION,
  TRANSPOSED_CONVOLUTION,
  LINEAR,
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
  /** Mean over axes as a tensor function. */
  MEAN,
  UPSAMPLE_NEAREST,
  UPSAMPLE_LINEAR,
  UPSAMPLE_CUBIC,
  /** Sums, products and maxima of whole tensors. */
  ELEMENTWISE,
  /** Moves, renames or repeats elements: flatten, concat, permute, pad, dropout in evaluation. */
  MOVEMENT,
  /** A table that is looked up, or a parameter that stands by itself. */
  TABLE,
  /** Stated by the author of a model; nothing is known of it. */
  CUSTOM
}
