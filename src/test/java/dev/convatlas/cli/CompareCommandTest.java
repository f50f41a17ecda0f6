package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code compare/cli/*.txt} hold what the command prints, character by character. Their figures are
 * torchvision's: {@link #figuresArePublished}.
 */
class CompareCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/compare/cli");

  @TempDir private Path folder;

  // A file is read alone: much quicker than to look for an id in the whole catalog.
  private static final String RESNET18 = "sample-models/resnet.yaml#resnet18";
  private static final String RESNET50 = "sample-models/resnet.yaml#resnet50";
  private static final String RESNEXT50 = "sample-models/resnext.yaml#resnext50_32x4d";
  private static final String WIDE = "sample-models/wide_resnet.yaml#wide_resnet50_2";

  private static Terminal run(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(arguments));
    return Terminal.run(folder, all.toArray(String[]::new));
  }

  private static Terminal samples(String... arguments) {
    return run(Path.of("").toAbsolutePath(), arguments);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "table.txt, ''",
    "table-zh.txt, --language zh",
    "markdown.txt, --format md",
    "differences.txt, --format md --only-differences --base resnext50_32x4d",
    "latex.txt, --format latex",
    "csv.txt, --format csv",
    "json.txt, --format json",
    "layers.txt, --only-differences --layers --convention fvcore"
  })
  void prints(String file, String options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(RESNET50, RESNEXT50, WIDE));
    if (!options.isEmpty()) {
      arguments.addAll(List.of(options.split(" ", -1)));
    }
    Terminal run = samples(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve(file)));
  }

  /**
   * torchvision 0.14.1's own statements: {@code num_params}, and {@code _ops} of later versions.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 25557032, 4.09",
    "1, 25028904, 4.23",
    "2, 68883240, 11.40",
  })
  void figuresArePublished(int model, long params, String gigamacs) {
    Terminal run = samples("--format", "json", RESNET50, RESNEXT50, WIDE);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(figure(json, "params", model)).isEqualTo(params);
    assertThat(Math.round(figure(json, "macs", model) / 1e7) / 100.0)
        .isEqualTo(Double.parseDouble(gigamacs));
  }

  private static long figure(JsonObject json, String name, int model) {
    for (var figure : json.getAsJsonArray("figures")) {
      if (figure.getAsJsonObject().get("figure").getAsString().equals(name)) {
        return figure.getAsJsonObject().getAsJsonArray("values").get(model).getAsLong();
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void identicalModelsDifferInNothing() {
    Terminal run =
        samples(
            RESNET18,
            "sample-models:resnet18",
            "--only-differences",
            "--fail-if",
            "macs>+0%",
            "--fail-if",
            "params<-0%");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("No difference in MACs.")
        .contains("No difference in parameters.");
  }

  @Test
  void aClosedGateSaysWhichFigure() {
    Terminal run = samples(RESNET50, RESNEXT50, "--fail-if", "macs>+3%", "--fail-if", "params>+1%");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "resnext50_32x4d: closed by macs>+3%: 4,089,184,256 became 4,230,479,872"
                + " (+3.5\u00a0%)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resnet50 resnet51                        | did you mean
          resnet50                                 | requires at least 2 values
          lenet5.yaml lenet5_1998.yaml --base vgg16 | vgg16 is none of the models compared
          lenet5.yaml lenet5_1998.yaml --convention tf | there is no counting convention "tf"
          resnet50 resnet18 --fail-if macs>5%      | a change must follow
          vgg11 vgg13 vgg16 vgg19 alexnet resnet18 resnet34 | 7 models are too many
          """)
  void wrongUseIsSaid(String arguments, String sentence) {
    Terminal run = run(Path.of("sample-models").toAbsolutePath(), arguments.trim().split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
    assertThat(run.out()).isEmpty();
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String model(int width) {
    return "input: [3, 8, 8]\nlayers:\n  - conv2d: {out_channels: "
        + width
        + ", kernel_size: 3, padding: 1}\n  - relu\n";
  }

  /** One convolution of 3 × 3 over 3 channels: 28 parameters for each output. */
  @Test
  void twoVersionsOfAFile() {
    write("old.yaml", model(4) + "variants: {net: {}}\n");
    write("new.yaml", model(5) + "variants: {net: {}}\n");
    Terminal run = run(folder, "old.yaml#net", "new.yaml", "--only-differences");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("old.yaml#net (baseline)")
        .containsPattern("Parameters +112 +140 \\(\\+25.0\u00a0%\\)")
        .contains("1 edit explains 100\u00a0% of +28 parameters.")
        .contains("+28: out_channels 4 → 5 in 1 conv2d");
  }

  private void folders() {
    write("old/stays.yaml", model(4));
    write("old/grows.yaml", model(4));
    write("old/goes.yaml", model(4));
    write("old/named.yaml", model(4));
    write("new/stays.yaml", model(4));
    write("new/grows.yaml", model(8));
    write("new/renamed.yaml", "aliases: [named]\n" + model(4));
    write("new/comes.yaml", model(4));
  }

  @Test
  void twoFoldersAsAComment() throws IOException {
    folders();
    Terminal run = run(folder, "old/", "new");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve("folders.txt")));
  }

  @Test
  void gatesWatchEveryChangedModel() {
    folders();
    Terminal run = run(folder, "old", "new", "--fail-if", "params>+50%", "--format", "csv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("grows: closed by params>+50%: 112 became 224 (×2.0)\n");
    assertThat(run.out())
        .contains("grows,changed,params,,112,224\n")
        .contains("comes,added,,,,\n")
        .contains("goes,removed,,,,\n")
        .doesNotContain("stays");
  }

  @Test
  void foldersThatAreTheSame() {
    folders();
    Terminal run = run(folder, "old", "old", "--format", "table", "--fail-if", "params>+0%");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("0 models changed, 0 added, 0 removed, 4 the same.\n");
  }

  @Test
  void whatIsWrongWithAFolderIsSaid() {
    folders();
    write("new/broken.yaml", "input: [3, 8, 8]\nlayers:\n  - conv9d\n");
    Terminal run = run(folder, "old", "new");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("new/broken.yaml:3:").contains("conv9d");
    assertThat(run.out()).contains("1 added, 1 removed");
  }
}
