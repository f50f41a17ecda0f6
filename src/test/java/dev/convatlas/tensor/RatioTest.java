package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void inLowestTerms() {
    assertThat(new Ratio(16, 32)).isEqualTo(new Ratio(1, 2)).hasToString("1/2");
    assertThat(new Ratio(32, 1)).hasToString("32");
    assertThat(new Ratio(6, 3).isWhole()).isTrue();
  }

  @Test
  void orderedAlsoWhereProductsOverflow() {
    assertThat(new Ratio(Long.MAX_VALUE, Long.MAX_VALUE - 1)).isGreaterThan(Ratio.ONE);
    assertThat(new Ratio(2, 3)).isLessThan(new Ratio(3, 4));
  }

  @Test
  void positiveOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(1, -1));
  }
}
