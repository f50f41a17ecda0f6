package dev.convatlas.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a sentence, whose syntax {@link Messages} documents. */
final class Places {
  static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?\\}");

  private Places() {}

  static String fill(String key, String sentence, List<String> arguments) {
    if (sentence.indexOf('{') < 0) {
      return sentence;
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    Matcher place = PLACE.matcher(sentence);
    while (place.find()) {
      int number = Integer.parseInt(place.group(1));
      if (number >= arguments.size()) {
        throw new IllegalStateException(
            "message '" + key + "' has a place {" + number + "} and too few arguments");
      }
      String argument = arguments.get(number);
      filled.append(sentence, from, place.start()).append(chosen(place, argument));
      from = place.end();
    }
    return filled.append(sentence, from, sentence.length()).toString();
  }

  private static String chosen(Matcher place, String argument) {
    if (place.group(2) == null) {
      return argument;
    }
    return argument.equals("1") ? place.group(2) : place.group(3);
  }
}
