package dev.convatlas.cli;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.DiagnosticPrinter;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options of every command that reads models. */
final class Common {

  @Option(
      names = "--limit",
      paramLabel = "NAME=NUMBER",
      description = "Raise a limit that a message names; may be given several times.")
  private Map<String, Long> limits = Map.of();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of messages, en or zh. By default that of the environment.")
  private String language;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors and results.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say what is done.")
  private boolean verbose;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; by default one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  Work work() {
    if (threads < 1) {
      throw Stopped.with(Exit.USAGE, "cli.threads", threads);
    }
    return new Work(threads);
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isVerbose() {
    return verbose && !quiet;
  }

  Limits limits() {
    Limits all = Limits.DEFAULT;
    for (Map.Entry<String, Long> entry : limits.entrySet()) {
      Limit limit =
          Limit.named(entry.getKey())
              .orElseThrow(
                  () ->
                      Stopped.with(
                          Exit.USAGE,
                          "cli.limit",
                          entry.getKey(),
                          Arrays.stream(Limit.values())
                              .map(Limit::key)
                              .collect(Collectors.joining(", "))));
      if (entry.getValue() < 1) {
        throw Stopped.with(Exit.USAGE, "cli.limit.number", entry.getKey(), entry.getValue());
      }
      all = all.with(limit, entry.getValue());
    }
    return all;
  }

  Messages words(Map<String, String> environment) {
    return words(language, environment);
  }

  /**
   * @return null unless somebody asked for one
   */
  String language() {
    return language;
  }

  /**
   * @param language the one that was asked for, or null
   */
  static Messages words(String language, Map<String, String> environment) {
    if (language != null) {
      return Language.of(language)
          .map(Messages::of)
          .orElseThrow(() -> Stopped.with(Exit.USAGE, "cli.language", language));
    }
    return Messages.of(languageOf(environment));
  }

  /** Of the first variable that is set, as POSIX reads them. */
  static Language languageOf(Map<String, String> environment) {
    Optional<String> locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(environment::get)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst();
    return locale.filter(value -> value.startsWith(Language.CHINESE.tag())).isPresent()
        ? Language.CHINESE
        : Language.ENGLISH;
  }

  /**
   * The folder that was named, else the current one when it is a catalog, else the samples.
   *
   * @param named null when none was
   */
  static Path models(Path named, Path current) {
    if (named != null) {
      return current.resolve(named).normalize();
    }
    boolean catalog = Files.isRegularFile(current.resolve("catalog.yaml"));
    return catalog ? current : current.resolve("sample-models");
  }

  /**
   * Prints what is wrong, errors and warnings in the order of their places.
   *
   * @param folder as people named it, which goes in front of every path
   */
  static void print(Survey survey, Path folder, Messages words, Streams streams) {
    print(survey, survey.diagnostics(), folder, words, streams);
  }

  /**
   * @param diagnostics to be printed, in their order
   */
  static void print(
      Survey survey, List<Diagnostic> diagnostics, Path folder, Messages words, Streams streams) {
    String prefix = prefix(folder, streams.folder());
    // A file with thousands of mistakes is read once.
    Map<String, List<String>> lines = new HashMap<>();
    DiagnosticPrinter printer =
        new DiagnosticPrinter(
            words,
            path ->
                lines.computeIfAbsent(
                    path.startsWith(prefix) ? path.substring(prefix.length()) : path,
                    survey::lines));
    for (Diagnostic diagnostic : diagnostics) {
      streams.err().print(printer.print(under(prefix, diagnostic)));
    }
  }

  /** The same with their paths as people see them from the current folder. */
  static List<Diagnostic> placed(List<Diagnostic> diagnostics, Path folder, Streams streams) {
    String prefix = prefix(folder, streams.folder());
    return diagnostics.stream().map(diagnostic -> under(prefix, diagnostic)).toList();
  }

  private static String prefix(Path folder, Path current) {
    Path shown = folder.startsWith(current) ? current.relativize(folder) : folder;
    return shown.toString().isEmpty() ? "" : shown + "/";
  }

  private static Diagnostic under(String prefix, Diagnostic diagnostic) {
    List<Diagnostic.Note> notes =
        diagnostic.notes().stream()
            .map(
                note ->
                    note.span() == null
                        ? note
                        : new Diagnostic.Note(under(prefix, note.span()), note.message()))
            .toList();
    return new Diagnostic(
        diagnostic.severity(), under(prefix, diagnostic.span()), diagnostic.message(), notes);
  }

  private static SourceSpan under(String prefix, SourceSpan span) {
    String path = span.path().isEmpty() ? prefix : prefix + span.path();
    return new SourceSpan(path, span.line(), span.column(), span.length());
  }
}
