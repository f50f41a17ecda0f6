package dev.convatlas.cli;

import dev.convatlas.catalog.history.History;
import dev.convatlas.site.Cache;
import dev.convatlas.site.Charts;
import dev.convatlas.site.LiveSite;
import dev.convatlas.site.Press;
import dev.convatlas.site.Site;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.text.DiagnosticPrinter;
import dev.convatlas.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A catalog as it is now, and its site. */
final class Preview {
  /** What is said in a page; a catalog can have thousands of mistakes. */
  private static final int MOST_SHOWN = 20;

  private final InputFolder folder;
  private final Limits limits;
  private final Work work;
  private final Cache cache;
  private final String program;
  private final Messages words;
  private volatile State state;

  /**
   * What is served.
   *
   * @param problems what is wrong, as people read it, under a first line that says what is shown
   *     instead; empty when nothing is
   */
  record State(Survey survey, Press press, LiveSite site, String problems) {}

  Preview(InputFolder folder, Common common, Cache cache, Messages words) {
    this.folder = folder;
    this.limits = common.limits();
    this.work = common.work();
    this.cache = cache;
    this.program = Program.digest().orElse("");
    this.words = words;
  }

  State state() {
    return state;
  }

  /**
   * Reads again what changed.
   *
   * @param changed paths of files that are new, gone or changed
   */
  State update(Set<String> changed) {
    Optional<State> before = Optional.ofNullable(state);
    Survey survey = Survey.of(folder, limits, work, before.map(State::survey), changed);
    String digest = Press.digest(program, folder.templates(), survey.looks());
    Press press =
        before
            .map(State::press)
            .filter(last -> last.digest().equals(digest))
            .orElseGet(() -> new Press(program, folder.templates(), survey.looks()));
    Site.Options options =
        new Site.Options(
            1,
            Charts.SVG,
            press,
            cache,
            survey.settings().digest(),
            Origin.of(survey, folder.templates(), History.NONE));
    LiveSite site =
        new LiveSite(survey.catalog(), survey::definitions, options, before.map(State::site));
    state = new State(survey, press, site, problems(survey, before.isPresent()));
    return state;
  }

  private String problems(Survey survey, boolean again) {
    List<Diagnostic> errors = survey.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (errors.isEmpty()) {
      return "";
    }
    DiagnosticPrinter printer = new DiagnosticPrinter(words, survey::lines);
    String more =
        errors.size() <= MOST_SHOWN ? "" : words.text("serve.more", errors.size() - MOST_SHOWN);
    return words.text(again ? "serve.earlier" : "serve.sound", errors.size())
        + "\n"
        + errors.stream().limit(MOST_SHOWN).map(printer::print).collect(Collectors.joining())
        + more;
  }
}
