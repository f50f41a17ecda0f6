package dev.convatlas.yaml;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The library's complaints in sentences for people who write models. */
final class Syntax {

  private Syntax() {}

  static Diagnostic diagnostic(MarkedYAMLException wrong, Places places) {
    String problem = wrong.getProblem() == null ? "" : wrong.getProblem();
    String context = wrong.getContext() == null ? "" : wrong.getContext();
    Optional<Integer> opened = index(wrong.getContextMark());
    Optional<Integer> found = index(wrong.getProblemMark()).or(() -> opened);
    if (found.isEmpty()) {
      return error(places.file(), "yaml.syntax", problem);
    }
    int at = found.get();
    int point = places.point(at);
    if (point == '{' && places.point(at - 1) == '$') {
      return error(places.span(at - 1, at + 1), "yaml.expression-in-braces");
    }
    if (problem.startsWith("found character")) {
      return point == '\t'
          ? error(places.at(at), "yaml.tab")
          : error(places.at(at), "yaml.character", Character.toString(point));
    }
    if (context.contains("quoted scalar")) {
      return problem.startsWith("found unexpected")
          ? error(places.at(opened.orElse(at)), "yaml.quote")
          : error(places.span(at - 1, at + 1), "yaml.escape");
    }
    if (context.startsWith("while parsing a flow") && problem.startsWith("expected ','")) {
      return flow(places, problem, context.endsWith("mapping") ? "}" : "]", opened, at);
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return colon(places, at);
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return error(places.at(at), "yaml.dash");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return error(places.span(opened.orElse(at), at), "yaml.key.colon");
    }
    if (problem.startsWith("expected <block end>")) {
      return block(places, context, opened, at);
    }
    if (problem.startsWith("expected the node content")) {
      return error(places.at(at), point == ':' ? "yaml.key.missing" : "yaml.value");
    }
    if (problem.startsWith("expected '<document start>'")) {
      return error(places.at(at), "yaml.ended");
    }
    if (context.startsWith("while scanning an a")) {
      return error(places.at(opened.orElse(at)), "yaml.alias.name");
    }
    return error(places.at(at), "yaml.syntax", problem);
  }

  /** A brace or bracket that does not close, or lacks a comma. */
  private static Diagnostic flow(
      Places places, String problem, String closing, Optional<Integer> opened, int at) {
    if (opened.isEmpty()) {
      return error(places.at(at), "yaml.bracket.comma", closing);
    }
    SourceSpan opening = places.at(opened.get());
    if (problem.endsWith("<stream end>")) {
      return error(opening, "yaml.bracket.open", closing);
    }
    return places.isSameLine(opened.get(), at)
        ? error(places.at(at), "yaml.bracket.comma", closing)
            .with(Note.at(opening, "yaml.bracket.opened"))
        : error(opening, "yaml.bracket.open", closing)
            .with(Note.at(places.at(at), "yaml.bracket.or-comma"));
  }

  /** A second colon on a line, or a key that stands deeper than its neighbours. */
  private static Diagnostic colon(Places places, int at) {
    int first = places.firstOfLine(at);
    boolean key = places.point(first) != '-';
    for (int i = first; i < at; i++) {
      key &= places.point(i) != ':' || places.point(i + 1) != ' ';
    }
    return key
        ? error(places.span(first, at), "yaml.indentation")
        : error(places.at(at), "yaml.colon");
  }

  /** A line that fits nothing above it, or text behind a finished value. */
  private static Diagnostic block(Places places, String context, Optional<Integer> opened, int at) {
    if (places.point(at) == ':') {
      return error(places.at(at), "yaml.key.missing");
    }
    if (!places.isFirstOfLine(at)) {
      Diagnostic error = error(places.at(at), "yaml.trailing");
      int before = places.point(places.before(at));
      boolean quoted = before == '"' || before == '\'';
      return quoted ? error.with(Note.of("yaml.trailing.quote")) : error;
    }
    Diagnostic error = error(places.at(at), "yaml.indentation");
    String begun = context.endsWith("mapping") ? "yaml.mapping.begun" : "yaml.list.begun";
    return opened.map(start -> error.with(Note.at(places.at(start), begun))).orElse(error);
  }

  private static Diagnostic error(SourceSpan span, String key, Object... arguments) {
    return Diagnostic.error(span, Message.of(key, arguments));
  }

  private static Optional<Integer> index(Mark mark) {
    return Optional.ofNullable(mark).map(Mark::getIndex);
  }
}
