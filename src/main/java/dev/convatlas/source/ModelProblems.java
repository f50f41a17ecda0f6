package dev.convatlas.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is wrong with the models of one file, which have most of their text in common: a
 * mistake in it is reported once, however many models and turns of a loop it meets, and says which
 * models it is in when it is not in all of them.
 */
public final class ModelProblems {
  private final Map<Mistake, Found> found = new LinkedHashMap<>();
  private int models;

  /** What is the same mistake: the same rule at the same place of the text. */
  private record Mistake(SourceSpan span, String key) {}

  /** The diagnostics of a mistake at its first place in its first model, and all its models. */
  private record Found(List<Diagnostic> diagnostics, List<String> models) {}

  /** Adds what is wrong with one model; to be called for sound ones too. */
  public void add(String model, List<Diagnostic> diagnostics) {
    models++;
    for (Diagnostic diagnostic : diagnostics) {
      Mistake mistake = new Mistake(diagnostic.span(), diagnostic.message().key());
      Found known = found.get(mistake);
      if (known == null) {
        found.put(
            mistake,
            new Found(new ArrayList<>(List.of(diagnostic)), new ArrayList<>(List.of(model))));
      } else if (!known.models().get(known.models().size() - 1).equals(model)) {
        known.models().add(model);
      } else if (known.models().size() == 1
          && known.diagnostics().get(0).notes().equals(diagnostic.notes())) {
        // Another one of the same place: a second argument that is missing.
        known.diagnostics().add(diagnostic);
      }
    }
  }

  /** Each mistake once, in the order of their places. */
  public List<Diagnostic> list() {
    return found.values().stream()
        .flatMap(each -> each.diagnostics().stream().map(one -> named(one, each.models())))
        .sorted()
        .toList();
  }

  private Diagnostic named(Diagnostic diagnostic, List<String> in) {
    if (in.size() == models) {
      return diagnostic;
    }
    return diagnostic.with(
        in.size() == 1
            ? Diagnostic.Note.of("models.one", in.get(0))
            : Diagnostic.Note.of("models.several", in.get(0), in.size() - 1, models));
  }
}
