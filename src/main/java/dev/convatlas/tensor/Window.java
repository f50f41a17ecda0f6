package dev.convatlas.tensor;

import java.util.List;

/**
 * A sliding window along one axis: the arithmetic that convolution and pooling share.
 *
 * <p>Source: PyTorch's documentation of {@code Conv2d} and {@code MaxPool2d} for the size; A.
 * Araujo, W. Norris, J. Sim, <i>Computing Receptive Fields of Convolutional Neural Networks</i>,
 * Distill 2019, for what an output index reads.
 *
 * @param kernel number of taps, at least 1
 * @param stride input indices for each step of the output, at least 1
 * @param dilation input indices between two taps, at least 1
 * @param before padding on the low side, at least 0
 * @param after padding on the high side, at least 0
 * @param ceil whether a last window that is cut off by the padded input's end counts
 */
public record Window(
    long kernel, long stride, long dilation, long before, long after, boolean ceil) {

  public static Window of(long kernel, long stride, long dilation, long padding) {
    return new Window(kernel, stride, dilation, padding, padding, false);
  }

  /** Input indices from the first tap to the last: dilation · (kernel − 1) + 1. */
  public long extent() {
    return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
  }

  /**
   * Number of output indices: ⌊(in + before + after − extent) / stride⌋ + 1. With {@code ceil} the
   * quotient is rounded up, except that a window must start inside the input or the low padding.
   * Less than 1 when the window does not fit.
   */
  public long count(long in) {
    long room = Math.addExact(in, Math.addExact(before, after)) - extent();
    if (room < 0 && !ceil) {
      return 0;
    }
    if (!ceil) {
      return room / stride + 1;
    }
    long count = -Math.floorDiv(-room, stride) + 1;
    return (count - 1) * stride >= in + before ? count - 1 : count;
  }

  /** Input rows at the high end that no window reads, padding left out. */
  public long dropped(long in) {
    long lastRead = (count(in) - 1) * stride - before + extent();
    return Math.max(0, in - lastRead);
  }

  public Reach reach() {
    return new Reach(stride, List.of(new Reach.Taps(-before, -before + extent() - 1, dilation)));
  }

  /** The formula of {@link #count} with this window's values, without the result. */
  public String countFormula(long in) {
    String padding =
        before == after ? (before == 0 ? "" : " + 2 · " + before) : " + " + before + " + " + after;
    String extent = dilation == 1 ? "" + kernel : dilation + " · (" + kernel + " − 1) − 1";
    String room = in + padding + " − " + extent;
    String open = ceil ? "⌈" : "⌊";
    String close = ceil ? "⌉" : "⌋";
    return stride == 1 ? room + " + 1" : open + "(" + room + ") / " + stride + close + " + 1";
  }

  /**
   * The window that gives ⌈in / stride⌉ outputs, with the odd element of padding at the high end as
   * TensorFlow's {@code SAME} puts it.
   */
  public static Window same(long in, long kernel, long stride, long dilation) {
    long out = -Math.floorDiv(-in, stride);
    long total = Math.max(0, (out - 1) * stride + dilation * (kernel - 1) + 1 - in);
    return new Window(kernel, stride, dilation, total / 2, total - total / 2, false);
  }
}
