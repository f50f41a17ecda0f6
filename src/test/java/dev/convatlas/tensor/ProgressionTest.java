package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.tensor.Progression.Interval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressionTest {

  private static Progression through(Reach... layers) {
    Progression progression = Progression.INPUT;
    for (Reach layer : layers) {
      progression = progression.through(layer).orElseThrow();
    }
    return progression;
  }

  private static Reach window(long kernel, long stride, long padding) {
    return Window.of(kernel, stride, 1, padding).reach();
  }

  private static Progression of(long advance, Interval... phases) {
    return new Progression(advance, List.of(phases));
  }

  private static Interval interval(long low, long high) {
    return new Interval(low, high);
  }

  /** Araujo et al., Distill 2019: AlexNet's last pool has size 195, stride 32. */
  @Test
  void alexNet() {
    Progression field =
        through(
            window(11, 4, 2),
            window(3, 2, 0),
            window(5, 1, 2),
            window(3, 2, 0),
            window(3, 1, 1),
            window(3, 1, 1),
            window(3, 1, 1),
            window(3, 2, 0));
    assertThat(field.size()).isEqualTo(195);
    assertThat(field.jump()).isEqualTo(new Ratio(32, 1));
  }

  /** By hand: r = 1 + 2 + 2·2, starting 1 + 2 pixels before the input. */
  @Test
  void aWindowMultipliesTheJump() {
    assertThat(through(window(3, 2, 1), window(3, 2, 1))).isEqualTo(of(4, interval(-3, 3)));
  }

  /** By hand: a kernel of 3 over doubled pixels reads two of them, whichever phase. */
  @Test
  void upSamplingMakesPhases() {
    Progression doubled = through(Reach.nearest(1, 2).orElseThrow());
    assertThat(doubled).isEqualTo(of(1, interval(0, 0), interval(0, 0)));
    assertThat(doubled.jump()).hasToString("1/2");
    assertThat(doubled.through(window(3, 1, 1))).contains(of(1, interval(-1, 0), interval(0, 1)));
  }

  @Test
  void downAgainOnePhaseIsLeft() {
    Reach doubled = Reach.nearest(1, 2).orElseThrow();
    assertThat(through(doubled, window(2, 2, 0))).isEqualTo(Progression.INPUT);
    assertThat(through(doubled, Reach.slice(1, 2))).isEqualTo(Progression.INPUT);
  }

  /** Transposed convolution, kernel 1, stride 2: every second output reads nothing. */
  @Test
  void aPhaseThatNoTapReachesReadsNothing() {
    Progression field = through(Reach.transposed(1, 2, 1, 0).orElseThrow());
    assertThat(field.at(4)).isEqualTo(interval(2, 2));
    assertThat(field.at(5).isEmpty()).isTrue();
    assertThat(field.size()).isEqualTo(1);
  }

  @Test
  void indicesBelowZeroGoOn() {
    assertThat(through(window(3, 2, 1)).at(-2)).isEqualTo(interval(-5, -3));
  }

  @Test
  void unionsOfOneJump() {
    Progression wide = through(window(5, 2, 2));
    Progression shifted = through(window(1, 2, 0));
    assertThat(wide.union(shifted)).contains(of(2, interval(-2, 2)));
    assertThat(through(window(2, 2, 0)).union(through(window(2, 2, 1))))
        .contains(of(2, interval(-1, 1)));
  }

  @Test
  void whatFitsIntoAnotherReadsNoMoreForEver() {
    Progression three = through(window(3, 1, 1));
    Progression five = through(window(5, 1, 0));
    assertThat(three.fitsInto(five)).isTrue();
    assertThat(five.fitsInto(three)).isFalse();
    assertThat(three.fitsInto(through(window(5, 2, 0)))).isFalse();
    Progression odd = of(2, interval(0, 3), interval(1, 1));
    Progression even = of(2, interval(0, 0), interval(1, 4));
    assertThat(odd.fitsInto(even)).isFalse();
    assertThat(even.fitsInto(odd)).isFalse();
  }

  @Test
  void tooManyPhasesAreNotFollowed() {
    Optional<Progression> field = Optional.of(Progression.INPUT);
    for (long prime : new long[] {7, 11, 13, 17}) {
      Reach resized = Reach.nearest(prime - 1, prime).orElseThrow();
      field = field.flatMap(before -> before.through(resized));
    }
    assertThat(field).isEmpty();
  }
}
