package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalog begun, what is wrong told to programs, and what shells and readers of manuals get. */
class StartingIT {
  private static final String BAD = "input: [3, 8, 8]\nlayers: [relux]\n";

  @TempDir private Path folder;

  private Terminal run(String... args) {
    return Terminal.run(folder, args);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aNewCatalogIsSoundAndBecomesASite() throws IOException {
    String action =
        "someone/convatlas/.github/actions/build@0123456789abcdef0123456789abcdef01234567";
    Terminal begun = run("init", "catalog", "--action", action);
    assertThat(begun.code()).isZero();
    assertThat(begun.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("catalog/.github/workflows/site.yml")))
        .contains("uses: " + action + "\n")
        .doesNotContain("OWNER");
    assertThat(run("check", "--strict", "catalog"))
        .isEqualTo(new Terminal(0, "", "2 models in 1 family\n"));
    Terminal built = run("build", "--strict", "catalog", "-o", "site");
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(folder.resolve("site/models/small_wide.html")).exists();
  }

  @Test
  void theCurrentFolderBecomesACatalogAndIsTakenForOne() {
    Terminal begun = run("init");
    assertThat(begun.code()).isZero();
    assertThat(begun.err()).contains("OWNER/convatlas/.github/actions/build@COMMIT");
    assertThat(run("check", "--strict", "-q")).isEqualTo(new Terminal(0, "", ""));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    write("small.yaml", BAD);
    Terminal refused = run("init");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("small.yaml");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("small.yaml"));
    }
    assertThat(Files.readString(folder.resolve("small.yaml"))).isEqualTo(BAD);
    assertThat(run("init", "x", "--action", "a/b@c\n      - run: id").code()).isEqualTo(2);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"check", "build"})
  void whatIsWrongIsToldToPrograms(String command) throws IOException {
    write("models/bad.yaml", BAD);
    write("models/net.yaml", "input: [3, 8, 8]\nlayers: [relu]\n");
    Terminal told = run(command, "-q", "--format", "json", "models");
    assertThat(told.code()).isEqualTo(1);
    JsonObject json = JsonParser.parseString(told.out()).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly("schema", "models", "errors", "warnings", "diagnostics");
    assertThat(json.get("schema").getAsInt()).isEqualTo(1);
    assertThat(json.get("models").getAsInt()).isEqualTo(1);
    assertThat(json.get("errors").getAsInt()).isEqualTo(1);
    JsonArray all = json.getAsJsonArray("diagnostics");
    assertThat(all).hasSize(1);
    JsonObject first = all.get(0).getAsJsonObject();
    assertThat(first.keySet())
        .containsExactly(
            "severity", "path", "line", "column", "length", "rule", "message", "notes");
    assertThat(first.get("severity").getAsString()).isEqualTo("error");
    assertThat(first.get("path").getAsString()).isEqualTo("models/bad.yaml");
    // "layers: [" has nine characters, and "relux" five.
    assertThat(first.get("line").getAsInt()).isEqualTo(2);
    assertThat(first.get("column").getAsInt()).isEqualTo(10);
    assertThat(first.get("length").getAsInt()).isEqualTo(5);
    assertThat(first.get("message").getAsString()).contains("relux");
    assertThat(told.err()).doesNotContain("relux");
  }

  @Test
  void strictTakesWarningsForErrors() throws IOException {
    write("models/net.yaml", "input: [3, 8, 8]\nblocks: {b: {layers: [relu]}}\nlayers: [relu]\n");
    assertThat(run("check", "models").code()).isZero();
    assertThat(run("check", "--strict", "models").code()).isEqualTo(1);
  }

  /** The table of the help: every code that a person can bring about. */
  @ParameterizedTest
  @CsvSource({
    "0, check good",
    "0, build good -o out",
    "1, check bad",
    "1, build bad -o out",
    "1, build mixed --strict -o out",
    "1, check empty",
    "2, check --no-such-option",
    "2, nothing",
    "2, completion fish",
    "3, check missing",
    "3, check good/net.yaml",
    "3, build missing -o out",
    "4, build good -o .",
    "4, build good -o good",
    "4, build good -o theirs",
  })
  void codesAreAsTheHelpSays(int code, String line) throws IOException {
    write("good/net.yaml", "input: [3, 8, 8]\nlayers: [relu]\n");
    write("bad/net.yaml", BAD);
    write("mixed/net.yaml", BAD);
    write("mixed/good.yaml", "input: [3, 8, 8]\nlayers: [relu]\n");
    write("theirs/file.txt", "x");
    Files.createDirectories(folder.resolve("empty"));
    Terminal ended = run(line.split(" ", -1));
    assertThat(ended.code()).as(ended.err()).isEqualTo(code);
    assertThat(run("--help").out()).containsPattern("[\\s:;]" + code + " ");
  }

  @Test
  void coloursAreLeftOutWhereAskedFor() {
    Map<String, String> plain = Map.of("NO_COLOR", "1");
    assertThat(Terminal.run(folder, Map.of(), true, "check", "--x").err()).contains("\u001b[");
    assertThat(Terminal.run(folder, plain, true, "check", "--x").err()).doesNotContain("\u001b");
    assertThat(Terminal.run(folder, Map.of(), false, "check", "--x").err())
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({"bash", "zsh"})
  void shellsLearnTheCommands(String shell) throws IOException, InterruptedException {
    Terminal script = run("completion", shell);
    assertThat(script.code()).isZero();
    assertThat(script.err()).isEmpty();
    Path file = Files.writeString(folder.resolve("completion"), script.out());
    String said =
        output(
            "bash",
            "-c",
            "source "
                + file
                + "; compopt() { :; }; COMP_WORDS=(convatlas bui); COMP_CWORD=1; _complete_convatlas;"
                + " echo \"${COMPREPLY[*]}\"; COMP_WORDS=(convatlas check --str); COMP_CWORD=2;"
                + " _complete_convatlas; echo \"${COMPREPLY[*]}\"");
    assertThat(said).isEqualTo("build\n--strict\n");
  }

  @Test
  void theManualIsOneThatManReads() throws IOException, InterruptedException {
    Terminal manual = run("man");
    assertThat(manual.code()).isZero();
    assertThat(manual.out()).startsWith(".TH CONVATLAS 1").contains(".SS build", ".SH EXIT STATUS");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff");
    Path file = Files.writeString(folder.resolve("convatlas.1"), manual.out());
    String shown = output("groff", "-ww", "-man", "-Tascii", "-P-cbou", file.toString());
    assertThat(shown)
        .doesNotContain(": warning", ": error")
        .contains("NAME", "convatlas build models -o public --png", "--limit NAME=NUMBER");
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** Files of a folder by path, the publisher's own left out. */
  private Map<String, String> files(String name) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Test
  void partsJoinedAreTheWhole() throws IOException {
    run("init", "models");
    write("models/one.yaml", "family: A\ninput: [3, 8, 8]\nlayers: [relu]\n");
    write("models/two.yaml", "family: B\ninput: [3, 8, 8]\nlayers: [tanh]\n");
    write("models/three.yaml", "family: C\ninput: [3, 8, 8]\nlayers: [gelu]\n");
    assertThat(run("build", "models", "-o", "whole").code()).isZero();
    for (int i = 1; i <= 3; i++) {
      Terminal part = run("build", "models", "--shard", i + "/3", "-o", "part" + i);
      assertThat(part.code()).as(part.err()).isZero();
      // What carries parts from machine to machine leaves hidden files behind.
      Files.deleteIfExists(folder.resolve("part" + i + "/.nojekyll"));
      Files.delete(folder.resolve("part" + i + "/.convatlas-manifest"));
      assertThat(folder.resolve("part" + i + "/models")).isDirectory();
    }
    assertThat(run("merge", "part1", "part3", "-o", "joined").code()).isEqualTo(3);
    assertThat(run("merge", "part1", "part1", "-o", "joined").code()).isEqualTo(3);
    assertThat(folder.resolve("joined")).doesNotExist();
    Terminal joined = run("merge", "part3", "part1", "part2", "-o", "joined");
    assertThat(joined.code()).as(joined.err()).isZero();
    assertThat(files("joined")).isEqualTo(files("whole"));
    write("part2/models/two.html", "x");
    write("models/two.yaml", "family: B\ninput: [3, 8, 8]\nlayers: [relu]\n");
    run("build", "models", "--shard", "3/3", "-o", "other");
    assertThat(run("merge", "part1", "part2", "other", "-o", "joined").code()).isEqualTo(3);
    assertThat(files("joined")).isEqualTo(files("whole"));
    assertThat(run("build", "models", "--shard", "4/3").code()).isEqualTo(2);
    assertThat(run("build", "models", "--shard", "0/3").code()).isEqualTo(2);
  }
}
