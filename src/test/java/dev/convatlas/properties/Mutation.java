package dev.convatlas.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a text as typing errors, unfinished edits and hostile hands do. */
final class Mutation {
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?=:( |\\n))");
  private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\n,\\]}#]+");
  private static final String CHARACTERS = " \t\n:-?[]{},#&*!|>'\"%@`$.0189aeiz_é中\u0001\u2028";
  private static final List<String> VALUES =
      List.of(
          "-1",
          "0",
          "1.5",
          "1e9",
          "2147483647",
          "99999999999999999999",
          "null",
          "~",
          "true",
          "[]",
          "{}",
          "[[[]]]",
          "\"\"",
          "'8'",
          "&a [*a, *a]",
          "*a",
          "!!python/object:os.system x",
          "<<",
          "${1 / 0}",
          "${9 ^ 9 ^ 9}",
          "${in.channels}",
          "${prev}",
          "${range(100000)}",
          "${unknown}",
          "${",
          "\"${in.height / 3}\"",
          "\"${if(true, 1)}\"",
          "\"${list(1, 2, 3)}\"",
          "../../etc/passwd",
          "{for: {q: 1000}, value: {for: {r: 1000}, value: 1}}",
          "conv2d",
          "residual",
          "concat");

  private final SplittableRandom random;
  private final List<String> texts;

  /**
   * @param texts where keys and pieces come from
   */
  Mutation(SplittableRandom random, List<String> texts) {
    this.random = random;
    this.texts = texts;
  }

  /** One to three changes. */
  String of(String text) {
    String changed = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed =
          switch (random.nextInt(4)) {
            case 0 -> character(changed);
            case 1 -> token(changed, KEY, key());
            case 2 -> token(changed, VALUE, VALUES.get(random.nextInt(VALUES.size())));
            default -> structure(changed);
          };
    }
    return changed;
  }

  private String character(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    String other = String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + other + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      default -> text.substring(0, at) + other + text.substring(at + 1);
    };
  }

  private String key() {
    List<String> keys = all(texts.get(random.nextInt(texts.size())), KEY);
    return keys.isEmpty() ? "layers" : keys.get(random.nextInt(keys.size()));
  }

  private static List<String> all(String text, Pattern pattern) {
    return pattern.matcher(text).results().map(found -> found.group()).toList();
  }

  private String token(String text, Pattern pattern, String by) {
    List<int[]> places = new ArrayList<>();
    for (Matcher each = pattern.matcher(text); each.find(); ) {
      places.add(new int[] {each.start(), each.end()});
    }
    if (places.isEmpty()) {
      return text;
    }
    int[] place = places.get(random.nextInt(places.size()));
    return text.substring(0, place[0]) + by + text.substring(place[1]);
  }

  private String structure(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    int to = Math.min(lines.size(), at + 1 + random.nextInt(6));
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> lines.set(at, "  " + lines.get(at));
      case 4 -> lines.set(at, lines.get(at).replaceFirst("^ {1,2}", ""));
      case 5 -> lines.addAll(at, List.copyOf(lines.subList(at, to)));
      default -> lines.addAll(at, piece());
    }
    return String.join("\n", lines);
  }

  /** Some lines of another text. */
  private List<String> piece() {
    List<String> lines = List.of(texts.get(random.nextInt(texts.size())).split("\n", -1));
    int from = random.nextInt(lines.size());
    return lines.subList(from, Math.min(lines.size(), from + 1 + random.nextInt(8)));
  }
}
