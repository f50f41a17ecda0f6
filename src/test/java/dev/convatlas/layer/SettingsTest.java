package dev.convatlas.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.YamlReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal layers have equal settings, however they are written. */
class SettingsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conv2d     | {out_channels: 8, kernel_size: 3} | out_channels=8 kernel_size=3 stride=1 padding=0 dilation=1 groups=1 bias=true
          conv2d     | {bias: False, kernel_size: [3, 3], stride: [2, 2], out_channels: 0x8} | out_channels=8 kernel_size=3 stride=2 padding=0 dilation=1 groups=1 bias=false
          conv2d     | {out_channels: 8, kernel_size: [1, 7], padding: same} | out_channels=8 kernel_size=[1, 7] stride=1 padding=same dilation=1 groups=1 bias=true
          max_pool2d | {kernel_size: 3} | kernel_size=3 stride=3 padding=0 dilation=1 ceil_mode=false
          max_pool2d | {kernel_size: 3, stride: 2} | kernel_size=3 stride=2 padding=0 dilation=1 ceil_mode=false
          interpolate | {scale_factor: 2.0} | scale_factor=2 mode=nearest
          parameter  | {shape: [1, 1]} | shape=[1, 1] buffer=false
          adaptive_avg_pool2d | {output_size: [null, 7]} | output_size=[null, 7]
          batch_norm2d | {eps: 0.001} | eps=0.001
          """)
  void areWrittenInOneWay(String type, String arguments, String expected) {
    Mapping written =
        (Mapping) YamlReader.read("x.yaml", arguments, Limits.DEFAULT).value().orElseThrow();
    String text =
        LayerTypes.named(type).orElseThrow().settings(written).stream()
            .filter(setting -> !type.startsWith("batch") || setting.name().equals("eps"))
            .map(setting -> setting.name() + "=" + setting.text())
            .collect(Collectors.joining(" "));
    assertThat(text).isEqualTo(expected);
  }

  @Test
  void smallNumbersAreThemselvesInAnyNotation() {
    assertThat(eps("1e-5")).isEqualTo(eps("0.00001")).isEqualTo(eps("0.10e-4"));
  }

  private static Object eps(String text) {
    Mapping written =
        (Mapping)
            YamlReader.read("x.yaml", "{eps: " + text + "}", Limits.DEFAULT).value().orElseThrow();
    return LayerTypes.named("batch_norm2d").orElseThrow().settings(written);
  }

  /** The reference prints a default as YAML writes it: reading that must give the default. */
  @Test
  void shownDefaultsAreTheDefaults() {
    int checked = 0;
    for (LayerType type : LayerTypes.ALL) {
      for (Argument<?> argument : type.arguments()) {
        if (argument.fallback().isPresent()) {
          Value shown = new Scalar(SourceSpan.wholeFile(""), argument.shown(), true);
          assertThat(argument.kind().read(shown).map(SettingsTest::plain))
              .describedAs("%s.%s", type.name(), argument.name())
              .isEqualTo(argument.fallback().map(SettingsTest::plain));
          checked++;
        }
      }
    }
    assertThat(checked).isPositive();
  }

  /** 1.0 and 1 are one number. */
  private static Object plain(Object value) {
    return value instanceof java.math.BigDecimal number ? number.stripTrailingZeros() : value;
  }
}
