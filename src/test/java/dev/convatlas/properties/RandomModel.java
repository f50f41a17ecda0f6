package dev.convatlas.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A valid model file drawn at random, in several spellings that mean the same, with the figures
 * that it must have. Shapes, parameters and multiply-accumulates are counted while it is drawn, by
 * the definitions of the layers: a convolution of odd kernel k, padded by (k − 1) / 2, has ⌊(n − 1)
 * / s⌋ + 1 positions, C_out · (C_in / groups) · k² weights and C_out biases; a normalisation two
 * numbers for each channel.
 */
final class RandomModel {
  private static final List<String> ACTIVATIONS = List.of("relu", "silu", "hardswish", "gelu");
  private static final List<Integer> KERNELS = List.of(1, 3, 5);

  /** Blocks that uses of them may be written out for: their text, and what they do. */
  private static final List<String> BLOCKS =
      List.of(
          "  unit:",
          "    args: {width: required, kernel: 3, stride: 1, act: relu}",
          "    layers:",
          "      - conv2d: {out_channels: \"${width}\", kernel_size: \"${kernel}\", stride: \"${stride}\","
              + " padding: \"${(kernel - 1) / 2}\", bias: false}",
          "      - batch_norm2d",
          "      - ${act}",
          "  bottle:",
          "    args: {width: required, stride: 1, inner: \"${width * expand}\"}",
          "    layers:",
          "      - residual:",
          "          body:",
          "            - unit: {width: \"${inner}\", kernel: 1}",
          "            - unit: {width: \"${width}\", stride: \"${stride}\"}",
          "          shortcut:",
          "            - unit: {width: \"${width}\", kernel: 1, stride: \"${stride}\"}",
          "              when: ${stride != 1 || in.channels != width}");

  private final SplittableRandom random;
  private final List<String> plain = new ArrayList<>();
  private final List<String> expanded = new ArrayList<>();
  private final int expand;
  private String indent = "";
  private String params = "";
  private long channels;
  private long height;
  private long width;
  private long parameters;
  private long trained;
  private long macs;
  private int layers;
  private int names;
  private boolean counting = true;

  RandomModel(long seed) {
    random = new SplittableRandom(seed);
    expand = 1 + random.nextInt(3);
    params = "params: {expand: " + expand + ", base: 4, depths: [1, 2, 3]}";
    channels = 1L + random.nextInt(6);
    height = 8L + random.nextInt(40);
    width = 8L + random.nextInt(40);
    both("input: [" + channels + ", " + height + ", " + width + "]");
    both("layers:");
    indent = "  ";
    items(2 + random.nextInt(5), 0);
    if (random.nextInt(3) == 0) {
      training();
    }
    head();
  }

  /** With blocks, in one file. */
  String plain() {
    return params + "\nblocks:\n" + String.join("\n", BLOCKS) + "\n" + text(plain);
  }

  /** Each use of a block written out by hand. */
  String expanded() {
    return params + "\n" + text(expanded);
  }

  /** The blocks under other names. */
  String renamed() {
    return plain()
        .replaceAll("\\bunit\\b", "conv_norm_act")
        .replaceAll("\\bbottle\\b", "sandglass");
  }

  /** The blocks in the file {@link #library}. */
  String including() {
    return "include: blocks/library.yaml\n" + params + "\n" + text(plain);
  }

  String library() {
    return params + "\nblocks:\n" + String.join("\n", BLOCKS) + "\n";
  }

  /** Trainable parameters, those of layers that run only in training included. */
  long params() {
    return parameters + trained;
  }

  long paramsInference() {
    return parameters;
  }

  long macs() {
    return macs;
  }

  /** Layers that run in inference. */
  int layers() {
    return layers;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private void both(String line) {
    plain.add(indent + line);
    expanded.add(indent + line);
  }

  private void deeper(Runnable inside) {
    String before = indent;
    indent = before + "    ";
    inside.run();
    indent = before;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String name(String what) {
    return what + "_" + names++;
  }

  private void items(int count, int depth) {
    for (int i = 0; i < count; i++) {
      item(depth);
    }
  }

  private void item(int depth) {
    switch (random.nextInt(depth < 2 ? 12 : 7)) {
      case 0, 1 -> convolution();
      case 2 -> unit();
      case 3 -> bottle();
      case 4 -> {
        both("- " + one(ACTIVATIONS));
        layers++;
      }
      case 5 -> pool();
      case 6 -> {
        both("- batch_norm2d");
        norm();
      }
      case 7 -> group(depth);
      case 8 -> residual();
      case 9 -> parallel();
      case 10 -> loop();
      default -> reference();
    }
  }

  private long strided(long size, int stride) {
    return (size - 1) / stride + 1;
  }

  private int stride() {
    return height > 4 && width > 4 && random.nextInt(3) == 0 ? 2 : 1;
  }

  /** Counts a convolution and takes over its shape. */
  private void conv(long out, int kernel, int stride, long groups, boolean bias) {
    long weights = out * (channels / groups) * kernel * kernel;
    height = strided(height, stride);
    width = strided(width, stride);
    channels = out;
    layers++;
    if (counting) {
      parameters += weights + (bias ? out : 0);
      macs += weights * height * width;
    } else {
      trained += weights + (bias ? out : 0);
      layers--;
    }
  }

  private void norm() {
    layers++;
    parameters += 2 * channels;
  }

  private void convolution() {
    int kernel = one(KERNELS);
    int stride = stride();
    boolean bias = random.nextBoolean();
    boolean depthwise = random.nextInt(3) == 0;
    long out = depthwise ? channels * (1 + random.nextInt(2)) : 1 + random.nextInt(16);
    both(
        "- conv2d: {out_channels: "
            + out
            + ", kernel_size: "
            + kernel
            + ", stride: "
            + stride
            + ", padding: "
            + (kernel - 1) / 2
            + (depthwise ? ", groups: \"${prev.channels}\"" : "")
            + ", bias: "
            + bias
            + "}");
    conv(out, kernel, stride, depthwise ? channels : 1, bias);
  }

  private void unit() {
    long out = 1L + random.nextInt(12);
    int kernel = one(KERNELS);
    int stride = stride();
    String act = one(ACTIVATIONS);
    plain.add(
        indent
            + ("- unit: {width: " + out + ", kernel: " + kernel + ", stride: " + stride)
            + (", act: " + act + "}"));
    writtenUnit(indent, "" + out, "" + kernel, "" + stride, act);
    countUnit(out, kernel, stride);
  }

  /** What a person writes who replaces a use of the block by its layers. */
  private void writtenUnit(String at, String out, String kernel, String stride, String act) {
    expanded.add(at + "- layers:");
    expanded.add(
        at
            + ("    - conv2d: {out_channels: \"${" + out + "}\", kernel_size: \"${" + kernel)
            + ("}\", stride: \"${" + stride + "}\", padding: \"${(" + kernel + " - 1) / 2}\"")
            + ", bias: false}");
    expanded.add(at + "    - batch_norm2d");
    expanded.add(at + "    - " + act);
  }

  private void countUnit(long out, int kernel, int stride) {
    conv(out, kernel, stride, 1, false);
    norm();
    layers++;
  }

  private void bottle() {
    long out = random.nextInt(3) == 0 ? channels : 1 + random.nextInt(12);
    int stride = stride();
    boolean own = random.nextBoolean();
    long inner = own ? 1 + random.nextInt(9) : out * expand;
    plain.add(
        indent
            + ("- bottle: {width: " + out + ", stride: " + stride)
            + (own ? ", inner: " + inner + "}" : "}"));
    boolean projected = stride != 1 || channels != out;
    expanded.add(indent + "- residual:");
    expanded.add(indent + "    body:");
    String at = indent + "      ";
    writtenUnit(at, own ? "" + inner : out + " * expand", "1", "1", "relu");
    writtenUnit(at, "" + out, "3", "" + stride, "relu");
    long[] before = {channels, height, width};
    countUnit(inner, 1, 1);
    countUnit(out, 3, stride);
    if (projected) {
      expanded.add(indent + "    shortcut:");
      writtenUnit(at, "" + out, "1", "" + stride, "relu");
      channels = before[0];
      height = before[1];
      width = before[2];
      countUnit(out, 1, stride);
    }
    layers++; // The sum.
  }

  private void pool() {
    if (height < 3 || width < 3) {
      return;
    }
    both("- " + one(List.of("max", "avg")) + "_pool2d: {kernel_size: 3, stride: 2, padding: 1}");
    height = strided(height, 2);
    width = strided(width, 2);
    layers++;
  }

  private void group(int depth) {
    both("- name: " + name("group"));
    both("  layers:");
    deeper(() -> items(1 + random.nextInt(3), depth + 1));
  }

  /** Its body keeps the shape. */
  private void residual() {
    both("- residual:");
    deeper(
        () -> {
          long out = channels;
          both("- conv2d: {out_channels: " + out + ", kernel_size: 3, padding: 1}");
          conv(out, 3, 1, 1, true);
          both("- " + one(ACTIVATIONS));
          layers++;
        });
    both("  name: " + name("sum"));
    layers++;
  }

  private void parallel() {
    int branches = 1 + random.nextInt(3);
    boolean identity = random.nextBoolean();
    int stride = identity ? 1 : stride();
    long[] before = {channels, height, width};
    long joined = identity ? channels : 0;
    both("- parallel:");
    both("    branches:");
    for (int i = 0; i < branches; i++) {
      long out = 1L + random.nextInt(6);
      channels = before[0];
      height = before[1];
      width = before[2];
      both(
          "      - - conv2d: {out_channels: "
              + (out + ", kernel_size: 3, padding: 1, stride: " + stride + "}"));
      both("        - " + one(ACTIVATIONS));
      conv(out, 3, stride, 1, true);
      layers++;
      joined += out;
    }
    if (identity) {
      both("      - []");
    }
    both("    merge: concat");
    both("  name: " + name("inception"));
    channels = joined;
    layers++;
  }

  private void loop() {
    int times = 1 + random.nextInt(3);
    boolean growing = random.nextBoolean();
    both(growing ? "- for: {i: " + times + "}" : "- repeat: ${depths[" + (times - 1) + "]}");
    both("  name: " + name("stage"));
    both("  layers:");
    String out = growing ? "base * 2 ^ i" : "base + index";
    plain.add(indent + "    - unit: {width: \"${" + out + "}\"}");
    writtenUnit(indent + "    ", out, "3", "1", "relu");
    for (int i = 0; i < times; i++) {
      countUnit(growing ? 4L << i : 4 + i, 3, 1);
    }
  }

  /** A layer by its name, further down, and the same weights once more. */
  private void reference() {
    String name = name("shared");
    long out = channels;
    both("- conv2d: {out_channels: " + out + ", kernel_size: 3, padding: 1, bias: false}");
    both("  name: " + name);
    conv(out, 3, 1, 1, false);
    both("- share: " + name);
    macs += out * out * 9 * height * width;
    layers++;
    both("- add:");
    both("  from: [prev, " + name + "]");
    layers++;
  }

  private void training() {
    counting = false;
    both("- conv2d: {out_channels: 3, kernel_size: 1}");
    both("  training: true");
    long before = channels;
    conv(3, 1, 1, 1, true);
    channels = before;
    counting = true;
  }

  private void head() {
    long classes = 1L + random.nextInt(10);
    both("- adaptive_avg_pool2d: {output_size: 1}");
    both("- flatten");
    both("- linear: {out_features: " + classes + "}");
    layers += 3;
    parameters += channels * classes + classes;
    macs += channels * classes;
  }
}
