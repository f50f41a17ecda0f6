package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  /** The rules of a condition, worked out by hand; a closed gate fails. */
  @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
  @CsvSource({
    "macs>+5%, 1000, 1050, false",
    "macs>+5%, 1000, 1051, true",
    "macs>=+5%, 1000, 1050, true",
    "macs > + 5 %, 1000, 1051, true",
    "macs<-5%, 1000, 950, false",
    "macs<-5%, 1000, 949, true",
    "macs<=−5%, 1000, 950, true",
    "macs>+0.1%, 1000000, 1001000, false",
    "macs>+0.1%, 1000000, 1001001, true",
    "macs>+5%, 0, 0, false",
    "macs>+5%, 0, 1, true",
    "macs>+0%, 7, 7, false",
    "params>+1M, 5, 1000005, false",
    "params>+1M, 5, 1000006, true",
    "params>+1.5k, 0, 1501, true",
    "params<-200k, 500000, 299999, true",
    "receptive_field>+64, 100, 164, false",
    "receptive_field>+64, 100, 165, true",
    "peak_memory>x2, 100, 200, false",
    "peak_memory>×2, 100, 201, true",
    "depth<x0.5, 100, 49, true",
    "layers>x1, 9223372036854775806, 9223372036854775807, true"
  })
  void holds(String condition, long before, long after, boolean closed) {
    assertThat(Gate.parse(condition).holds(before, after)).isEqualTo(closed);
  }

  /** What is wrong, and at which character the caret stands. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          macs>>5%       | 5  | a change must follow
          macs           | 4  | one of > < >= <= is missing here
          macs = +5%     | 5  | one of > < >= <= is missing here
          mac>+5%        | 0  | did you mean "macs"?
          '  zzz>+5%'    | 2  | there is no figure "zzz"; there are params, params_inference
          macs>5%        | 5  | a change must follow
          macs>+         | 5  | a change must follow
          macs>+5%%      | 8  | nothing more may follow
          macs>+5Mi      | 8  | nothing more may follow
          macs>x2x       | 7  | nothing more may follow
          ''             | 0  | there is no figure ""
          """)
  void showsWhatCannotBeRead(String condition, int column, String why) {
    Stopped stopped = catchThrowableOfType(Stopped.class, () -> Gate.parse(condition));
    List<String> lines = Messages.of(Language.ENGLISH).text(stopped.sentence()).lines().toList();
    assertThat(stopped.code()).isEqualTo(Exit.USAGE);
    assertThat(lines.get(0)).startsWith("--fail-if: ").contains(why);
    assertThat(lines.get(1)).isEqualTo("  " + condition);
    assertThat(lines.get(2)).isEqualTo(" ".repeat(2 + column) + "^");
  }
}
