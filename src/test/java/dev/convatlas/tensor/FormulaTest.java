package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convatlas.source.Message;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final Formula STEM =
      Formula.product(
          Formula.factor("C_out", 64),
          Formula.factor("C_in", 3),
          Formula.factor("k_h", 7),
          Formula.factor("k_w", 7));

  @Test
  void numberAndExplanationAreOne() {
    Formula biased = STEM.plus(Formula.product(Formula.factor("C_out", 64)));
    assertThat(biased.values()).isEqualTo("64 · 3 · 7 · 7 + 64");
    assertThat(biased.symbols()).isEqualTo("C_out · C_in · k_h · k_w + C_out");
    assertThat(biased.value()).isEqualTo(9472);
  }

  @Test
  void nothingIsZeroAndAnEmptyProductIsOne() {
    assertThat(Formula.ZERO.values()).isEqualTo("0");
    assertThat(Formula.ZERO.value()).isZero();
    assertThat(Formula.product().values()).isEqualTo("1");
    assertThat(Formula.product().value()).isEqualTo(1);
  }

  @Test
  void overflowIsAnError() {
    Formula large = Formula.product(Formula.factor("n", 1L << 32), Formula.factor("m", 1L << 31));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(large::value);
    Formula half = Formula.product(Formula.factor("n", 1L << 62));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(half.plus(half)::value);
  }

  @Test
  void workAddsByKindAndRemembersWhatIsMissing() {
    Message why = Message.of("custom.macs");
    Work work =
        Work.of(Work.Kind.MULTIPLY_ACCUMULATE, STEM)
            .plus(Work.of(Work.Kind.MULTIPLY_ACCUMULATE, STEM).atLeast(why));
    assertThat(work.count(Work.Kind.MULTIPLY_ACCUMULATE)).isEqualTo(2 * 9408);
    assertThat(work.count(Work.Kind.COMPARISON)).isZero();
    assertThat(work.missing()).contains(why);
  }
}
