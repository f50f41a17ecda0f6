package dev.convatlas.cli;

import dev.convatlas.catalog.Model;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.text.Messages;
import java.nio.file.Path;

/** Finds the models that a person names on the command line. */
record Lookup(Streams streams, Common common, Messages words) {

  /**
   * @param folder of the catalog that ids are looked for in
   * @throws Stopped when there is no such model; what is wrong with its file is printed first
   */
  Model find(String written, Path folder) {
    ModelName name = ModelName.parse(written, folder, streams.folder());
    InputFolder input = InputFolder.at(name.folder(), common.limits());
    // Most files need not be read: only those that have the id, unless a grid makes it up.
    Survey near =
        Survey.of(input, common.limits(), common.work(), text -> text.contains(name.id()));
    if (near.catalog().models().stream().anyMatch(model -> model.id().equals(name.id()))) {
      return name.find(near);
    }
    Survey survey = Survey.of(input, common.limits(), common.work());
    try {
      return name.find(survey);
    } catch (Stopped unknown) {
      if (survey.diagnostics().stream().anyMatch(Diagnostic::isError)) {
        Common.print(survey, name.folder(), words, streams);
      }
      throw unknown;
    }
  }
}
