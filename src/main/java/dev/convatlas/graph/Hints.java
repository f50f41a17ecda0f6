package dev.convatlas.graph;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import java.util.regex.Pattern;

/** What somebody probably forgot who wrote a text where an argument needs something else. */
final class Hints {
  private static final Pattern SUM = Pattern.compile("[0-9.()+*/^ -]*[0-9)] *[+*/^-] *[0-9(].*");

  private Hints() {}

  /** The same diagnostic; where its value lacks the braces of an expression, with a note. */
  static Diagnostic argument(Diagnostic diagnostic, Place place) {
    if (!diagnostic.message().key().equals("argument.wrong")) {
      return diagnostic;
    }
    String found = diagnostic.message().arguments().get(3).toString();
    Frame frame = place.frame();
    boolean name =
        place.loops().containsKey(found)
            || frame.arguments().containsKey(found)
            || frame.params().containsKey(found);
    if (name) {
      return diagnostic.with(Note.of("did.you.mean", "${" + found + "}"));
    }
    return SUM.matcher(found).matches()
        ? diagnostic.with(Note.of("expression.outside"))
        : diagnostic;
  }
}
