package dev.convatlas.properties;

import dev.convatlas.source.Checked;
import dev.convatlas.text.DiagnosticPrinter;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.yaml.YamlReader;
import java.util.List;
import java.util.Map;

/**
 * What Jazzer calls with bytes of its making, under the profile {@code fuzz}. It watches which
 * branches of the reader they reach, and keeps what reaches new ones.
 */
public final class ReaderFuzzer {
  private static final String LIBRARY =
      """
      blocks:
        conv_bn:
          args: {channels: required, kernel: 3}
          layers:
            - conv2d: {out_channels: "${channels}", kernel_size: "${kernel}"}
            - batch_norm2d
      """;

  private static final Oracle ORACLE = new Oracle(Map.of("blocks/common.yaml", LIBRARY));

  private ReaderFuzzer() {}

  /** Named as Jazzer wants it. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Checked<String> text = YamlReader.decode("net.yaml", bytes, Oracle.LIMITS);
    DiagnosticPrinter printer =
        new DiagnosticPrinter(Messages.of(Language.ENGLISH), any -> List.of());
    text.diagnostics().forEach(printer::print);
    text.value().ifPresent(decoded -> ORACLE.check("net.yaml", decoded));
  }
}
