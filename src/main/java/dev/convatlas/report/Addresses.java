package dev.convatlas.report;

/** Where the pages of an edition lie, from its folder. */
public final class Addresses {
  private Addresses() {}

  public static String model(String id) {
    return "models/" + id + ".html";
  }

  public static String family(String id) {
    return "families/" + id + ".html";
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
