package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments stand back; a number sign inside a scalar is none. */
class SourceListingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # all of it                  | ``                     | # all of it
          - relu                       | - relu                 | ``
          - relu # why                 | `- relu `              | # why
          url: http://x/#a             | url: http://x/#a       | ``
          title: "a # b" # c           | `title: "a # b" `      | # c
          note: 'it''s # in' # out     | `note: 'it''s # in' `  | # out
          say: "a \\"# b" # c          | `say: "a \\"# b" `        | # c
          text: it's # a comment       | `text: it's `          | # a comment
          """)
  void commentsAreFound(String line, String code, String comment) {
    assertThat(SourceListing.of("m.yaml", line).lines())
        .containsExactly(new SourceListing.Line("y1", code, comment));
  }

  @ParameterizedTest
  @CsvSource({"'a\nb', 2", "'a\r\nb\r\n', 2", "'', 0"})
  void linesAreCounted(String text, int count) {
    assertThat(SourceListing.of("m.yaml", text).lines()).hasSize(count);
  }
}
