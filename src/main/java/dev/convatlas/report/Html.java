package dev.convatlas.report;

/**
 * HTML written by hand. Templates evaluate an expression for each attribute of each cell, which
 * costs a hundred times what the cell costs: so what repeats for each layer or line of a page is
 * written here, and the templates have its frame.
 *
 * <p>It is most of a page, so it is written as briefly as HTML allows: without end tags that the
 * next tag implies (of cells, rows, items and terms), without quotes around words, and without
 * spaces, which would belong to what has not ended yet.
 */
final class Html {
  private final StringBuilder html = new StringBuilder(1 << 14);

  /** Markup as it is. */
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  /** Text, escaped. */
  Html text(String plain) {
    int from = 0;
    for (int i = 0; i < plain.length(); i++) {
      String escaped = escaped(plain.charAt(i));
      if (escaped != null) {
        html.append(plain, from, i).append(escaped);
        from = i + 1;
      }
    }
    html.append(plain, from, plain.length());
    return this;
  }

  private static String escaped(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }

  /** An element with text in it. */
  Html element(String name, String plain) {
    return raw("<").raw(name).raw(">").text(plain).raw("</").raw(name).raw(">");
  }

  /** An attribute of the tag that is being written; left out when it is empty. */
  Html attribute(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String quote = isWord(value) ? "" : "\"";
    return raw(" ").raw(name).raw("=").raw(quote).text(value).raw(quote);
  }

  private static boolean isWord(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!plain && "#-._".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The same with a text by each convention, see {@link ByConvention}; nothing without a text. */
  Html counted(String tag, String name, String plain, String by) {
    return plain.isEmpty()
        ? this
        : raw("<")
            .raw(tag)
            .attribute("data-by", by)
            .raw(">")
            .text(plain)
            .raw("</")
            .raw(name)
            .raw(">");
  }

  Html link(String href, String plain) {
    return raw("<a").attribute("href", href).raw(">").text(plain).raw("</a>");
  }

  /** What a cell shows: a link where it leads somewhere. */
  Html content(Cell cell) {
    return cell.href().isEmpty() ? text(cell.text()) : link(cell.href(), cell.text());
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
