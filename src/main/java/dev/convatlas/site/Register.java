package dev.convatlas.site;

import java.util.HashMap;
import java.util.Map;

/** The paths that a sink was given, so that no two are the same file anywhere. */
final class Register {
  /** From the folded name of each file and folder to how it was written; folders end in a slash. */
  private final Map<String, String> taken = new HashMap<>();

  /**
   * Takes a path.
   *
   * @throws IllegalArgumentException as {@link Sink#put} says
   */
  synchronized void claim(String path) {
    PathRules.fault(path)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("'" + path + "' " + fault);
            });
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      String before = taken.putIfAbsent(PathRules.fold(folder), folder + "/");
      if (before != null && !before.equals(folder + "/")) {
        throw new IllegalArgumentException("'" + path + "' collides with '" + before + "'");
      }
    }
    String folded = PathRules.fold(path);
    // Of most paths one string is kept, not two: there are hundreds of thousands.
    String before = taken.putIfAbsent(folded.equals(path) ? path : folded, path);
    if (before != null) {
      throw new IllegalArgumentException("'" + path + "' collides with '" + before + "'");
    }
  }
}
