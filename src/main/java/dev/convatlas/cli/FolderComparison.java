package dev.convatlas.cli;

import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.CatalogDifference;
import dev.convatlas.catalog.comparison.CatalogDifference.Changed;
import dev.convatlas.catalog.comparison.CatalogDifference.Pair;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.catalog.comparison.LayerList;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code convatlas compare OLD NEW} of two folders: what a pull request changes. */
record FolderComparison(Streams streams, Common common, Messages words) {

  /** Models whose layers are explained; a comment on a pull request holds 65,536 characters. */
  static final int MOST_EXPLAINED = 20;

  int run(
      Path before,
      Path after,
      Optional<Convention> chosen,
      CompareCommand.Format format,
      List<Gate> gates) {
    Survey old = survey(before);
    Survey young = survey(after);
    CatalogSettings settings = young.catalog().settings();
    Convention convention =
        chosen.or(() -> Conventions.named(settings.convention())).orElse(Conventions.DEFAULT);
    CatalogDifference difference = difference(old, young, convention, settings);
    FolderText text = new FolderText(difference, convention, settings, words);
    streams.out().print(text.printed(format));
    boolean closed = closed(difference, gates);
    return closed || old.hasErrors() || young.hasErrors() ? Exit.MODELS : Exit.DONE;
  }

  private Survey survey(Path folder) {
    InputFolder input = InputFolder.at(folder, common.limits());
    Survey survey = Survey.of(input, common.limits(), common.work());
    Common.print(survey, folder, words, streams);
    return survey;
  }

  private static CatalogDifference difference(
      Survey old, Survey young, Convention convention, CatalogSettings settings) {
    List<Summary> before = old.catalog().models();
    List<Summary> after = young.catalog().models();
    List<Pair> pairs = CatalogDifference.pairs(before, after);
    Reader oldFiles = new Reader(old, convention);
    Reader newFiles = new Reader(young, convention);
    List<Changed> changed = new ArrayList<>();
    for (Pair pair : pairs) {
      Comparison comparison =
          Comparison.of(List.of(pair.before(), pair.after()), 0, convention, settings);
      LayerList oldLayers = oldFiles.layers(pair.before());
      LayerList newLayers = newFiles.layers(pair.after());
      boolean same =
          pair.before().id().equals(pair.after().id())
              && comparison.rows().stream().allMatch(Comparison.Row::isSame)
              && oldLayers.keys().equals(newLayers.keys());
      if (!same) {
        Optional<LayerComparison> layers =
            changed.size() < MOST_EXPLAINED
                ? LayerComparison.of(oldLayers, newLayers, convention.name())
                : Optional.empty();
        changed.add(new Changed(comparison, layers));
      }
    }
    List<Summary> stayed = pairs.stream().map(Pair::before).toList();
    List<Summary> known = pairs.stream().map(Pair::after).toList();
    return new CatalogDifference(
        after.stream().filter(model -> !known.contains(model)).toList(),
        before.stream().filter(model -> !stayed.contains(model)).toList(),
        changed,
        pairs.size() - changed.size());
  }

  private boolean closed(CatalogDifference difference, List<Gate> gates) {
    boolean closed = false;
    for (Changed changed : difference.changed()) {
      for (Gate gate : gates) {
        Optional<String> why = gate.closed(changed.comparison(), 1, changed.name(), words);
        why.ifPresent(sentence -> streams.err().println(sentence));
        closed |= why.isPresent();
      }
    }
    return closed;
  }

  /** Reads the models of a version again, one file at a time. */
  private static final class Reader {
    private final Survey survey;
    private final Convention convention;
    private String path = "";
    private List<Model> models = List.of();

    Reader(Survey survey, Convention convention) {
      this.survey = survey;
      this.convention = convention;
    }

    LayerList layers(Summary summary) {
      if (!summary.path().equals(path)) {
        path = summary.path();
        models = survey.models(path);
      }
      return models.stream()
          .filter(model -> model.id().equals(summary.id()))
          .findFirst()
          .map(model -> LayerList.of(model.analysis(), convention))
          .orElseThrow();
    }
  }
}
