package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a layer is named, and what is printed of it. By hand: 4 · 3 · 3 · 3 = 108 weights. */
class ExplainCommandTest {
  private static final String MODEL =
      """
      input: [3, 8, 8]
      layers:
        - layers:
            - conv2d: {out_channels: 4, kernel_size: 3, bias: false}
            - relu
          name: stem
        - layers:
            - conv2d: {out_channels: 2, kernel_size: 1}
          name: head
        - share: head.conv2d
          from: stem.relu
          name: again
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aModel() throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Files.writeString(folder.resolve("models/net.yaml"), MODEL);
  }

  private Terminal explain(String... args) {
    String[] all = new String[args.length + 3];
    System.arraycopy(args, 0, all, 3, args.length);
    all[0] = "explain";
    all[1] = "--models";
    all[2] = "models";
    return Terminal.run(folder, all);
  }

  @ParameterizedTest
  @CsvSource({"stem.conv2d, stem.conv2d", "relu, stem.relu", "1, stem.conv2d", "4, again"})
  void aLayerIsNamedByPathEndOrNumber(String written, String path) {
    Terminal explained = explain("net", written);
    assertThat(explained.code()).isZero();
    assertThat(explained.err()).isEmpty();
    assertThat(explained.out()).startsWith(path + "\n");
  }

  @Test
  void resultsStandBelowEachOther() {
    assertThat(explain("net", "stem.conv2d").out())
        .contains(
            "number 1 of 4, written at net.yaml:4\n",
            """
            Parameters
              weight  C_out · C_in · k_h · k_w = 4 · 3 · 3 · 3 = 108
            """,
            """
              size r  r_in + (k − 1) · d · j_in = 1 + (3 − 1) · 1 · 1 = 3
              jump j  j_in · s = 1 · 1 = 1
              start   start_in + t · j_in = 0 + (0) · 1 = 0
            """,
            "elements of the output  4×6×6 = 144\n");
  }

  @Test
  void markdownHasHeadingsAndLists() {
    assertThat(explain("--format", "md", "net", "1").out())
        .startsWith("## `stem.conv2d`\n")
        .contains("### Parameters\n\n- weight: `C_out · C_in · k_h · k_w = 4 · 3 · 3 · 3 = 108`\n");
  }

  @Test
  void chineseToo() {
    assertThat(explain("--language", "zh", "net", "1").out())
        .contains(
            "参数量\n  weight  C_out · C_in · k_h · k_w = 4 · 3 · 3 · 3 = 108\n",
            "大小 r      r_in + (k − 1)");
  }

  @Test
  void weightsThatAreUsedAgainAreCountedOnce() {
    assertThat(explain("net", "again").out())
        .contains("the weights of head.conv2d are used again and counted there");
  }

  @ParameterizedTest
  @CsvSource({
    "conv2d, 2 layers are called \"conv2d\"",
    "stem.rele, did you mean \"stem.relu\"?",
    "0, there is no layer \"0\"",
    "5, there is no layer \"5\""
  })
  void whatNamesNoLayerOrSeveralIsWrongUsage(String written, String said) {
    Terminal refused = explain("net", written);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains(said);
  }
}
