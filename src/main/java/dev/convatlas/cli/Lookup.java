package dev.convatlas.cli;

import dev.convatlas.catalog.Model;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the models that a person names on the command line; reads no folder twice. */
final class Lookup {
  private final Streams streams;
  private final Common common;
  private final Messages words;
  private final Map<ModelName, Survey> surveys = new HashMap<>();

  /** A model and what its catalog says. */
  record Found(Model model, CatalogSettings settings) {}

  Lookup(Streams streams, Common common, Messages words) {
    this.streams = streams;
    this.common = common;
    this.words = words;
  }

  Model find(String written, Path folder) {
    return found(written, folder).model();
  }

  /**
   * @param folder of the catalog that ids are looked for in
   * @throws Stopped when there is no such model; what is wrong with its file is printed first
   */
  Found found(String written, Path folder) {
    ModelName name = ModelName.parse(written, folder, streams.folder());
    InputFolder input = InputFolder.at(name.folder(), common.limits());
    // Most files need not be read: only those that have the id, unless a grid makes it up.
    Optional<Survey> near =
        Optional.of(name)
            .filter(model -> model.file().isEmpty())
            .map(model -> near(input, model.id()))
            .filter(survey -> has(survey, name.id()));
    Survey survey =
        near.orElseGet(
            () ->
                surveys.computeIfAbsent(
                    new ModelName(name.folder(), name.file(), ""), key -> survey(input, key)));
    try {
      return new Found(name.find(survey), survey.catalog().settings());
    } catch (Stopped unknown) {
      if (survey.diagnostics().stream().anyMatch(Diagnostic::isError)) {
        Common.print(survey, name.folder(), words, streams);
      }
      throw unknown;
    }
  }

  private Survey near(InputFolder input, String id) {
    return Survey.of(input, common.limits(), common.work(), id);
  }

  private static boolean has(Survey survey, String id) {
    return survey.catalog().models().stream().anyMatch(model -> model.id().equals(id));
  }

  /** Who names a file means that file, whatever other files of the folder define. */
  private Survey survey(InputFolder input, ModelName name) {
    return name.file().isEmpty()
        ? Survey.of(input, common.limits(), common.work())
        : Survey.of(input, name.file(), common.limits(), common.work());
  }
}
