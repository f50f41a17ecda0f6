package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows and actions: pinned, with few rights, and their shell parts run. */
class WorkflowsTest {
  private static final Path GITHUB = Path.of(".github");
  private static final Path BEGUN = Path.of("src/main/resources/init/site.yml");
  private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: (\\S+)(.*)$");

  @TempDir private Path folder;

  private Path launcher;

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(List.of(BEGUN));
    try (Stream<Path> all = Files.walk(GITHUB)) {
      all.filter(file -> file.toString().endsWith(".yml")).sorted().forEach(files::add);
    }
    return files;
  }

  @Test
  void everyActionIsPinnedToACommitWhoseVersionIsSaid() throws IOException {
    int pinned = 0;
    for (Path file : files()) {
      Matcher uses = USES.matcher(Files.readString(file));
      while (uses.find()) {
        boolean own = uses.group(1).startsWith("./");
        boolean open = file.equals(BEGUN) && uses.group(1).startsWith("OWNER/convatlas/");
        if (!own && !open) {
          assertThat(uses.group(1)).as("%s", file).matches("[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40}");
          assertThat(uses.group(2)).as("%s", file).matches(" # v\\d+\\.\\d+\\.\\d+");
          pinned++;
        }
      }
    }
    assertThat(pinned).isGreaterThan(6);
  }

  /** One action has one commit everywhere, or an update would be half done. */
  @Test
  void everyActionHasOneCommit() throws IOException {
    Map<String, String> commits = new HashMap<>();
    for (Path file : files()) {
      Matcher uses = USES.matcher(Files.readString(file));
      while (uses.find()) {
        String[] parts = uses.group(1).split("@", -1);
        if (parts.length == 2) {
          String before = commits.putIfAbsent(parts[0], parts[1]);
          assertThat(before).as(uses.group(1)).isIn(null, parts[1]);
        }
      }
    }
  }

  @Test
  void workflowsMayReadAndOneJobMayPublish() throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file).replaceAll("(?m)^\\s*#.*$", "");
      if (!text.contains("\njobs:")) {
        continue;
      }
      assertThat(text).as("%s", file).contains("\npermissions:\n  contents: read\n");
      assertThat(text)
          .as("%s", file)
          .doesNotContain("pull_request_target", "secrets.", "write-all");
      List<String> rights =
          Pattern.compile("(\\S+): write").matcher(text).results().map(r -> r.group(1)).toList();
      assertThat(List.of("pages", "id-token")).as("%s", file).containsAll(rights);
      int checkouts = text.split("actions/checkout@", -1).length;
      assertThat(text.split("persist-credentials: false", -1)).as("%s", file).hasSize(checkouts);
    }
  }

  /** What stands in braces is put into the text of a script before a shell reads it. */
  @Test
  void noScriptHoldsWhatOthersWrote() throws IOException {
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        if (line.strip().startsWith("run:") || line.strip().startsWith("- run:")) {
          assertThat(line).as("%s", file).doesNotContain("${{").doesNotEndWith("|");
        }
      }
    }
  }

  @BeforeEach
  void aLauncher() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    launcher =
        Files.writeString(
            folder.resolve("convatlas"),
            "#!/bin/sh\nexec '"
                + java
                + "' -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp '"
                + ClassPath.absolute()
                + "' "
                + Main.class.getName()
                + " \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private record Ended(int code, String output) {}

  private Ended run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/bash")) && Files.exists(Path.of("/usr/bin/python3")));
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash", GITHUB.resolve("actions").resolve(script).toAbsolutePath().toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CONVATLAS", launcher.toString());
    builder.environment().put("RUNNER_TEMP", folder.toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private void model(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theBuildActionBuilds() throws IOException, InterruptedException {
    model("my models/net.yaml", "input: [3, 8, 8]\nlayers: [relu]\n");
    Ended built = run("build/build.sh", Map.of("MODELS", "my models", "OUTPUT", "the site"));
    assertThat(built.code()).as(built.output()).isZero();
    assertThat(folder.resolve("the site/models/net.html")).exists();
  }

  @Test
  void whatIsWrongIsToldBesideTheLinesAndCommandsNothing()
      throws IOException, InterruptedException {
    model("m/net.yaml", "input: [3, 8, 8]\nlayers: [\"x\\n::set-output name=a::b%\"]\n");
    Ended refused = run("build/build.sh", Map.of("MODELS", "m", "OUTPUT", "site"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("::error file=m/net.yaml,line=2,col=10::")
        .doesNotContain("\n::set-output");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void theCompareActionWritesTheSummary() throws IOException, InterruptedException {
    model(
        "old/net.yaml", "input: [3, 8, 8]\nlayers: [conv2d: {out_channels: 4, kernel_size: 3}]\n");
    model(
        "new/net.yaml", "input: [3, 8, 8]\nlayers: [conv2d: {out_channels: 8, kernel_size: 3}]\n");
    Map<String, String> both = Map.of("BASE", "old", "MODELS", "new");
    Ended compared = run("compare/compare.sh", both);
    assertThat(compared.code()).as(compared.output()).isZero();
    // Four filters more of 3 · 3 · 3 weights and a bias, twice as many as before.
    assertThat(Files.readString(folder.resolve("summary.md"))).contains("| net |", "×2.0");
    Map<String, String> gated =
        Map.of("BASE", "old", "MODELS", "new", "FAIL_IF", "\nparams>+5%\nmacs>x3\n");
    assertThat(run("compare/compare.sh", gated).code()).isEqualTo(1);
    Ended alone = run("compare/compare.sh", Map.of("BASE", "none", "MODELS", "new"));
    assertThat(alone.code()).isZero();
  }
}
