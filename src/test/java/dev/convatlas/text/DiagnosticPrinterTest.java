package dev.convatlas.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
  private static final String FILE = "families/vgg.yaml";
  private static final Map<String, List<String>> LINES =
      Map.of(FILE, List.of("layers:", "  - conv2d: {groups: 3}"));

  private static final Diagnostic GROUPS =
      Diagnostic.error(
              new SourceSpan(FILE, 2, 5, 6),
              Message.of("channels.groups", "conv2d", "in_channels", 64L, 3L))
          .with(Note.at(new SourceSpan(FILE, 1, 1, 6), "argument.none", "relu"))
          .with(Note.of("argument.allowed", "conv2d", "out_channels, kernel_size"));

  private static String print(Language language, Diagnostic diagnostic) {
    return new DiagnosticPrinter(Messages.of(language), path -> LINES.getOrDefault(path, List.of()))
        .print(diagnostic);
  }

  @Test
  void showsPlaceSentenceLineAndNotes() {
    assertThat(print(Language.ENGLISH, GROUPS))
        .isEqualTo(
            """
            families/vgg.yaml:2:5: error: conv2d: groups 3 does not divide in_channels 64
            2 |   - conv2d: {groups: 3}
              |     ^~~~~~
            families/vgg.yaml:1:1: note: relu takes no arguments
              note: conv2d takes out_channels, kernel_size
            """);
  }

  @Test
  void speaksChinese() {
    assertThat(print(Language.CHINESE, GROUPS))
        .isEqualTo(
            """
            families/vgg.yaml:2:5: 错误：conv2d 的 groups（3）不能整除 in_channels（64）
            2 |   - conv2d: {groups: 3}
              |     ^~~~~~
            families/vgg.yaml:1:1: 说明：relu 不带参数
              说明：conv2d 可用的参数：out_channels, kernel_size
            """);
  }

  @Test
  void aWholeFileHasNoExcerpt() {
    Diagnostic diagnostic =
        Diagnostic.warning(SourceSpan.wholeFile(FILE), Message.of("interpolate.either"));
    assertThat(print(Language.ENGLISH, diagnostic))
        .isEqualTo(
            "families/vgg.yaml: warning: interpolate needs size or scale_factor, and not both\n");
  }

  @Test
  void aFileThatCannotBeShownHasNoExcerpt() {
    Diagnostic diagnostic =
        Diagnostic.error(new SourceSpan("gone.yaml", 3, 1, 1), Message.of("interpolate.either"));
    assertThat(print(Language.ENGLISH, diagnostic))
        .isEqualTo("gone.yaml:3:1: error: interpolate needs size or scale_factor, and not both\n");
  }

  @Test
  void quotedTextCannotSteerTheTerminal() {
    Diagnostic diagnostic =
        Diagnostic.error(
            SourceSpan.wholeFile("a\nb.yaml"),
            Message.of("argument.unknown", "conv2d", "\u001b[2J\u202egroups"));
    assertThat(print(Language.ENGLISH, diagnostic))
        .isEqualTo("a·b.yaml: error: conv2d has no argument \"·[2J·groups\"\n");
  }
}
