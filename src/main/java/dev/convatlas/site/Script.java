package dev.convatlas.site;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;

/**
 * Data as a classic script: a page that was opened from a disk may load scripts and nothing else.
 */
final class Script {
  /** Escapes what could end a script or a line of one. */
  private static final Gson GSON = new Gson();

  private Script() {}

  /**
   * A script that calls a function of {@code assets/compare/base.js} with the data.
   *
   * @param data maps in an order of their own, records, lists, texts, numbers and truth values
   *     only; nulls in maps are left out
   */
  static byte[] calling(String function, Object data) {
    return bytes("convatlas." + function + "(" + GSON.toJson(data) + ");\n");
  }

  /** A script that sets a value for others to find. */
  static byte[] setting(String name, Object data) {
    return bytes("convatlas." + name + " = " + GSON.toJson(data) + ";\n");
  }

  private static byte[] bytes(String script) {
    return script.getBytes(StandardCharsets.UTF_8);
  }
}
