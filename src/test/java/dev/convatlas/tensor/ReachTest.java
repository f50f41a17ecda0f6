package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.tensor.Reach.Taps;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What layers read, phase by phase, worked out by hand. */
class ReachTest {

  private static Reach of(long advance, Taps... phases) {
    return new Reach(advance, List.of(phases));
  }

  private static Taps taps(long first, long last) {
    return new Taps(first, last, 1);
  }

  @Test
  void adaptivePoolingOfEightToFive() {
    // ⌊8i/5⌋ … ⌈8(i + 1)/5⌉ − 1
    assertThat(Reach.adaptive(8, 5))
        .contains(of(8, taps(0, 1), taps(1, 3), taps(3, 4), taps(4, 6), taps(6, 7)));
  }

  @Test
  void nearestOfTwoToThree() {
    assertThat(Reach.nearest(2, 3)).contains(of(2, Taps.one(0), Taps.one(0), Taps.one(1)));
  }

  @Test
  void nearestCentreOfFourToSix() {
    // ⌊(i + ½) · 2/3⌋ for i = 0, 1, 2: ⌊1/3⌋, ⌊1⌋, ⌊5/3⌋
    assertThat(Reach.nearestCentre(4, 6)).contains(of(2, Taps.one(0), Taps.one(1), Taps.one(1)));
  }

  @Test
  void bilinearTimesTwo() {
    // Output 0 lies at −¼, output 1 at ¼.
    assertThat(Reach.interpolated(5, 10, 1)).contains(of(1, taps(-1, 0), taps(0, 1)));
  }

  @Test
  void bilinearTimesThreeHitsThePixelItself() {
    assertThat(Reach.interpolated(1, 3, 1)).contains(of(1, taps(-1, 0), Taps.one(0), taps(0, 1)));
  }

  @Test
  void bicubicReadsTwoOnEitherSide() {
    assertThat(Reach.interpolated(1, 2, 2)).contains(of(1, taps(-2, 1), taps(-1, 2)));
  }

  @Test
  void alignedCorners() {
    // Five to nine: steps of 4/8.
    assertThat(Reach.aligned(5, 9, 1)).contains(of(1, Taps.one(0), taps(0, 1)));
  }

  @Test
  void transposedKernelThreeStrideTwo() {
    // Output 0 is tap 0 of input 0 and tap 2 of input −1; output 1 is tap 1 of input 0.
    assertThat(Reach.transposed(3, 2, 1, 0)).contains(of(1, taps(-1, 0), Taps.one(0)));
  }

  @Test
  void windowsShiftedByThree() {
    assertThat(Reach.partition(4, 3).orElseThrow().phases())
        .containsExactly(taps(-1, 2), taps(-1, 2), taps(-1, 2), taps(3, 6));
  }

  @Test
  void aGridOfTwoOverSix() {
    assertThat(Reach.grid(6, 2).orElseThrow().phases().subList(0, 4))
        .containsExactly(
            new Taps(0, 3, 3), new Taps(1, 4, 3), new Taps(2, 5, 3), new Taps(0, 3, 3));
  }

  @Test
  void rolledByOne() {
    assertThat(Reach.rolled(3, 1)).contains(of(3, Taps.one(2), Taps.one(0), Taps.one(1)));
  }

  @Test
  void tooManyPhases() {
    assertThat(Reach.nearest(4999, 5000)).isEqualTo(Optional.empty());
    assertThat(Reach.partition(5000, 0)).isEmpty();
  }
}
