package dev.convatlas.report;

import dev.convatlas.analysis.Row;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Ratio;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receptive fields in words and numbers. */
public final class Fields {
  private Fields() {}

  /** The fields of the first input that the row's output still has a place in, by axis. */
  public static Map<Role, AxisField> of(Row row) {
    Iterator<Map<Role, AxisField>> inputs = row.field().inputs().values().iterator();
    return inputs.hasNext() ? inputs.next() : Map.of();
  }

  /** Pixels that an output position reads at most along an axis. */
  public static long size(AxisField field, Role role, Shape output) {
    return field.size(count(role, output));
  }

  /** Indices of the output along an axis, which may be one of several flattened into one. */
  private static long count(Role role, Shape output) {
    for (Axis axis : output.axes()) {
      if (axis.role() == role) {
        return axis.size();
      }
      for (Axis part : axis.parts()) {
        if (part.role() == role) {
          return part.size();
        }
      }
    }
    return 1;
  }

  /** Whether every position of the input is seen along all the axes. */
  public static boolean isGlobal(Map<Role, AxisField> axes) {
    return axes.values().stream().allMatch(AxisField::global);
  }

  /** Why a field is unknown, or larger than known; empty where it is exact or there is none. */
  public static Optional<Message> missing(Row row) {
    Optional<Message> unknown = row.field().unknown().values().stream().findFirst();
    boolean exact =
        row.field().inputs().values().stream()
            .flatMap(axes -> axes.values().stream())
            .allMatch(AxisField::exact);
    return unknown.isPresent() || exact ? unknown : Optional.of(Message.of("field.data"));
  }

  /**
   * As text: {@code 35}, {@code 3×5}, {@code ≥ 7}, or that it is unknown; empty without a field.
   */
  public static String size(Row row, Messages words) {
    Map<Role, AxisField> axes = of(row);
    if (axes.isEmpty()) {
      return row.field().unknown().isEmpty() ? "" : words.text("site.field.unknown");
    }
    String size =
        perAxis(axes, (role, field) -> Numbers.exact(size(field, role, row.node().output())));
    return missing(row).isPresent() ? Numbers.AT_LEAST + size : size;
  }

  static Cell sizeCell(Row row, Edition edition) {
    Map<Role, AxisField> axes = of(row);
    if (axes.isEmpty()) {
      return absent(row, edition);
    }
    String size =
        perAxis(axes, (role, field) -> Numbers.exact(size(field, role, row.node().output())));
    boolean exact = axes.values().stream().allMatch(AxisField::exact);
    String text = exact ? size : edition.word("site.field.atLeast", size);
    return Cell.of(isGlobal(axes) ? edition.word("site.field.global", text) : text);
  }

  private static Cell absent(Row row, Edition edition) {
    if (!row.field().unknown().isEmpty()) {
      return Cell.of(edition.word("site.field.unknown"));
    }
    return row.field().seen().isEmpty()
        ? Cell.of(Numbers.NONE).styled("z")
        : Cell.of(edition.word("site.field.all"));
  }

  static Cell jumpCell(Row row) {
    return Cell.of(
        perAxis(of(row), (role, field) -> field.jump().map(Ratio::toString).orElse(Numbers.NONE)));
  }

  static Cell startCell(Row row) {
    return Cell.of(perAxis(of(row), (role, field) -> Numbers.exact(field.start())));
  }

  private interface Written {
    String of(Role role, AxisField field);
  }

  /** One text where all the axes agree, else one for each. */
  private static String perAxis(Map<Role, AxisField> axes, Written written) {
    List<String> texts = new ArrayList<>(axes.size());
    axes.forEach((role, field) -> texts.add(written.of(role, field)));
    boolean alike = !texts.isEmpty() && Collections.frequency(texts, texts.get(0)) == texts.size();
    return alike ? texts.get(0) : String.join("×", texts);
  }
}
