package dev.convatlas.cli;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.SettingsReader;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A first look at all the files of a folder: a small row for each sound model, and everything that
 * is wrong. The models themselves are read again, file by file, by whoever needs all of them.
 */
final class Survey {
  private final InputFolder folder;
  private final ModelReader reader;
  private final Catalog catalog;
  private final List<Diagnostic> diagnostics;

  private Survey(
      InputFolder folder, ModelReader reader, Catalog catalog, List<Diagnostic> diagnostics) {
    this.folder = folder;
    this.reader = reader;
    this.catalog = catalog;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What one file holds. */
  private record Found(List<Summary> models, List<Diagnostic> diagnostics) {}

  static Survey of(InputFolder folder, Limits limits, Work work) {
    return of(folder, limits, work, text -> true);
  }

  /**
   * @param wanted whether a file's text is worth reading; the others are passed over
   */
  static Survey of(InputFolder folder, Limits limits, Work work, Predicate<String> wanted) {
    List<String> definitions =
        folder.files().stream().filter(path -> !path.equals(SettingsReader.FILE)).toList();
    Survey survey = of(folder, definitions, limits, work, wanted);
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
    return new Survey(folder, survey.reader, survey.catalog, sorted(all));
  }

  /** A look at one file, as if the folder had no others beside the catalog's settings. */
  static Survey of(InputFolder folder, String file, Limits limits, Work work) {
    return of(folder, List.of(file), limits, work, text -> true);
  }

  private static Survey of(
      InputFolder folder,
      List<String> definitions,
      Limits limits,
      Work work,
      Predicate<String> wanted) {
    ModelReader reader = new ModelReader(limits, folder::included);
    List<Diagnostic> diagnostics = new ArrayList<>();
    CatalogSettings settings = settings(folder, limits, diagnostics);
    Convention usual = Conventions.named(settings.convention()).orElse(Conventions.DEFAULT);
    List<Summary> models = new ArrayList<>();
    for (Found found : work.each(definitions, path -> found(folder, reader, path, wanted, usual))) {
      models.addAll(found.models());
      diagnostics.addAll(found.diagnostics());
    }
    CatalogBuilder.Distinct distinct = CatalogBuilder.distinct(models);
    diagnostics.addAll(distinct.diagnostics());
    Catalog catalog = CatalogBuilder.build(settings, distinct.models());
    return new Survey(folder, reader, catalog, sorted(diagnostics));
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    return diagnostics.stream().sorted().distinct().toList();
  }

  private static CatalogSettings settings(
      InputFolder folder, Limits limits, List<Diagnostic> diagnostics) {
    if (!folder.has(SettingsReader.FILE)) {
      return CatalogSettings.DEFAULT;
    }
    Checked<String> text = folder.text(SettingsReader.FILE);
    diagnostics.addAll(text.diagnostics());
    Optional<Checked<CatalogSettings>> settings =
        text.value().map(written -> SettingsReader.read(written, limits));
    settings.ifPresent(checked -> diagnostics.addAll(checked.diagnostics()));
    return settings.flatMap(Checked::value).orElse(CatalogSettings.DEFAULT);
  }

  private static Found found(
      InputFolder folder,
      ModelReader reader,
      String path,
      Predicate<String> wanted,
      Convention usual) {
    Checked<String> text = folder.text(path);
    List<Diagnostic> diagnostics = new ArrayList<>(text.diagnostics());
    List<Summary> models = new ArrayList<>();
    if (text.value().filter(wanted).isPresent()) {
      Checked<List<Model>> read = reader.read(path, text.value().get());
      diagnostics.addAll(read.diagnostics());
      for (Model model : read.value().orElse(List.of())) {
        Checked<Summary> summary = Summary.checked(model);
        diagnostics.addAll(summary.diagnostics());
        summary
            .value()
            .ifPresent(
                row -> {
                  models.add(row);
                  ClaimCheck.check(model.metadata().claims(), model.analysis(), usual)
                      .forEach(result -> result.diagnostic().ifPresent(diagnostics::add));
                });
      }
    }
    return new Found(models, diagnostics);
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

  /** The catalog's models of one file. */
  List<Model> models(String path) {
    Map<String, Summary> wanted = new HashMap<>();
    catalog.models().forEach(summary -> wanted.put(summary.id(), summary));
    return folder
        .text(path)
        .value()
        .flatMap(text -> reader.read(path, text).value())
        .orElse(List.of())
        .stream()
        .filter(model -> wanted.containsKey(model.id()))
        .filter(model -> wanted.get(model.id()).span().equals(model.span()))
        .collect(Collectors.toList());
  }
}
