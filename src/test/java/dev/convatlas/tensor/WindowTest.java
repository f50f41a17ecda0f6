package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  /** Sizes that PyTorch 1.13.1 gives for max_pool1d with these arguments. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # in, kernel, stride, dilation, padding, ceil, out
          16, 2, 2, 1, 0, false, 8
          16, 3, 2, 1, 0, false, 7
          16, 3, 2, 1, 0, true, 8
          16, 3, 2, 1, 1, false, 8
          15, 3, 2, 1, 1, true, 8
          5, 2, 3, 1, 1, true, 2
          2, 1, 2, 1, 0, true, 1
          1, 2, 2, 1, 0, true, 1
          9, 2, 2, 2, 1, true, 5
          10, 3, 4, 2, 1, true, 3
          """)
  void countsAsPyTorchDoes(
      long in, long kernel, long stride, long dilation, long padding, boolean ceil, long out) {
    assertThat(new Window(kernel, stride, dilation, padding, padding, ceil).count(in))
        .isEqualTo(out);
  }

  @Test
  void aWindowThatDoesNotFitCountsNothing() {
    assertThat(Window.of(5, 1, 1, 0).count(4)).isLessThan(1);
    assertThat(Window.of(5, 3, 1, 0).count(4)).isLessThan(1);
    assertThat(Window.of(3, 1, 2, 0).count(4)).isLessThan(1);
  }

  /** TensorFlow, tf.nn.convolution: out = ⌈in / stride⌉, the odd element behind. */
  @ParameterizedTest
  @CsvSource({
    "224, 3, 2, 1, 0, 1, 112", "225, 3, 2, 1, 1, 1, 113", "224, 7, 2, 1, 2, 3, 112",
    "5, 1, 2, 1, 0, 0, 3", "10, 4, 1, 1, 1, 2, 10", "10, 3, 1, 4, 4, 4, 10"
  })
  void samePaddingIsTensorFlows(
      long in, long kernel, long stride, long dilation, long before, long after, long out) {
    Window window = Window.same(in, kernel, stride, dilation);
    assertThat(List.of(window.before(), window.after(), window.count(in)))
        .containsExactly(before, after, out);
  }

  @Test
  void floorDivisionDropsRows() {
    assertThat(Window.of(2, 2, 1, 0).dropped(7)).isEqualTo(1);
    assertThat(Window.of(3, 2, 1, 1).dropped(224)).isZero();
    assertThat(Window.of(4, 4, 1, 0).dropped(227)).isEqualTo(3);
    assertThat(Window.of(1, 3, 1, 0).dropped(6)).isEqualTo(2);
  }

  @Test
  void formulasShowTheValues() {
    assertThat(Window.of(7, 2, 1, 3).countFormula(224)).isEqualTo("⌊(224 + 2 · 3 − 7) / 2⌋ + 1");
    assertThat(Window.of(3, 1, 1, 0).countFormula(16)).isEqualTo("16 − 3 + 1");
    assertThat(new Window(3, 2, 2, 0, 1, true).countFormula(9))
        .isEqualTo("⌈(9 + 0 + 1 − 2 · (3 − 1) − 1) / 2⌉ + 1");
  }

  @Test
  void theExtentCountsTheGapsOfDilation() {
    assertThat(Window.of(3, 1, 4, 0).extent()).isEqualTo(9);
    assertThat(Window.of(1, 1, 4, 0).extent()).isEqualTo(1);
  }
}
