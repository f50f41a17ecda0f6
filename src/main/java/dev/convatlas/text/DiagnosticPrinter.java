package dev.convatlas.text;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Excerpt;
import dev.convatlas.source.Message;
import java.util.List;
import java.util.function.Function;

/**
 * A diagnostic as people read it in a terminal:
 *
 * <pre>
 * vgg.yaml:7:5: error: conv2d: …
 * 7 |   - conv2d: {groups: 3}
 *   |     ^~~~~~
 * vgg.yaml:31:5: note: used here
 *   note: …
 * </pre>
 *
 * @param lines of a file by its path; none when the file cannot be shown
 */
public record DiagnosticPrinter(Messages words, Function<String, List<String>> lines) {

  /** Lines with {@code \n} between them and after the last. */
  public String print(Diagnostic diagnostic) {
    String label =
        switch (diagnostic.severity()) {
          case ERROR -> "diagnostic.error";
          case WARNING -> "diagnostic.warning";
        };
    StringBuilder text = new StringBuilder();
    line(text, diagnostic.span() + ": " + said(label, diagnostic.message()));
    String excerpt = Excerpt.of(diagnostic.span(), lines.apply(diagnostic.span().path()));
    if (!excerpt.isEmpty()) {
      text.append(excerpt).append('\n');
    }
    for (Note note : diagnostic.notes()) {
      String place = note.span() == null ? "  " : note.span() + ": ";
      line(text, place + said("diagnostic.note", note.message()));
    }
    return text.toString();
  }

  private String said(String label, Message message) {
    return words.text(label, words.text(message));
  }

  /** Quoted values and file names come from strangers: nothing of them may steer a terminal. */
  private static void line(StringBuilder into, String line) {
    into.append(Excerpt.visible(line)).append('\n');
  }
}
