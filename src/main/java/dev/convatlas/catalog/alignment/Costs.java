package dev.convatlas.catalog.alignment;

import dev.convatlas.layer.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What it costs to call two layers the same one, in whole numbers, so that Java and the browser
 * agree.
 *
 * <table>
 * <caption>Costs</caption>
 * <tr><td>each setting that differs, at most three</td><td>{@value #SETTING}</td></tr>
 * <tr><td>another type of the same kind, instead of its settings</td><td>{@value #TYPE}</td></tr>
 * <tr><td>another stage</td><td>{@value #STAGE}</td></tr>
 * <tr><td>another size, cost or use</td><td>{@value #SIZE}</td></tr>
 * <tr><td>a run of layers without counterpart</td><td>{@value #OPEN}</td></tr>
 * <tr><td>each layer of such a run</td><td>{@value #EXTEND}</td></tr>
 * </table>
 *
 * <p>Layers of different kinds are never the same one, nor are different types of the kind {@code
 * other}.
 */
final class Costs {
  static final int SETTING = 2;
  static final int MOST_SETTINGS = 3;
  static final int TYPE = 5;
  static final int STAGE = 4;
  static final int SIZE = 1;
  static final int OPEN = 6;
  static final int EXTEND = 3;

  /** Of a pair that cannot be. */
  static final byte NEVER = -1;

  private final byte[] table;
  private final int[] before;
  private final int[] after;
  private final int columns;

  /** Most layers are like another one: what a pair costs is found out once for each two kinds. */
  Costs(List<LayerKey> before, List<LayerKey> after) {
    Map<LayerKey, Integer> rows = new HashMap<>();
    Map<LayerKey, Integer> heads = new HashMap<>();
    this.before = number(before, rows);
    this.after = number(after, heads);
    this.columns = heads.size();
    this.table = new byte[Math.multiplyExact(rows.size(), columns)];
    rows.forEach((a, i) -> heads.forEach((b, j) -> table[i * columns + j] = between(a, b)));
  }

  private static int[] number(List<LayerKey> layers, Map<LayerKey, Integer> numbers) {
    return layers.stream()
        .mapToInt(
            layer -> {
              numbers.putIfAbsent(layer, numbers.size());
              return numbers.get(layer);
            })
        .toArray();
  }

  /** By the index of a layer of each model. */
  byte of(int i, int j) {
    return table[before[i] * columns + after[j]];
  }

  private static byte between(LayerKey a, LayerKey b) {
    if (!a.kind().equals(b.kind())) {
      return NEVER;
    }
    boolean types = a.type().equals(b.type());
    if (!types && a.kind().equals("other")) {
      return NEVER;
    }
    int cost =
        types ? SETTING * Math.min(MOST_SETTINGS, differing(a.settings(), b.settings())) : TYPE;
    cost += a.stage() == b.stage() ? 0 : STAGE;
    return (byte) (cost + (isAlike(a, b) ? 0 : SIZE));
  }

  private static boolean isAlike(LayerKey a, LayerKey b) {
    return a.inputs().equals(b.inputs())
        && a.output().equals(b.output())
        && a.params() == b.params()
        && a.macs() == b.macs()
        && a.training() == b.training();
  }

  /** Settings that only one has, or that have another value. No streams: there are millions. */
  private static int differing(List<Setting> a, List<Setting> b) {
    int count = 0;
    for (Setting setting : a) {
      count += has(b, setting.name(), setting.text()) ? 0 : 1;
    }
    for (Setting setting : b) {
      count += has(a, setting.name(), null) ? 0 : 1;
    }
    return count;
  }

  /**
   * @param text null for any
   */
  private static boolean has(List<Setting> settings, String name, String text) {
    for (Setting setting : settings) {
      if (setting.name().equals(name)) {
        return text == null || setting.text().equals(text);
      }
    }
    return false;
  }
}
