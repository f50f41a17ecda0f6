package dev.convatlas.site;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Conventions;
import dev.convatlas.report.Fields;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data files as tables: RFC 4180, but for lines that end as Unix has them. Several numbers in
 * one field are parted by spaces; rows before columns.
 */
public final class CsvFiles {
  /** What programs take for the beginning of a formula. */
  private static final String FORMULA = "=+@\t\r＝＋－＠-";

  private static final Pattern NUMBERS = Pattern.compile("-?[0-9.]+(?:[ /]-?[0-9.]+)*");

  private CsvFiles() {}

  /** Every model with its totals. */
  static byte[] catalog(Catalog catalog) {
    List<String> head =
        new ArrayList<>(
            List.of(
                "id",
                "title",
                "family",
                "inputs",
                "params",
                "params_inference",
                "buffers",
                "macs"));
    Conventions.names().forEach(name -> head.add("macs_" + name));
    head.addAll(
        List.of(
            "complete", "peak_activation_bytes_fp32", "activations", "layers", "receptive_field"));
    StringBuilder csv = new StringBuilder();
    line(csv, head);
    for (Summary summary : catalog.models()) {
      line(csv, fields(summary));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> fields(Summary summary) {
    List<String> fields = new ArrayList<>();
    fields.add(summary.id());
    fields.add(summary.metadata().title().plain());
    fields.add(summary.metadata().family().plain());
    fields.add(
        summary.inputs().values().stream().map(CsvFiles::shape).collect(Collectors.joining("; ")));
    fields.add(Long.toString(summary.totals().params().value()));
    fields.add(Long.toString(summary.totals().paramsInference().value()));
    fields.add(Long.toString(summary.totals().buffers().value()));
    fields.add(Long.toString(summary.totals().macs().value()));
    for (String name : Conventions.names()) {
      fields.add(Long.toString(summary.operations().get(name).value()));
    }
    fields.add(Boolean.toString(DataFiles.isComplete(summary)));
    fields.add(Long.toString(NumberType.FP32.bytes(summary.peak())));
    fields.add(Long.toString(summary.totals().activations().value()));
    fields.add(Integer.toString(summary.totals().layers()));
    fields.add(summary.field().map(field -> Long.toString(field.value())).orElse(""));
    return fields;
  }

  /** The layers of one model. */
  public static byte[] model(Analysis analysis) {
    StringBuilder csv = new StringBuilder();
    line(
        csv,
        List.of(
            "path",
            "type",
            "inputs",
            "output",
            "params",
            "buffers",
            "macs",
            "receptive_field_size",
            "receptive_field_jump",
            "receptive_field_start",
            "receptive_field_global",
            "missing"));
    for (Row row : analysis.rows()) {
      line(csv, fields(row, analysis));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> fields(Row row, Analysis analysis) {
    Map<Role, AxisField> axes = Fields.of(row);
    return List.of(
        row.node().path(),
        row.node().type(),
        row.node().inputs().stream()
            .map(tensor -> DataFiles.name(tensor, analysis))
            .collect(Collectors.joining(" ")),
        shape(row.node().output()),
        Long.toString(row.params().value()),
        Long.toString(row.buffers().value()),
        Long.toString(row.macs().value()),
        axes.entrySet().stream()
            .map(
                axis ->
                    Long.toString(Fields.size(axis.getValue(), axis.getKey(), row.node().output())))
            .collect(Collectors.joining(" ")),
        each(axes, axis -> axis.jump().map(Object::toString).orElse("")),
        each(axes, axis -> Long.toString(axis.start())),
        axes.isEmpty() ? "" : Boolean.toString(Fields.isGlobal(axes)),
        missing(row));
  }

  /** Why figures of the row are larger than they say, or unknown. */
  private static String missing(Row row) {
    return Stream.of(
            row.params().missing(),
            row.buffers().missing(),
            row.macs().missing(),
            Fields.missing(row))
        .flatMap(Optional::stream)
        .distinct()
        .map(Verdicts::english)
        .collect(Collectors.joining("; "));
  }

  private static String each(Map<Role, AxisField> axes, Function<AxisField, String> text) {
    return axes.values().stream().map(text).collect(Collectors.joining(" "));
  }

  private static String shape(Shape shape) {
    return shape.sizes().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  static void line(StringBuilder csv, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    csv.append('\n');
  }

  /**
   * Programs that open tables run what starts like a formula; an apostrophe makes it text. Numbers
   * stay numbers. {@code assets/compare/formats.js} does the same.
   */
  private static String tamed(String field) {
    boolean formula =
        !field.isEmpty()
            && FORMULA.indexOf(field.charAt(0)) >= 0
            && !NUMBERS.matcher(field).matches();
    return formula ? "'" + field : field;
  }

  private static String quoted(String text) {
    String field = tamed(text);
    boolean plain =
        field.indexOf('"') < 0
            && field.indexOf(',') < 0
            && field.indexOf('\r') < 0
            && field.indexOf('\n') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
