package dev.convatlas.layer;

/** Headings of the layer reference. */
public enum Category {
  CONVOLUTION,
  LINEAR,
  NORMALISATION,
  ACTIVATION,
  POOLING,
  JOINING,
  SHAPING,
  RESAMPLING,
  ATTENTION,
  REGULARISATION,
  RECURRENT,
  OTHER
}
