package dev.convatlas.cli;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.cli.InputFolder.InputFile;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.SettingsReader;
import dev.convatlas.site.Looks;
import dev.convatlas.site.Looks.OwnFile;
import dev.convatlas.site.Site;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A first look at all the files of a folder: a small row for each sound model, and everything that
 * is wrong. The models themselves are read again, file by file, by whoever needs all of them.
 */
final class Survey {
  private final InputFolder folder;
  private final ModelReader reader;
  private final InputFile settings;
  private final Catalog catalog;
  private final Map<String, Reading> readings;
  private final Looks looks;
  private final List<Diagnostic> diagnostics;

  private Survey(
      InputFolder folder,
      ModelReader reader,
      InputFile settings,
      Catalog catalog,
      Map<String, Reading> readings,
      Looks looks,
      List<Diagnostic> diagnostics) {
    this.folder = folder;
    this.reader = reader;
    this.settings = settings;
    this.catalog = catalog;
    this.readings = readings;
    this.looks = looks;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * How to look.
   *
   * @param id of the only model that is wanted: others are passed over, and files without that word
   *     in them; empty when all are
   * @param keep whether texts are kept, so that models are read again as they were
   * @param before what was found the last time: files that are the same are not read again, and
   *     models of a file that is wrong now stay as they were
   * @param changed paths of the files that may not be the same
   */
  private record Manner(
      Limits limits,
      Work work,
      Optional<String> id,
      boolean keep,
      Optional<Survey> before,
      Set<String> changed) {
    /** Whether models are kept: they are few, or wanted again at once. */
    boolean holds() {
      return id.isPresent() || before.isPresent();
    }

    Manner(Limits limits, Work work, Optional<String> id) {
      this(limits, work, id, false, Optional.empty(), Set.of());
    }
  }

  static Survey of(InputFolder folder, Limits limits, Work work) {
    return whole(folder, new Manner(limits, work, Optional.empty()));
  }

  /** A look for one model: it is not found where its id is made up by a grid. */
  static Survey of(InputFolder folder, Limits limits, Work work, String id) {
    return whole(folder, new Manner(limits, work, Optional.of(id)));
  }

  /** A look at one file, as if the folder had no others beside the catalog's settings. */
  static Survey of(InputFolder folder, String file, Limits limits, Work work) {
    return of(folder, List.of(file), new Manner(limits, work, Optional.empty()));
  }

  /**
   * A look that is repeated again and again: what is the same is not read again, and models of a
   * file that has become wrong stay as they were.
   *
   * @param before the last one; nothing the first time
   * @param changed paths of the files that are new, gone or changed since then; others are not even
   *     looked at
   */
  static Survey of(
      InputFolder folder, Limits limits, Work work, Optional<Survey> before, Set<String> changed) {
    return whole(folder, new Manner(limits, work, Optional.empty(), true, before, changed));
  }

  private static Survey whole(InputFolder folder, Manner manner) {
    List<String> definitions =
        folder.files().stream().filter(path -> !path.equals(SettingsReader.FILE)).toList();
    Survey survey = of(folder, definitions, manner);
    List<Diagnostic> all = new ArrayList<>(survey.diagnostics);
    if (definitions.isEmpty()) {
      SourceSpan everything = SourceSpan.wholeFile("");
      all.add(Diagnostic.error(everything, Message.of("input.empty")));
    }
    if (survey.catalog.models().isEmpty() && all.stream().noneMatch(Diagnostic::isError)) {
      all.add(Diagnostic.error(SourceSpan.wholeFile(""), Message.of("input.models")));
    }
    List<String> languages = Arrays.stream(Language.values()).map(Language::tag).toList();
    all.addAll(CatalogBuilder.check(survey.catalog, languages));
    return new Survey(
        folder,
        survey.reader,
        survey.settings,
        survey.catalog,
        survey.readings,
        survey.looks,
        sorted(all));
  }

  private static Survey of(InputFolder folder, List<String> definitions, Manner manner) {
    IncludedFiles included = new IncludedFiles(folder, manner.limits());
    ModelReader reader =
        manner.before().map(before -> before.reader).orElseGet(() -> reader(manner, included));
    List<Diagnostic> diagnostics = new ArrayList<>();
    Settings found = settings(folder.readSettings(), manner, diagnostics);
    CatalogSettings settings = found.value();
    Convention usual = Conventions.named(settings.convention()).orElse(Conventions.DEFAULT);
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Reading reading :
        manner
            .work()
            .each(
                definitions,
                path ->
                    untouched(path, manner)
                        .orElseGet(
                            () -> reading(folder.read(path), included, reader, usual, manner)))) {
      readings.put(reading.path(), reading);
      diagnostics.addAll(reading.diagnostics());
    }
    CatalogBuilder.Distinct distinct =
        CatalogBuilder.distinct(
            readings.values().stream().flatMap(reading -> reading.models().stream()).toList());
    diagnostics.addAll(distinct.diagnostics());
    Catalog catalog = CatalogBuilder.build(settings, distinct.models());
    Looks looks =
        new Looks(
            own(folder, settings, settings.stylesheet(), diagnostics),
            own(folder, settings, settings.logo(), diagnostics));
    return new Survey(folder, reader, found.file(), catalog, readings, looks, sorted(diagnostics));
  }

  private static Optional<OwnFile> own(
      InputFolder folder, CatalogSettings settings, String path, List<Diagnostic> diagnostics) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Checked<byte[]> file = folder.own(path, settings.place(path));
    diagnostics.addAll(file.diagnostics());
    return file.value().map(content -> new OwnFile(path, content));
  }

  private static ModelReader reader(Manner manner, IncludedFiles included) {
    ModelReader all = new ModelReader(manner.limits(), included::value);
    return manner.id().map(id -> all.only(id::equals)).orElse(all);
  }

  /** What is known of a file to which nothing happened, nor to what it follows from. */
  private static Optional<Reading> untouched(String path, Manner manner) {
    return manner
        .before()
        .filter(last -> !manner.changed().contains(SettingsReader.FILE))
        .map(last -> last.readings.get(path))
        .filter(
            last ->
                last.isSound()
                    && !manner.changed().contains(path)
                    && Collections.disjoint(last.includes(), manner.changed()));
  }

  private static Reading reading(
      InputFile file, IncludedFiles included, ModelReader reader, Convention usual, Manner manner) {
    Optional<Reading> before = manner.before().map(last -> last.readings.get(file.path()));
    if (before.filter(last -> last.isSound() && last.isOf(file, included, usual)).isPresent()) {
      return before.get();
    }
    boolean wanted =
        manner.id().isEmpty()
            || file.text().value().filter(text -> text.contains(manner.id().get())).isPresent();
    Reading now = Reading.of(file, included, reader, usual, wanted, manner.keep(), manner.holds());
    return before
        .filter(last -> !now.isSound() && (last.isSound() || last.earlier()))
        .map(last -> last.insteadOf(now))
        .orElse(now);
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    return diagnostics.stream().sorted().distinct().toList();
  }

  /** Settings and the file that they follow from. */
  private record Settings(CatalogSettings value, InputFile file) {}

  private static Settings settings(InputFile file, Manner manner, List<Diagnostic> diagnostics) {
    Optional<Checked<CatalogSettings>> read =
        file.text().value().map(written -> SettingsReader.read(written, manner.limits()));
    List<Diagnostic> found = new ArrayList<>(file.text().diagnostics());
    read.ifPresent(checked -> found.addAll(checked.diagnostics()));
    diagnostics.addAll(found);
    if (manner.before().isPresent() && found.stream().anyMatch(Diagnostic::isError)) {
      Survey before = manner.before().get();
      return new Settings(before.catalog.settings(), before.settings);
    }
    return new Settings(read.flatMap(Checked::value).orElse(CatalogSettings.DEFAULT), file);
  }

  /** The catalog's own styles and logo; those that cannot be read are left out. */
  Looks looks() {
    return looks;
  }

  Catalog catalog() {
    return catalog;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Lines of a file, for a diagnostic to show. */
  List<String> lines(String path) {
    return path.isEmpty()
        ? List.of()
        : folder.text(path).value().map(text -> text.lines().toList()).orElse(List.of());
  }

  /** Files that define models, by the order of the catalog's models. */
  List<String> files() {
    return catalog.models().stream().map(Summary::path).distinct().toList();
  }

  /** The file that the settings follow from. */
  InputFile settings() {
    return settings;
  }

  /** What came of each file, in alphabetical order. */
  Collection<Reading> readings() {
    return readings.values();
  }

  /** The files that define models, by the order of the catalog's models. */
  Stream<Site.Definitions> definitions() {
    return files().stream().map(this::definitions);
  }

  Site.Definitions definitions(String path) {
    return new Site.Definitions(path, readings.get(path).key(), () -> models(path));
  }

  /** The catalog's models of one file. */
  List<Model> models(String path) {
    Map<String, Summary> wanted = new HashMap<>();
    for (Summary summary : catalog.models()) {
      if (summary.path().equals(path)) {
        wanted.put(summary.id(), summary);
      }
    }
    return readings.get(path).models(folder, reader).stream()
        .filter(model -> wanted.containsKey(model.id()))
        .filter(model -> wanted.get(model.id()).span().equals(model.span()))
        .collect(Collectors.toList());
  }
}
