package dev.convatlas.report;

import java.util.List;

/** Where the pages of an edition lie, from its folder. */
public final class Addresses {
  private Addresses() {}

  public static String model(String id) {
    return "models/" + id + ".html";
  }

  public static String family(String id) {
    return "families/" + id + ".html";
  }

  public static String comparison(String id) {
    return "compare/" + id + ".html";
  }

  /** The page that readers choose on, with these models chosen. */
  static String compared(List<String> models, String base) {
    return ComparePage.PATH + "#m=" + String.join(",", models) + "&base=" + base;
  }

  public static String guide(String id) {
    return "guide/" + id + ".html";
  }

  public static String layer(String type) {
    return "layers/index.html#" + type;
  }

  /** Anchor of a layer's row on its model's page. */
  static String row(String path) {
    return "l-" + path;
  }

  /** Anchor of a line of the definition on the model's page. */
  static String line(int number) {
    return "y" + number;
  }
}
