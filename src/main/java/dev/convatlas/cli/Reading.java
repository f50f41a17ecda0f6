package dev.convatlas.cli;

import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.cli.InputFolder.InputFile;
import dev.convatlas.convention.Convention;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Digest;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of one file.
 *
 * @param path from the catalog's root
 * @param digest SHA-256 of the file; empty when it could not be read
 * @param size in bytes
 * @param key of all that the models of the file follow from: its text, the files that it includes
 *     and theirs, and the convention that claims are checked by
 * @param includes paths of those files
 * @param included where they are read from, again as they were
 * @param text of the file, where it is kept
 * @param models a small row of each sound one
 * @param analysed its models, as long as there is memory for them; only of files that were read
 *     because they changed
 * @param earlier whether models, text and digest are those of an earlier, sound reading
 */
record Reading(
    String path,
    String digest,
    long size,
    String key,
    Set<String> includes,
    IncludedFiles included,
    Optional<String> text,
    List<Summary> models,
    List<Diagnostic> diagnostics,
    SoftReference<List<Model>> analysed,
    boolean earlier) {

  Reading {
    includes = Set.copyOf(includes);
    models = List.copyOf(models);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads the models of a file.
   *
   * @param wanted whether it is worth it; otherwise the file passes for one without models
   * @param keep whether the text is kept
   * @param hold whether the models are
   */
  static Reading of(
      InputFile file,
      IncludedFiles included,
      ModelReader reader,
      Convention usual,
      boolean wanted,
      boolean keep,
      boolean hold) {
    List<Diagnostic> diagnostics = new ArrayList<>(file.text().diagnostics());
    List<Summary> models = new ArrayList<>();
    Set<String> includes = new TreeSet<>();
    List<Model> analysed = null;
    Optional<String> text = file.text().value().filter(any -> wanted);
    if (text.isPresent()) {
      ModelReader recording =
          reader.including(
              path -> {
                includes.add(path);
                return included.value(path);
              });
      Checked<List<Model>> read = recording.read(file.path(), text.get());
      diagnostics.addAll(read.diagnostics());
      analysed = hold ? read.value().orElse(null) : null;
      read.value()
          .orElse(List.of())
          .forEach(model -> summary(model, usual, diagnostics).ifPresent(models::add));
    }
    return new Reading(
        file.path(),
        file.digest(),
        file.size(),
        key(file, includes, included, usual),
        includes,
        included,
        text.filter(any -> keep),
        models,
        diagnostics,
        new SoftReference<>(analysed),
        false);
  }

  private static Optional<Summary> summary(
      Model model, Convention usual, List<Diagnostic> diagnostics) {
    Checked<Summary> summary = Summary.checked(model);
    diagnostics.addAll(summary.diagnostics());
    if (summary.value().isPresent()) {
      ClaimCheck.check(
              model.metadata().claims(),
              model.analysis(),
              usual,
              summary.value().get().operations())
          .forEach(result -> result.diagnostic().ifPresent(diagnostics::add));
    }
    return summary.value();
  }

  private static String key(
      InputFile file, Set<String> includes, IncludedFiles included, Convention usual) {
    Digest digest = new Digest().with(file.path()).with(file.digest()).with(usual.name());
    for (String path : new TreeSet<>(includes)) {
      digest.with(path).with(included.digest(path));
    }
    return digest.hex();
  }

  boolean isSound() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** Whether reading the file now would give the same. */
  boolean isOf(InputFile now, IncludedFiles others, Convention usual) {
    return !digest.isEmpty() && key.equals(key(now, includes, others, usual));
  }

  /** The models of an earlier reading with what is wrong now. */
  Reading insteadOf(Reading broken) {
    return new Reading(
        path,
        digest,
        size,
        key,
        includes,
        included,
        text,
        models,
        broken.diagnostics,
        analysed,
        true);
  }

  /**
   * The models, read again.
   *
   * @throws Stopped when the file is not any more what it was
   */
  List<Model> models(InputFolder folder, ModelReader reader) {
    List<Model> known = analysed.get();
    if (known != null) {
      return known;
    }
    String source = text.orElseGet(() -> again(folder));
    return reader.including(included::value).read(path, source).value().orElse(List.of());
  }

  private String again(InputFolder folder) {
    InputFile file = folder.read(path);
    return file.text()
        .value()
        .filter(any -> file.digest().equals(digest))
        .orElseThrow(() -> Stopped.with(Exit.INPUT, "input.changed", path));
  }
}
