package dev.convatlas.definition;

import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;

/** A scalar's text, taken apart into expressions and what stands around them. */
record Template(List<Piece> pieces) {

  /** What an expression begins with. */
  static final String START = "${";

  /** A part of the text. */
  sealed interface Piece {
    /** Index of its first character. */
    int at();
  }

  record Literal(int at, String text) implements Piece {}

  /** What stands between the braces; {@code at} is the index of its first character. */
  record Code(int at, Engine.Parsed parsed) implements Piece {}

  /** No expression, and why; the failure's indices are those of the scalar's text. */
  record Broken(int at, Failure failure) implements Piece {}

  Template {
    pieces = List.copyOf(pieces);
  }

  /** Whether it is one expression and nothing else. */
  boolean isWhole() {
    return pieces.size() == 1 && !(pieces.get(0) instanceof Literal);
  }

  static Template of(String text, Engine engine) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf(START, at);
      if (start < 0) {
        literal.append(text, at, text.length());
        break;
      }
      if (start > at && text.charAt(start - 1) == '$') {
        literal.append(text, at, start - 1).append(START);
        at = start + START.length();
        continue;
      }
      literal.append(text, at, start);
      if (!literal.isEmpty()) {
        pieces.add(new Literal(at, literal.toString()));
        literal.setLength(0);
      }
      int end = end(text, start + START.length());
      if (end < 0) {
        Message message = Message.of("expression.open");
        pieces.add(new Broken(start, new Failure(start, start + START.length(), message)));
        return new Template(pieces);
      }
      pieces.add(piece(text, start + START.length(), end, engine));
      at = end + 1;
    }
    if (!literal.isEmpty()) {
      pieces.add(new Literal(at, literal.toString()));
    }
    return new Template(pieces);
  }

  private static Piece piece(String text, int from, int to, Engine engine) {
    try {
      return new Code(from, engine.parse(text.substring(from, to)));
    } catch (Failure failure) {
      return new Broken(from, failure.shifted(from));
    }
  }

  /** Index of the brace that closes an expression, braces in its texts left out; or -1. */
  private static int end(String text, int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '}') {
        return i;
      }
    }
    return -1;
  }
}
