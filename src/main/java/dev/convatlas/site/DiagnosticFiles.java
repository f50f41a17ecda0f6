package dev.convatlas.site;

import com.google.gson.stream.JsonWriter;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a catalog, for programs that show it beside the lines: {@code schema}, {@code
 * models} that are sound, {@code errors} and {@code warnings} as numbers, and {@code diagnostics},
 * each with {@code severity}, {@code path}, {@code line} and {@code column} from 1 (0 for a whole
 * file), {@code length}, {@code rule}, {@code message} and {@code notes}. Names stay; more may
 * come.
 */
public final class DiagnosticFiles {
  private DiagnosticFiles() {}

  /**
   * @param models number of those that are sound
   */
  public static byte[] json(List<Diagnostic> diagnostics, int models, Messages words) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    return DataFiles.json(
        json -> {
          json.name("schema").value(DataFiles.SCHEMA);
          json.name("models").value(models);
          json.name("errors").value(errors);
          json.name("warnings").value(diagnostics.size() - errors);
          json.name("diagnostics").beginArray();
          for (Diagnostic diagnostic : diagnostics) {
            diagnostic(json, diagnostic, words);
          }
          json.endArray();
        });
  }

  private static void diagnostic(JsonWriter json, Diagnostic diagnostic, Messages words)
      throws IOException {
    json.beginObject();
    json.name("severity").value(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    place(json, diagnostic.span());
    json.name("rule").value(diagnostic.message().key());
    json.name("message").value(words.text(diagnostic.message()));
    json.name("notes").beginArray();
    for (Note note : diagnostic.notes()) {
      json.beginObject();
      if (note.span() != null) {
        place(json, note.span());
      }
      json.name("message").value(words.text(note.message()));
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void place(JsonWriter json, SourceSpan span) throws IOException {
    json.name("path").value(span.path());
    json.name("line").value(span.line());
    json.name("column").value(span.column());
    json.name("length").value(span.length());
  }
}
