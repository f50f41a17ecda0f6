package dev.convatlas.report;

import dev.convatlas.graph.Node;
import dev.convatlas.layer.Argument;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.layer.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The arguments of a layer in a few characters. */
final class Given {
  /** Letters that everybody writes in diagrams of networks. */
  private static final Map<String, String> SHORT =
      Map.of("kernel_size", "k", "stride", "s", "padding", "p", "dilation", "d", "groups", "g");

  /** What changes no figure. */
  private static final Set<String> IDLE = Set.of("eps", "momentum", "inplace");

  /** What the output's shape says already, or the explanation of the layer. */
  private static final Set<String> SILENT =
      Set.of("out_channels", "out_features", "bias", "affine", "p", "mode");

  private Given() {}

  /** {@code k3 s2 p1}: only what is not the default. */
  static String brief(Node node) {
    return unusual(node).stream()
        .filter(setting -> !SILENT.contains(setting.name()))
        .map(Given::brief)
        .collect(Collectors.joining(" "));
  }

  private static String brief(Setting setting) {
    String letter = SHORT.get(setting.name());
    String value = setting.text().replace(" ", "");
    return letter == null ? setting.name() + "=" + value : letter + sizes(value);
  }

  /** {@code 1×7} for {@code [1,7]}. */
  private static String sizes(String value) {
    return value.startsWith("[") ? value.substring(1, value.length() - 1).replace(',', '×') : value;
  }

  /** {@code kernel_size 3, stride 2, padding 1, bias false}. */
  static String full(Node node) {
    return unusual(node).stream()
        .map(setting -> setting.name() + " " + setting.text())
        .collect(Collectors.joining(", "));
  }

  private static List<Setting> unusual(Node node) {
    Optional<LayerType> type = LayerTypes.named(node.type());
    return node.settings().stream()
        .filter(setting -> !IDLE.contains(setting.name()))
        .filter(setting -> type.map(known -> !isDefault(known, setting, node)).orElse(true))
        .toList();
  }

  private static boolean isDefault(LayerType type, Setting setting, Node node) {
    return type.arguments().stream()
        .filter(argument -> argument.name().equals(setting.name()))
        .anyMatch(argument -> isDefault(argument, setting, node));
  }

  private static boolean isDefault(Argument<?> argument, Setting setting, Node node) {
    return argument.shown().equals(setting.text())
        || node.settings().stream()
            .anyMatch(
                other ->
                    other.name().equals(argument.shown()) && other.text().equals(setting.text()));
  }
}
