package dev.convatlas.graph;

/** Where a tensor comes from. */
public sealed interface Tensor {

  /** An input of the model. */
  record Input(String name) implements Tensor {}

  /** The output of a node. */
  record Output(int node) implements Tensor {}
}
