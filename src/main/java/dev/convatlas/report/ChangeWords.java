package dev.convatlas.report;

import dev.convatlas.catalog.alignment.Change;
import dev.convatlas.catalog.alignment.Edit;
import dev.convatlas.catalog.alignment.LayerKey;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What differs between two layers in words: {@code groups 1 → 32, output 64×56×56 → 128×56×56}. */
final class ChangeWords {
  private ChangeWords() {}

  static String of(LayerKey a, LayerKey b, Messages words) {
    List<String> changes = new ArrayList<>();
    for (Change change : Change.between(a, b)) {
      changes.add(to(name(change.name(), words), change.before(), change.after(), words));
    }
    if (!a.inputs().equals(b.inputs())) {
      changes.add(to(words.text("compare.input"), shapes(a.inputs()), shapes(b.inputs()), words));
    }
    if (!a.output().equals(b.output())) {
      changes.add(to(words.text("compare.output"), shape(a.output()), shape(b.output()), words));
    }
    return String.join(", ", changes);
  }

  private static String to(String name, String before, String after, Messages words) {
    return words.text("compare.to", name, orNone(before), orNone(after));
  }

  /** Names of arguments are not translated; what is no argument is. */
  static String name(String name, Messages words) {
    return switch (name) {
      case Change.TYPE -> words.text("compare.changed.type");
      case Change.TRAINING -> words.text("compare.changed.training");
      case Edit.INPUT -> words.text("compare.input");
      default -> name;
    };
  }

  static String orNone(String value) {
    return value.isEmpty() ? Numbers.NONE : value;
  }

  static String shape(List<Long> sizes) {
    return sizes.isEmpty()
        ? "1"
        : sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  private static String shapes(List<List<Long>> shapes) {
    return shapes.stream().map(ChangeWords::shape).collect(Collectors.joining(" + "));
  }
}
