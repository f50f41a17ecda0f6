package dev.convatlas.site;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page can be linked by, and what it links to. This reads markup that this program wrote, so
 * it knows the tags and attributes of a valid page and repairs nothing; a parser of its own, since
 * a site has thousands of pages and a tree of each costs ten times as much.
 *
 * @param ids the anchors
 * @param links the references as written, entities resolved
 */
record Markup(Set<String> ids, Set<String> links) {
  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");
  private static final Set<String> REFERENCES =
      Set.of("href", "src", "poster", "action", "formaction", "xlink:href");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern REFRESH = Pattern.compile("(?i)\\s*\\d+\\s*;\\s*url=(.*)");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));");

  static Markup of(byte[] page) {
    // One byte is one character here: quick, and no byte of a longer character looks like ASCII.
    Scanner scanner = new Scanner(new String(page, StandardCharsets.ISO_8859_1));
    scanner.run();
    return new Markup(scanner.ids, scanner.links);
  }

  private static final class Scanner {
    private final String text;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> links = new HashSet<>();
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    void run() {
      for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
        if (text.startsWith("<!--", at)) {
          skipTo("-->");
        } else if (at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
          at++;
          tag(name());
        } else {
          at++;
        }
      }
    }

    private void tag(String tag) {
      while (at < text.length() && text.charAt(at) != '>') {
        if (!isNameEnd(text.charAt(at))) {
          attribute(tag, name());
        } else {
          at++;
        }
      }
      if (RAW.contains(tag)) {
        skipTo("</" + tag);
      }
    }

    private void attribute(String tag, String name) {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != '=') {
        return;
      }
      at++;
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      String value = value();
      if (name.equals("id") || (name.equals("name") && tag.equals("a"))) {
        ids.add(decoded(value));
      } else if (REFERENCES.contains(name) || (name.equals("data") && tag.equals("object"))) {
        links.add(decoded(value).strip());
      } else if (name.equals("srcset") || name.equals("imagesrcset")) {
        for (String candidate : COMMA.split(decoded(value), -1)) {
          links.add(SPACE.split(candidate.strip(), 2)[0]);
        }
      } else if (name.equals("content") && tag.equals("meta")) {
        Matcher refresh = REFRESH.matcher(decoded(value));
        if (refresh.matches()) {
          links.add(refresh.group(1).strip());
        }
      }
    }

    private String name() {
      int start = at;
      while (at < text.length() && !isNameEnd(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private String value() {
      char quote = at < text.length() ? text.charAt(at) : ' ';
      int start = at;
      int end;
      if (quote == '"' || quote == '\'') {
        start++;
        end = text.indexOf(quote, start);
        end = end < 0 ? text.length() : end;
        at = Math.min(end + 1, text.length());
      } else {
        while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) != '>') {
          at++;
        }
        end = at;
      }
      return text.substring(start, end);
    }

    private void skipTo(String end) {
      int found = text.indexOf(end, at);
      at = found < 0 ? text.length() : found + end.length();
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNameEnd(char c) {
      return c <= ' ' || c == '>' || c == '/' || c == '=';
    }

    private static String decoded(String raw) {
      String value = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      return value.indexOf('&') < 0 ? value : ENTITY.matcher(value).replaceAll(Scanner::character);
    }

    private static String character(MatchResult entity) {
      String character;
      if (entity.group(1) != null) {
        character = codePoint(Integer.parseInt(entity.group(1), 10));
      } else if (entity.group(2) != null) {
        character = codePoint(Integer.parseInt(entity.group(2), 16));
      } else {
        character =
            switch (entity.group(3)) {
              case "amp" -> "&";
              case "lt" -> "<";
              case "gt" -> ">";
              case "quot" -> "\"";
              default -> "'";
            };
      }
      return Matcher.quoteReplacement(character);
    }

    private static String codePoint(int number) {
      return Character.isValidCodePoint(number) ? Character.toString(number) : "\uFFFD";
    }
  }
}
