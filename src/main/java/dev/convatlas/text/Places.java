package dev.convatlas.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a sentence, whose syntax {@link Messages} documents. */
final class Places {
  static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?\\}");

  private Places() {}

  static String fill(String key, String sentence, List<String> arguments) {
    int open = sentence.indexOf('{');
    if (open < 0) {
      return sentence;
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (; open >= 0; open = sentence.indexOf('{', open + 1)) {
      int close = sentence.indexOf('}', open);
      if (close == open + 2 && isDigit(sentence.charAt(open + 1))) {
        // Most places are as short as this; they are read without the pattern.
        filled.append(sentence, from, open);
        filled.append(argument(key, sentence.charAt(open + 1) - '0', arguments));
        from = close + 1;
      } else if (close > open) {
        Matcher place = PLACE.matcher(sentence).region(open, close + 1);
        if (place.matches()) {
          String argument = argument(key, Integer.parseInt(place.group(1)), arguments);
          filled.append(sentence, from, open).append(chosen(place, argument));
          from = close + 1;
        }
      }
    }
    return filled.append(sentence, from, sentence.length()).toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String argument(String key, int number, List<String> arguments) {
    if (number >= arguments.size()) {
      throw new IllegalStateException(
          "message '" + key + "' has a place {" + number + "} and too few arguments");
    }
    return arguments.get(number);
  }

  private static String chosen(Matcher place, String argument) {
    return argument.equals("1") ? place.group(2) : place.group(3);
  }
}
