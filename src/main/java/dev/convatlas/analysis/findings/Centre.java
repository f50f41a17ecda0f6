package dev.convatlas.analysis.findings;

import dev.convatlas.tensor.Ratio;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import java.util.Optional;

/**
 * The place that index i of a tensor stands for along one axis: input pixel {@code start + i ·
 * jump}. Windows move it to their middle; attention within windows, or over everything, leaves
 * positions where they are. Where what is read repeats in phases, it is their mean.
 */
record Centre(Fraction start, Ratio jump) {

  static final Centre INPUT = new Centre(Fraction.ZERO, Ratio.ONE);

  /** Nothing where positions go away or can no longer be followed. */
  Optional<Centre> through(Reading.AxisReading reading) {
    if (reading instanceof Reading.Through through) {
      return Optional.of(through(through.reach()));
    }
    if (reading instanceof Reading.AtLeast least) {
      return Optional.of(through(least.reach()));
    }
    boolean stays =
        reading instanceof Reading.Same
            || reading instanceof Reading.Everything
            || reading instanceof Reading.Past;
    return stays ? Optional.of(this) : Optional.empty();
  }

  private Centre through(Reach reach) {
    long phases = reach.phases().size();
    long twice = 0;
    long read = 0;
    for (int j = 0; j < phases; j++) {
      Reach.Taps taps = reach.phases().get(j);
      if (!taps.isEmpty()) {
        // The middle of the taps, less where even steps would put it; times 2 · phases.
        long middle = Math.multiplyExact(Math.addExact(taps.first(), taps.last()), phases);
        twice = Math.addExact(twice, middle - Math.multiplyExact(2L * j, reach.advance()));
        read++;
      }
    }
    Fraction moved =
        read == 0 ? Fraction.ZERO : new Fraction(twice, Math.multiplyExact(2 * phases, read));
    return new Centre(
        start.plus(moved.times(jump.numerator(), jump.denominator())),
        new Ratio(
            Math.multiplyExact(jump.numerator(), reach.advance()),
            Math.multiplyExact(jump.denominator(), phases)));
  }
}
