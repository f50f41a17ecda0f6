package dev.convatlas.tensor;

import dev.convatlas.tensor.Progression.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * A small network along one axis, drawn at random, with what it reads found the slow way: from the
 * definition of each layer, index by index, borders ignored.
 */
final class RandomNetwork {

  /**
   * A layer.
   *
   * @param reach what the code under test says that it reads
   * @param taps input indices that an output index reads, by definition
   */
  private record Operation(String name, Reach reach, LongFunction<LongStream> taps) {}

  /** A layer in the network; several inputs are joined position by position. */
  private record Node(Operation operation, List<Integer> inputs) {}

  private static final Operation JOIN =
      new Operation("join", Reach.SAME, index -> LongStream.of(index));

  private final SplittableRandom random;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Map<Long, Interval>> known = new ArrayList<>();

  /** Node 0 is the input. */
  RandomNetwork(long seed) {
    random = new SplittableRandom(seed);
    add(new Node(JOIN, List.of()));
    int layers = between(2, 7);
    while (nodes.size() <= layers) {
      int last = nodes.size() - 1;
      if (last > 1 && random.nextInt(3) == 0) {
        add(new Node(JOIN, List.of(last, random.nextInt(last))));
      } else {
        add(new Node(layer(), List.of(random.nextInt(4) == 0 ? random.nextInt(last + 1) : last)));
      }
    }
  }

  private void add(Node node) {
    nodes.add(node);
    known.add(new HashMap<>());
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private Operation layer() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> window(between(1, 5), between(1, 3), between(1, 3), between(0, 4));
      case 3, 4 -> transposed(between(1, 5), between(1, 4), between(1, 3), between(0, 3));
      case 5 -> nearest(between(1, 5), between(1, 5));
      case 6 -> linear(between(1, 4), between(1, 4), between(1, 2));
      case 7 -> adaptive(between(1, 6), between(1, 4));
      case 8 -> partition(between(1, 5), between(0, 4));
      default -> slice(between(-3, 3), between(1, 3));
    };
  }

  private static Operation window(long kernel, long stride, long dilation, long padding) {
    return new Operation(
        "window k%d s%d d%d p%d".formatted(kernel, stride, dilation, padding),
        Window.of(kernel, stride, dilation, padding).reach(),
        i -> LongStream.range(0, kernel).map(tap -> i * stride - padding + dilation * tap));
  }

  /** Input j is added to output j · stride − padding + dilation · tap for each tap. */
  private static Operation transposed(long kernel, long stride, long dilation, long padding) {
    return new Operation(
        "transposed k%d s%d d%d p%d".formatted(kernel, stride, dilation, padding),
        Reach.transposed(kernel, stride, dilation, padding).orElseThrow(),
        i ->
            LongStream.range(0, kernel)
                .map(tap -> i + padding - dilation * tap)
                .filter(place -> Math.floorMod(place, stride) == 0)
                .map(place -> Math.floorDiv(place, stride)));
  }

  private static Operation nearest(long in, long out) {
    return new Operation(
        "nearest %d to %d".formatted(in, out),
        Reach.nearest(in, out).orElseThrow(),
        i -> LongStream.of(Math.floorDiv(i * in, out)));
  }

  /** All indices less than the radius away from the place, which is a fraction of 2 · out. */
  private static Operation linear(long in, long out, int radius) {
    return new Operation(
        "interpolated %d to %d, radius %d".formatted(in, out, radius),
        Reach.interpolated(in, out, radius).orElseThrow(),
        i -> {
          long place = (2 * i + 1) * in - out;
          long near = Math.floorDiv(place, 2 * out);
          return near * 2 * out == place
              ? LongStream.of(near)
              : LongStream.rangeClosed(near - radius, near + radius)
                  .filter(index -> Math.abs(index * 2 * out - place) < radius * 2L * out);
        });
  }

  private static Operation adaptive(long in, long out) {
    return new Operation(
        "adaptive %d to %d".formatted(in, out),
        Reach.adaptive(in, out).orElseThrow(),
        i -> LongStream.range(Math.floorDiv(i * in, out), -Math.floorDiv(-(i + 1) * in, out)));
  }

  private static Operation partition(long size, long shift) {
    return new Operation(
        "partition %d shifted %d".formatted(size, shift),
        Reach.partition(size, shift).orElseThrow(),
        i ->
            LongStream.rangeClosed(i - size, i + size)
                .filter(j -> Math.floorDiv(j - shift, size) == Math.floorDiv(i - shift, size)));
  }

  private static Operation slice(long start, long step) {
    return new Operation(
        "slice %d step %d".formatted(start, step),
        Reach.slice(start, step),
        i -> LongStream.of(start + i * step));
  }

  int size() {
    return nodes.size();
  }

  /** The slow way: lowest and highest input index over all taps and paths. */
  Interval reads(int node, long index) {
    Interval found = known.get(node).get(index);
    if (found == null) {
      found = node == 0 ? new Interval(index, index) : union(nodes.get(node), index);
      known.get(node).put(index, found);
    }
    return found;
  }

  private Interval union(Node node, long index) {
    Interval union = Interval.EMPTY;
    for (long tap : node.operation().taps().apply(index).toArray()) {
      for (int input : node.inputs()) {
        union = union.union(reads(input, tap));
      }
    }
    return union;
  }

  /** The way under test; nothing where there are too many phases. */
  List<Optional<AxisField>> fields() {
    Shape shape = Shape.map(1, 1000);
    List<Field> fields = new ArrayList<>();
    fields.add(Field.input("x", shape));
    for (Node node : nodes.subList(1, nodes.size())) {
      Reading reading =
          Reading.of(Map.of(Role.LENGTH, new Reading.Through(node.operation().reach())));
      List<Field> inputs = node.inputs().stream().map(fields::get).toList();
      List<Reading> readings = inputs.stream().map(input -> reading).toList();
      fields.add(Field.after(readings, inputs, shape));
    }
    return fields.stream()
        .map(field -> field.inputs().get("x"))
        .map(axes -> Optional.ofNullable(axes).map(along -> along.get(Role.LENGTH)))
        .toList();
  }

  /** Every way from the input to a node, as the nodes on it. */
  List<List<Integer>> paths(int node) {
    if (node == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> paths = new ArrayList<>();
    for (int input : nodes.get(node).inputs()) {
      for (List<Integer> before : paths(input)) {
        List<Integer> path = new ArrayList<>(before);
        path.add(node);
        paths.add(path);
      }
    }
    return paths;
  }

  /** The slow way along one path. */
  Interval reads(List<Integer> path, long index) {
    if (path.isEmpty()) {
      return new Interval(index, index);
    }
    Interval union = Interval.EMPTY;
    int last = path.size() - 1;
    for (long tap : nodes.get(path.get(last)).operation().taps().apply(index).toArray()) {
      union = union.union(reads(path.subList(0, last), tap));
    }
    return union;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < nodes.size(); i++) {
      text.append(
          "\n%d = %s of %s".formatted(i, nodes.get(i).operation().name(), nodes.get(i).inputs()));
    }
    return text.toString();
  }
}
