package dev.convatlas.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id becomes the name of files on every system. */
class IdsTest {
  private static final SourceSpan SOMEWHERE = SourceSpan.wholeFile("models.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "9", "resnet18", "squeezenet1_0", "V.2-b_", "console", "com", "aux-net"})
  void may(String id) {
    Problems problems = new Problems();
    assertThat(MetadataReader.isId(id, SOMEWHERE, problems)).isTrue();
    assertThat(problems.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../a",
        "a/b",
        "a\\b",
        ".hidden",
        "_a",
        "-a",
        "a.",
        "a b",
        "a\u0000",
        "a\n",
        "残差",
        "a\u202Eb",
        "con",
        "AUX",
        "nul.v2",
        "com1",
        "Lpt9.x",
      })
  void mayNot(String id) {
    Problems problems = new Problems();
    assertThat(MetadataReader.isId(id, SOMEWHERE, problems)).isFalse();
    assertThat(problems.list()).hasSize(1);
  }
}
