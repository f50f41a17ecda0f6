package dev.convatlas.catalog.alignment;

import dev.convatlas.layer.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A difference between two layers that stand side by side.
 *
 * @param name of the argument; {@link #TYPE} and {@link #TRAINING} stand for what is none
 * @param before its value; empty where the first layer has no such argument
 * @param after its value; empty where the second layer has no such argument
 */
public record Change(String name, String before, String after) {
  public static final String TYPE = "type";
  public static final String TRAINING = "training";

  /**
   * What was written differently, in the order of the arguments. Layers of different types differ
   * in their type and in nothing else; none where only shapes or shared weights differ.
   */
  public static List<Change> between(LayerKey a, LayerKey b) {
    List<Change> changes = new ArrayList<>();
    if (!a.type().equals(b.type())) {
      changes.add(new Change(TYPE, a.type(), b.type()));
    } else {
      for (Setting setting : a.settings()) {
        String after = text(b.settings(), setting.name()).orElse("");
        if (!after.equals(setting.text())) {
          changes.add(new Change(setting.name(), setting.text(), after));
        }
      }
      for (Setting setting : b.settings()) {
        if (text(a.settings(), setting.name()).isEmpty()) {
          changes.add(new Change(setting.name(), "", setting.text()));
        }
      }
    }
    if (a.training() != b.training()) {
      String before = Boolean.toString(a.training());
      changes.add(new Change(TRAINING, before, Boolean.toString(b.training())));
    }
    return changes;
  }

  private static Optional<String> text(List<Setting> settings, String name) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .map(Setting::text)
        .findFirst();
  }
}
