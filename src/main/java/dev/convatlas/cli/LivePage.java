package dev.convatlas.cli;

import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as {@code serve} sends it: with a script that listens for changes, and a policy that lets
 * it. What is published has neither.
 */
final class LivePage {
  static final String SCRIPT = ".convatlas/live.js";
  static final String EVENTS = ".convatlas/events";

  private static final Pattern POLICY =
      Pattern.compile("(http-equiv=\"Content-Security-Policy\" content=\")([^\"]*)\"");

  private LivePage() {}

  /**
   * @param path of the page in the site, from which its script asks for changes
   * @param version of what the page follows from
   */
  static byte[] of(byte[] page, String path, String version, Messages words) {
    String html = new String(page, StandardCharsets.UTF_8);
    String script =
        "<script defer src=\"/"
            + SCRIPT
            + "\" data-page=\""
            + escaped(path)
            + "\" data-version=\""
            + version
            + "\" data-language=\""
            + words.language().tag()
            + "\" data-close=\""
            + escaped(words.text("serve.close"))
            + "\"></script>\n";
    Matcher policy = POLICY.matcher(html);
    if (policy.find()) {
      String allowed = policy.group(2);
      for (String kind : List.of("connect-src", "script-src")) {
        if (!allowed.contains(kind)) {
          allowed += "; " + kind + " 'self'";
        }
      }
      html = html.substring(0, policy.start(2)) + allowed + html.substring(policy.end(2));
    }
    int end = html.indexOf("</head>");
    int at = end < 0 ? html.length() : end;
    return (html.substring(0, at) + script + html.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  /** A page about something that went wrong. */
  static byte[] about(String title, String text, String path, String version, Messages words) {
    String html =
        "<!DOCTYPE html>\n<html lang=\""
            + words.language().tag()
            + "\"><head><meta charset=\"utf-8\"><title>"
            + escaped(title)
            + "</title></head>\n<body><h1>"
            + escaped(title)
            + "</h1><pre>"
            + escaped(text)
            + "</pre><p><a href=\"/\">"
            + escaped(words.text("serve.home"))
            + "</a></p></body></html>\n";
    return of(html.getBytes(StandardCharsets.UTF_8), path, version, words);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
