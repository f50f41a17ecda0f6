package dev.convatlas.analysis.memory;

import dev.convatlas.analysis.Count;

/** A type of number that weights and activations may be kept in. */
public enum NumberType {
  FP32("fp32", 4),
  FP16("fp16", 2),
  INT8("int8", 1);

  private final String text;
  private final int bytes;

  NumberType(String text, int bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** As data files and pages write it. */
  public String text() {
    return text;
  }

  /**
   * @throws ArithmeticException when it does not fit into 63 bits
   */
  public long bytes(long elements) {
    return Math.multiplyExact(elements, (long) bytes);
  }

  /** Bytes of so many elements; a lower bound stays one. */
  public Count bytes(Count elements) {
    return new Count(bytes(elements.value()), elements.missing());
  }
}
