package dev.convatlas.layer;

import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Work;
import java.util.Arrays;
import java.util.Optional;

/** The modes of {@code interpolate}. */
enum Resampling {
  NEAREST("nearest", Operation.UPSAMPLE_NEAREST, 0, 1, 3),
  NEAREST_EXACT("nearest-exact", Operation.UPSAMPLE_NEAREST_EXACT, 0, 1, 3),
  LINEAR("linear", Operation.UPSAMPLE_LINEAR, 1, 1, 1),
  BILINEAR("bilinear", Operation.UPSAMPLE_BILINEAR, 1, 2, 2),
  TRILINEAR("trilinear", Operation.UPSAMPLE_TRILINEAR, 1, 3, 3),
  BICUBIC("bicubic", Operation.UPSAMPLE_BICUBIC, 2, 2, 2),
  AREA("area", Operation.UPSAMPLE_AREA, 0, 1, 3);

  private final String torch;
  private final Operation operation;
  private final int radius;
  private final int fewestAxes;
  private final int mostAxes;

  Resampling(String torch, Operation operation, int radius, int fewestAxes, int mostAxes) {
    this.torch = torch;
    this.operation = operation;
    this.radius = radius;
    this.fewestAxes = fewestAxes;
    this.mostAxes = mostAxes;
  }

  static String[] names() {
    return Arrays.stream(values()).map(Resampling::torch).toArray(String[]::new);
  }

  static Resampling named(String torch) {
    return Arrays.stream(values())
        .filter(mode -> mode.torch.equals(torch))
        .findFirst()
        .orElseThrow();
  }

  String torch() {
    return torch;
  }

  Operation operation() {
    return operation;
  }

  /** Indices read on either side of a place between two of them; 0 where none are mixed. */
  int radius() {
    return radius;
  }

  boolean takes(int spatialAxes) {
    return spatialAxes >= fewestAxes && spatialAxes <= mostAxes;
  }

  /** How many spatial axes the mode is for. */
  String ranks() {
    return fewestAxes == mostAxes ? "" + fewestAxes : fewestAxes + "…" + mostAxes;
  }

  Optional<Reach> reach(long in, long out) {
    return switch (this) {
      case NEAREST -> Reach.nearest(in, out);
      case NEAREST_EXACT -> Reach.nearestCentre(in, out);
      case LINEAR, BILINEAR, TRILINEAR, BICUBIC -> Reach.interpolated(in, out, radius);
      case AREA -> Reach.adaptive(in, out);
    };
  }

  /**
   * One axis after the other: along each, a value is a weighted sum of 2 · radius values. The
   * weights depend on the place alone and are not counted.
   */
  Work work(Formula outputs, int spatialAxes) {
    if (radius == 0) {
      return Work.NONE;
    }
    long taps = 2L * radius;
    long sums = 0;
    for (int i = 0; i < spatialAxes; i++) {
      sums = sums * taps + 1;
    }
    return Work.of(Work.Kind.MULTIPLICATION, Maps.repeated(outputs, sums * taps))
        .and(Work.Kind.ADDITION, Maps.repeated(outputs, sums * (taps - 1)));
  }
}
