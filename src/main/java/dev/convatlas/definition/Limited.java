package dev.convatlas.definition;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;

/** Ends the reading of a file that goes over a limit: nothing more of it is worth looking at. */
public final class Limited extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  private Limited(Diagnostic diagnostic) {
    super(diagnostic.message().key(), null, false, false);
    this.diagnostic = diagnostic;
  }

  public static Limited by(Limit limit, Limits limits, SourceSpan span) {
    Message message =
        Message.of("limit." + limit.key(), limits.get(limit)); // One key for each limit.
    return new Limited(
        Diagnostic.error(span, message)
            .with(Diagnostic.Note.of("limit.raise", limit.key(), limits.get(limit))));
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
