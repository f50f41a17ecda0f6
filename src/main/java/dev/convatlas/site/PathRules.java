package dev.convatlas.site;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which paths a site may have, so that it can be written, copied and served everywhere: on Linux,
 * macOS and Windows, and by every static host.
 */
final class PathRules {

  /** What the publisher keeps for itself starts with this. */
  static final String RESERVED = ".convatlas-";

  /** The longest name that common file systems take, in bytes of UTF-8. */
  private static final int LONGEST_PART = 255;

  private static final int LONGEST_PATH = 1024;

  /**
   * Control, format (bidirectional marks among them), unassigned and private characters, and those
   * that Windows keeps for itself.
   */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{C}\\\\:*?\"<>|]");

  /** Devices of Windows, which it finds in any folder and before any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\\..*)?");

  private PathRules() {}

  /** Why a path must not be used, in English for whoever mends the program; empty when it may. */
  static Optional<String> fault(String path) {
    if (path.isEmpty() || bytes(path) > LONGEST_PATH) {
      return Optional.of("is empty or too long");
    }
    if (FORBIDDEN.matcher(path).find()) {
      return Optional.of("has a character that not every file system takes");
    }
    if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
      return Optional.of("is not in Unicode's normal form C");
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return Optional.of("is not relative and plain");
      }
      if (part.endsWith(".") || part.strip().length() != part.length()) {
        return Optional.of("has a part that starts or ends with a space, or ends with a dot");
      }
      if (DEVICE.matcher(part).matches()) {
        return Optional.of("has a part that is a device on Windows");
      }
      if (fold(part).startsWith(RESERVED)) {
        return Optional.of("has a part that the publisher keeps for itself");
      }
      if (bytes(part) > LONGEST_PART) {
        return Optional.of("has a part that is too long");
      }
    }
    return Optional.empty();
  }

  /** Equal for two names that a file system without case would take for one. */
  static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
