package dev.convatlas.graph;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Adds to what is wrong where in the model it is, and which lines used the blocks around it. */
final class Reports {
  private final Problems problems;
  private boolean stopped;

  Reports(Problems problems) {
    this.problems = problems;
  }

  void error(Place place, SourceSpan span, String key, Object... arguments) {
    add(place, Diagnostic.error(span, Message.of(key, arguments)));
  }

  void add(Place place, Diagnostic diagnostic) {
    Diagnostic located = diagnostic;
    if (!place.path().isEmpty()) {
      located = located.with(Note.of("graph.path", place.path()));
    }
    for (Frame frame = place.frame(); frame.outer() != null; frame = frame.outer()) {
      String block = frame.block().orElseThrow().name();
      located = located.with(Note.at(frame.usedAt(), "graph.used", block));
    }
    problems.add(located);
  }

  /** Notes that something cannot go on because of an error that is reported elsewhere. */
  void stop() {
    stopped = true;
  }

  boolean isSound() {
    return !stopped && !problems.hasErrors();
  }

  void clash(Place place, SourceSpan span, String name, SourceSpan before) {
    boolean turns = Character.isDigit(name.charAt(0));
    String key =
        turns ? "name.clash.loops" : span.equals(before) ? "name.clash.turns" : "name.clash";
    Diagnostic error = Diagnostic.error(span, Message.of(key, name));
    add(place, span.equals(before) ? error : error.with(Note.at(before, "name.first")));
  }

  /** What a reader gives; what it reports gets its place in the model. */
  <T> T collect(Place place, Function<Problems, T> reader) {
    return collect(place, reader, UnaryOperator.identity());
  }

  <T> T collect(Place place, Function<Problems, T> reader, UnaryOperator<Diagnostic> hint) {
    Problems own = new Problems();
    T result = reader.apply(own);
    own.list().forEach(diagnostic -> add(place, hint.apply(diagnostic)));
    return result;
  }
}
