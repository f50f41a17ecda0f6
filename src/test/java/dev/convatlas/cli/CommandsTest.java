package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.convatlas.layer.LayerTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands print where, and what they say to whoever started them. */
class CommandsTest {
  private static final String MODEL =
      """
      input: [3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3}
        - relu
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aCatalogOfOneModel() {
    write("models/net.yaml", MODEL);
  }

  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Terminal run(String... args) {
    return Terminal.run(folder, args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "build", "check", "show", "layers", "schema"})
  void helpGoesToStdoutWithExamples(String command) {
    Terminal help = command.isEmpty() ? run("--help") : run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: convatlas");
    assertThat(help.out()).contains(command.isEmpty() ? "Exit codes" : "Examples:");
  }

  @Test
  void theVersionIsOneLine() {
    Terminal version = run("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).matches("convatlas \\S+\\R");
    assertThat(version.err()).isEmpty();
  }

  @Test
  void whoNamesNoCommandIsToldWhichThereAre() {
    Terminal usage = run();
    assertThat(usage.code()).isEqualTo(2);
    assertThat(usage.out()).isEmpty();
    assertThat(usage.err()).contains("build", "check", "show");
  }

  @Test
  void wrongUsageIsSaidOnStderr() {
    for (List<String> wrong :
        List.of(
            List.of("buidl"),
            List.of("check", "--adpot"),
            List.of("check", "models", "more"),
            List.of("check", "--limit", "layers=many", "models"),
            List.of("check", "--limit", "layer=5", "models"),
            List.of("check", "--limit", "layers=0", "models"),
            List.of("check", "--threads", "0", "models"),
            List.of("check", "--language", "fr", "models"),
            List.of("show"),
            List.of("show", "--format", "xml", "net"),
            List.of("show", "--models", "models", "nett"))) {
      Terminal said = run(wrong.toArray(String[]::new));
      assertThat(said.code()).as("%s", wrong).isEqualTo(2);
      assertThat(said.out()).as("%s", wrong).isEmpty();
      assertThat(said.err()).as("%s", wrong).isNotEmpty().doesNotContain("\tat ");
    }
  }

  @Test
  void whatWasProbablyMeantIsSaid() {
    assertThat(run("buidl").err()).contains("build");
    assertThat(run("check", "--limit", "layer=5", "models").err())
        .contains("there is no limit \"layer\"", "layers");
    assertThat(run("show", "--models", "models", "nett").err()).contains("did you mean \"net\"?");
  }

  @Test
  void aSoundCatalogIsCheckedOnStderrAndWritesNothing() throws IOException {
    Terminal checked = run("check", "models");
    assertThat(checked).isEqualTo(new Terminal(0, "", "1 model in 1 family\n"));
    assertThat(run("check", "-q", "models")).isEqualTo(new Terminal(0, "", ""));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("models"));
    }
  }

  @Test
  void theTableGoesToStdout() {
    Terminal shown = run("show", "--models", "models", "net");
    assertThat(shown.code()).isZero();
    assertThat(shown.err()).isEmpty();
    // 4 · 3 · 3 · 3 + 4 parameters, and 4 · 6 · 6 · 3 · 3 · 3 multiply-accumulates.
    assertThat(shown.out())
        .contains("conv2d", "4×6×6", "parameters                             112", "3,888");
    for (String format : List.of("md", "csv", "json")) {
      Terminal other = run("show", "--format", format, "models/net.yaml");
      assertThat(other.code()).as(format).isZero();
      assertThat(other.err()).as(format).isEmpty();
      assertThat(other.out()).as(format).contains("conv2d", "112");
    }
  }

  @Test
  void whatAnAuthorStatesIsSaidWithTheTotals() {
    assertThat(run("show", "models/net.yaml").out()).doesNotContain("stated");
    write("models/net.yaml", MODEL + "  - custom: {output: same, params: 5, macs: 7}\n");
    // 112 + 5 and 3,888 + 7, what the layer says added to what the model has.
    String stated = "contains figures stated by the author of a custom layer";
    assertThat(run("show", "models/net.yaml").out()).contains(stated);
    assertThat(run("show", "--format", "json", "models/net.yaml").out())
        .contains("\"stated\":true", "\"params\":117", "\"macs\":3895");
    assertThat(run("build", "models", "-o", "site").code()).isZero();
    assertThat(folder.resolve("site/models/net.html")).content().contains(stated);
    write("models/net.yaml", MODEL + "  - custom: {output: same, params: 5}\n");
    assertThat(run("show", "models/net.yaml").out())
        .contains(stated, "≥", "a custom layer whose multiply-accumulates are not stated");
  }

  @Test
  void layerTypesAreListedAndExplained() {
    Terminal list = run("layers");
    assertThat(list.code()).isZero();
    LayerTypes.names()
        .forEach(name -> assertThat(list.out().lines()).anyMatch(l -> l.startsWith(name)));
    Terminal conv = run("layers", "conv2d");
    assertThat(conv.err()).isEmpty();
    // 64 · 64 · 7 · 7 weights; ⌊(56 + 2 · 3 − 7) / 2⌋ + 1 = 28 rows.
    assertThat(conv.out()).contains("nn.Conv2d", "kernel_size", "required", "200,704", "64×28×28");
    assertThat(run("layers", "--format", "md", "conv2d").out()).contains("| dilation | 1 |");
    assertThat(run("layers", "--format", "json").out()).contains("\"name\": \"custom\"");
    assertThat(run("layers", "--language", "zh", "conv2d").out()).contains("参数");
    Terminal unknown = run("layers", "conv2");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean \"conv2d\"?");
  }

  @Test
  void theSchemaGoesToStdout() {
    assertThat(run("schema").out()).startsWith("{\n").contains("2020-12", "\"conv2d\"");
    assertThat(run("schema", "catalog").out()).contains("\"guide_model\"");
    assertThat(run("schema", "modle").code()).isEqualTo(2);
  }

  @Test
  void somethingWrongWithTheModelsGivesOne() {
    write("models/bad.yaml", "input: [3, 8, 8]\nlayers: [relux]\n");
    Terminal checked = run("check", "models");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out()).isEmpty();
    assertThat(checked.err()).startsWith("models/bad.yaml:2:10: error: ").contains("relu");
    Terminal built = run("build", "models", "-o", "site");
    assertThat(built.code()).isEqualTo(1);
    assertThat(folder.resolve("site/models/net.html")).exists();
    assertThat(folder.resolve("site/models/bad.html")).doesNotExist();
  }

  @Test
  void strictPublishesNothingThen() {
    write("models/bad.yaml", "input: [3, 8, 8]\nlayers: [relux]\n");
    assertThat(run("build", "--strict", "models", "-o", "site").code()).isEqualTo(1);
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void aClaimThatFailsGivesOneAndAWarningDoesNot() {
    write("models/net.yaml", MODEL + "claims: [{params: 113, source: paper}]\n");
    assertThat(run("check", "models").code()).isEqualTo(1);
    write("models/net.yaml", MODEL + "claims: [{macs: 7776, source: paper}]\n");
    Terminal warned = run("check", "models");
    assertThat(warned.code()).isZero();
    assertThat(warned.err()).contains("warning: ", "2x");
  }

  @Test
  void anEmptyFolderGivesOne() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertThat(run("check", "empty").code()).isEqualTo(1);
    Terminal built = run("build", "empty", "-o", "site");
    assertThat(built.code()).isEqualTo(1);
    assertThat(built.err()).contains("no model definitions");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeReadGivesThree() {
    Terminal missing = run("check", "nowhere");
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err())
        .startsWith("convatlas: error: there is no folder ")
        .contains("nowhere");
    Terminal file = run("build", "models/net.yaml", "-o", "site");
    assertThat(file.code()).isEqualTo(3);
    assertThat(file.err()).contains("is a file, not a folder");
    assertThat(run("show", "nowhere:net").code()).isEqualTo(3);
    // Without a name the current folder's catalog is meant, and there is none.
    assertThat(run("check").code()).isEqualTo(3);
  }

  @Test
  void aFileThatCannotBeReadGivesOne() throws IOException {
    Files.createSymbolicLink(folder.resolve("models/gone.yaml"), folder.resolve("nowhere.yaml"));
    Terminal checked = run("check", "models");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.err())
        .startsWith("models/gone.yaml: error: gone.yaml cannot be read\n")
        .contains("1 model in 1 family");
  }

  @Test
  void aFileWithoutPermissionGivesOne() throws IOException {
    write("models/closed.yaml", MODEL);
    Path closed = folder.resolve("models/closed.yaml");
    Files.setPosixFilePermissions(closed, Set.of());
    assumeFalse(Files.isReadable(closed), "the superuser reads everything");
    Terminal checked = run("check", "models");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.err()).contains("closed.yaml cannot be read");
  }

  @Test
  void noLinkLeadsOutOfTheCatalog() throws IOException {
    write("secret.yaml", "blocks: {stolen: {layers: [relu]}}\n");
    Files.createSymbolicLink(folder.resolve("models/link.yaml"), folder.resolve("secret.yaml"));
    write("models/thief.yaml", "include: link.yaml\ninput: [3, 8, 8]\nlayers: [stolen]\n");
    Terminal checked = run("check", "models");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.err()).contains("link.yaml leads out of the folder of the catalog");
    assertThat(checked.err()).contains("1 model in 1 family");
  }

  @Test
  void anOutputThatMustNotBeWrittenGivesFour() {
    write("site", "a file");
    write("foreign/precious.txt", "mine");
    for (String output : List.of("site", "models", ".", "foreign")) {
      Terminal built = run("build", "models", "-o", output);
      assertThat(built.code()).as(output).isEqualTo(4);
      assertThat(built.out()).as(output).isEmpty();
      assertThat(built.err()).as(output).startsWith("convatlas: error: ");
    }
    assertThat(folder.resolve("site")).hasContent("a file");
    assertThat(folder.resolve("foreign/precious.txt")).hasContent("mine");
    assertThat(folder.resolve("models/net.yaml")).hasContent(MODEL);
  }

  @Test
  void aFaultOfTheProgramGivesSeventy() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream broken =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8) {
          @Override
          public void print(String text) {
            throw new IllegalStateException("nobody foresaw this");
          }
        };
    Streams streams =
        new Streams(
            broken, new PrintStream(err, true, StandardCharsets.UTF_8), folder, Map.of(), false);
    assertThat(Main.run(streams, "show", "models/net.yaml")).isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("convatlas: error: a fault of the program, please report it: ")
        .contains("nobody foresaw this");
  }

  @Test
  void aLimitIsNamedAndCanBeRaised() {
    write("models/net.yaml", "input: [3, 8, 8]\nlayers: [{relu: {}, repeat: 3}]\n");
    Terminal low = run("check", "--limit", "layers=2", "models");
    assertThat(low.code()).isEqualTo(1);
    assertThat(low.err()).contains("--limit layers=NUMBER");
    assertThat(run("check", "--limit", "layers=3", "--limit", "steps=50", "models").code())
        .isZero();
  }

  @Test
  void theLanguageIsThatOfTheOptionElseOfTheEnvironment() {
    assertThat(run("check", "--language", "zh", "models").err()).contains("模型");
    assertThat(run("check", "--language", "zh", "nowhere").err()).contains("错误");
    Map<String, String> chinese = Map.of("LANG", "en_US.UTF-8", "LC_ALL", "zh_CN.UTF-8");
    assertThat(Terminal.run(folder, chinese, false, "check", "models").err()).contains("模型");
    assertThat(Terminal.run(folder, chinese, false, "check", "--language", "en", "models").err())
        .isEqualTo("1 model in 1 family\n");
  }

  @Test
  void coloursAreForTerminalsOnlyAndCanBeForbidden() {
    String escape = "\u001b[";
    assertThat(Terminal.run(folder, Map.of(), true, "--help").out()).contains(escape);
    assertThat(Terminal.run(folder, Map.of("NO_COLOR", "1"), true, "--help").out())
        .doesNotContain(escape);
    assertThat(Terminal.run(folder, Map.of(), false, "--help").out()).doesNotContain(escape);
    assertThat(Terminal.run(folder, Map.of("NO_COLOR", "1"), true, "check", "models").err())
        .doesNotContain(escape);
  }

  @Test
  void theOrderOfWhatIsSaidDoesNotDependOnThreads() {
    for (int i = 0; i < 20; i++) {
      write("models/bad" + i + ".yaml", "input: [3, 8, 8]\nlayers: [relux]\n");
    }
    Terminal one = run("check", "--threads", "1", "models");
    assertThat(run("check", "--threads", "4", "models")).isEqualTo(one);
    assertThat(one.err().lines().filter(line -> line.contains("error: "))).hasSize(20).isSorted();
  }
}
