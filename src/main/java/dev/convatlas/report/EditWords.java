package dev.convatlas.report;

import dev.convatlas.catalog.alignment.Edit;
import dev.convatlas.catalog.alignment.Shift;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.catalog.comparison.LayerList;
import dev.convatlas.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Edits of a model in words: {@code groups 1 → 32 in 16 conv2d}. */
record EditWords(LayerComparison layers, Messages words) {
  /** More types than these are not named. */
  private static final int MOST_TYPES = 4;

  String of(Edit edit) {
    return switch (edit.kind()) {
      case ARGUMENTS, INPUT ->
          words.text("compare.edit.changed", shifts(edit), edit.steps().size(), edit.type());
      case WEIGHTS -> words.text("compare.edit.weights", edit.steps().size(), edit.type());
      case COUNTED -> words.text("compare.edit.counted", layers.convention());
      case REPLACED -> replaced(edit);
    };
  }

  private String replaced(Edit edit) {
    int removed = edit.removed().size();
    int added = edit.added().size();
    String gone = types(layers.before(), edit.removed());
    String come = types(layers.after(), edit.added());
    if (removed == 0) {
      return words.text("compare.edit.added", added, come);
    }
    return added == 0
        ? words.text("compare.edit.removed", removed, gone)
        : words.text("compare.edit.replaced", removed, gone, added, come);
  }

  /** {@code 3 conv2d, 2 batch_norm2d}, the most first. */
  private String types(LayerList list, List<Integer> indices) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int index : indices) {
      counts.merge(list.keys().get(index).type(), 1, Integer::sum);
    }
    String named =
        counts.entrySet().stream()
            .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
            .limit(MOST_TYPES)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return counts.size() > MOST_TYPES ? named + ", …" : named;
  }

  private String shifts(Edit edit) {
    return edit.shifts().stream().map(this::shift).collect(Collectors.joining(", "));
  }

  private String shift(Shift shift) {
    return switch (shift.form()) {
      case TO -> words.text("compare.to", name(shift), or(shift.before()), or(shift.after()));
      case TIMES -> words.text("compare.times", name(shift), shift.after());
      case DIVIDED -> words.text("compare.divided", name(shift), shift.after());
      case MORE -> words.text("compare.more", name(shift));
      case LESS -> words.text("compare.less", name(shift));
    };
  }

  /** Names of arguments are not translated; what is no argument is. */
  private String name(Shift shift) {
    return ChangeWords.name(shift.name(), words);
  }

  private static String or(String value) {
    return ChangeWords.orNone(value);
  }
}
