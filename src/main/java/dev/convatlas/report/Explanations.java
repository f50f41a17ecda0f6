package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Node;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The explanations of a model's figures: layers that are equal share one. */
final class Explanations {
  private final Analysis analysis;
  private final Edition edition;
  private final Map<Key, List<Row>> equal = new LinkedHashMap<>();
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  /** What makes two layers equal: everything that an explanation says, but the field. */
  private record Key(
      String type,
      String arguments,
      List<Shape> inputs,
      Shape output,
      List<Message> rules,
      Formula params,
      Work work) {

    static Key of(Row row) {
      Node node = row.node();
      return new Key(
          node.type(),
          Given.full(node),
          node.shapes(),
          node.output(),
          node.layer().shapeRule(node.shapes(), node.output()),
          row.paramsFormula(),
          row.work());
    }
  }

  Explanations(Analysis analysis, Edition edition) {
    this.analysis = analysis;
    this.edition = edition;
    for (Row row : analysis.rows()) {
      Key key = Key.of(row);
      keys.put(row.node().path(), key);
      numbers.putIfAbsent(key, numbers.size() + 1);
      equal.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      order.put(row.node().path(), order.size());
    }
  }

  /** Place of a row in the order of execution, from 0. */
  int index(Row row) {
    return order.get(row.node().path());
  }

  String anchor(Row row) {
    return "x" + numbers.get(keys.get(row.node().path()));
  }

  List<Explanation> list(String up) {
    return equal.entrySet().stream().map(e -> explanation(e.getKey(), e.getValue(), up)).toList();
  }

  private Explanation explanation(Key key, List<Row> rows, String up) {
    return new Explanation(
        "x" + numbers.get(key),
        key.type(),
        Kinds.of(key.type()),
        up + Addresses.layer(key.type()),
        key.arguments(),
        key.inputs().stream().map(Shape::toString).collect(Collectors.joining(", "))
            + " → "
            + key.output(),
        key.rules().stream().map(edition.words()::text).toList(),
        facts(key),
        rows.stream().map(this::use).toList());
  }

  private List<Explanation.Fact> facts(Key key) {
    List<Explanation.Fact> facts = new ArrayList<>();
    if (!key.params().isZero()) {
      facts.add(fact(edition.word("site.params"), key.params()));
    }
    for (Map.Entry<Work.Kind, Formula> count : key.work().counts().entrySet()) {
      String kind = count.getKey().name().toLowerCase(Locale.ROOT);
      facts.add(fact(edition.word("explain.work." + kind), count.getValue()));
    }
    return facts;
  }

  private static Explanation.Fact fact(String label, Formula formula) {
    String values = formula.values();
    boolean plain = values.equals(Long.toString(formula.value()));
    return new Explanation.Fact(
        label, formula.symbols(), plain ? "" : values, Numbers.exact(formula.value()));
  }

  private Explanation.Use use(Row row) {
    String path = row.node().path();
    return new Explanation.Use(
        path, "#" + Addresses.row(path), FieldStep.of(row, analysis).orElse(""));
  }
}
