package dev.convatlas.graph;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import java.util.function.Function;

/** Adds to what is wrong where in the model it is, and which lines used the blocks around it. */
final class Reports {
  private final Problems problems;

  Reports(Problems problems) {
    this.problems = problems;
  }

  void error(Place place, SourceSpan span, String key, Object... arguments) {
    add(place, Diagnostic.error(span, Message.of(key, arguments)));
  }

  void add(Place place, Diagnostic diagnostic) {
    add(place, place.area().path(), diagnostic);
  }

  /**
   * @param path of the layer in the model; empty at its top
   */
  void add(Place place, String path, Diagnostic diagnostic) {
    Diagnostic located = path.isEmpty() ? diagnostic : diagnostic.with(Note.of("graph.path", path));
    for (Frame frame = place.frame(); frame.outer() != null; frame = frame.outer()) {
      String block = frame.block().orElseThrow().name();
      located = located.with(Note.at(frame.usedAt(), "graph.used", block));
    }
    problems.add(located);
  }

  void clash(Place place, SourceSpan span, String name, SourceSpan before) {
    add(
        place,
        Diagnostic.error(span, Message.of("name.clash", place.area().path(name)))
            .with(Note.at(before, "name.first")));
  }

  /** What a reader gives; what it reports gets its place in the model. */
  <T> T collect(Place place, Function<Problems, T> reader) {
    Problems own = new Problems();
    T result = reader.apply(own);
    own.list().forEach(diagnostic -> add(place, diagnostic));
    return result;
  }
}
