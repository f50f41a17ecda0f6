package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are the same bytes on machines with other fonts, languages and time zones. */
class MachineTest {
  private static final String NO_FONTS =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";

  @TempDir static Path folder;
  private static String here;

  /** What a process printed, and whether it ended well. */
  private record Ended(int code, String output) {}

  @BeforeAll
  static void paintHere() throws Exception {
    here = PaintMain.digest();
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Pacific/Apia, false",
    "ar-EG-u-nu-arab, Asia/Kathmandu, true",
    "zh-CN, Asia/Shanghai, false"
  })
  void areTheSameBytes(String language, String zone, boolean fontless) throws Exception {
    Ended ended = run(fontless, PaintMain.class, "paint", language, zone);
    assertThat(ended.output()).isEqualTo(here);
    assertThat(ended.code()).isZero();
  }

  /** Without this the test above would prove nothing about fonts. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutOurConfigurationTheFontlessMachineCannotWrite() throws Exception {
    assertThat(run(true, PaintMain.class, "naked", "en-US", "UTC").code()).isNotZero();
    assertThat(run(false, PaintMain.class, "naked", "en-US", "UTC").code()).isZero();
  }

  private static Ended run(boolean fontless, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Java keeps what it once found out of the machine's fonts in the home folder.
    command.add("-Duser.home=" + Files.createTempDirectory(folder, "home"));
    command.addAll(List.of("-Djava.awt.headless=true", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (fontless) {
      Path empty = Files.writeString(folder.resolve("fonts.conf"), NO_FONTS);
      builder.environment().put("FONTCONFIG_FILE", empty.toString());
    }
    builder.redirectError(folder.resolve("errors").toFile());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output.strip());
  }
}
