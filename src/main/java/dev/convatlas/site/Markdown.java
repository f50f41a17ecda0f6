package dev.convatlas.site;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The descriptions that people write, in Markdown, as HTML that is safe in any page whoever wrote
 * them. HTML in the text is shown as text; a picture becomes its alternative text, since pages
 * fetch nothing; a link keeps only its text unless it leads to http, https or mailto.
 *
 * <p>The sanitiser after the renderer sees nothing to remove as long as the renderer does what it
 * says; it is there for the day that it does not.
 */
final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /** Deeper nesting is shown as text; a text of nothing but {@code >} must not end a build. */
  private static final int DEEPEST_BLOCK = 16;

  private static final int DEEPEST_INLINE = 32;

  private static final Pattern LINKABLE = Pattern.compile("(?i)(?:https?://[^/?#\\s]|mailto:)\\S*");

  /** Control characters that HTML forbids, and those that turn the direction of what follows. */
  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]|[\u202A-\u202E\u2066-\u2069]");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST_BLOCK)
          .maxInlineNesting(DEEPEST_INLINE)
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .percentEncodeUrls(true)
          .build();
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote")
          .allowElements("ul", "ol", "li", "h2", "h3", "h4", "h5", "h6")
          .allowElements("table", "thead", "tbody", "tr", "th", "td", "a")
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,9}"))
          .onElements("ol")
          .allowAttributes("href")
          .matching(LINKABLE)
          .onElements("a")
          .allowUrlProtocols("http", "https", "mailto")
          .requireRelsOnLinks("nofollow", "noopener", "ugc")
          .toFactory();

  /** Han characters and the punctuation that goes with them. */
  private static final Pattern WIDE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u3000-\u303F\uFF00-\uFFEF]");

  private Markdown() {}

  /**
   * Renders a text.
   *
   * @param top the level of heading, 2 to 6, that the first level of the text becomes
   */
  static String html(String text, int top) {
    Node document = PARSER.parse(wanted(text));
    document.accept(new Taming(top));
    // Again, since the text may have had such characters as entities.
    return POLICY.sanitize(wanted(RENDERER.render(document)));
  }

  private static String wanted(String text) {
    return UNWANTED.matcher(text).replaceAll("");
  }

  private static boolean isWide(int character) {
    return WIDE.matcher(Character.toString(character)).matches();
  }

  /** Takes out of a document what a page must not have. */
  private static final class Taming extends AbstractVisitor {
    private final int top;

    Taming(int top) {
      this.top = top;
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(heading.getLevel() + top - 1, 6));
      visitChildren(heading);
    }

    /** A line may end anywhere in Chinese, which has no spaces for the break to stand for. */
    @Override
    public void visit(SoftLineBreak lineBreak) {
      if (isWide(end(lineBreak.getPrevious())) && isWide(start(lineBreak.getNext()))) {
        lineBreak.unlink();
      }
    }

    private static int end(Node node) {
      Node last = node;
      while (last != null && last.getLastChild() != null) {
        last = last.getLastChild();
      }
      String text = last instanceof Text leaf ? leaf.getLiteral() : "";
      return text.isEmpty() ? ' ' : text.codePointBefore(text.length());
    }

    private static int start(Node node) {
      Node first = node;
      while (first != null && first.getFirstChild() != null) {
        first = first.getFirstChild();
      }
      String text = first instanceof Text leaf ? leaf.getLiteral() : "";
      return text.isEmpty() ? ' ' : text.codePointAt(0);
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (LINKABLE.matcher(link.getDestination()).matches()) {
        link.setTitle(null);
      } else {
        unwrap(link);
      }
    }

    private static void unwrap(Node node) {
      for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
        node.insertBefore(child);
      }
      node.unlink();
    }
  }
}
