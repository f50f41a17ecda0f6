package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.LayerExplanation;
import dev.convatlas.catalog.LayerExplanation.Line;
import dev.convatlas.catalog.LayerExplanation.Section;
import dev.convatlas.catalog.LayerExplanation.Topic;
import dev.convatlas.catalog.Study;
import dev.convatlas.graph.Node;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The explanations of a model's figures in words: layers that are equal in all but their receptive
 * field share one.
 */
final class Explanations {
  private final Analysis analysis;
  private final Edition edition;
  private final Map<Key, List<Integer>> equal = new LinkedHashMap<>();

  /** Of each row the number of its explanation, from 1. */
  private final List<Integer> numbers = new ArrayList<>();

  private final Map<String, Integer> order = new HashMap<>();
  private final List<LayerExplanation> all;

  private record Key(String type, String arguments, String shapes, List<Section> sections) {

    static Key of(Row row, LayerExplanation explanation) {
      Node node = row.node();
      return new Key(
          node.type(),
          Given.full(node),
          node.shapes().stream().map(Object::toString).collect(Collectors.joining(", "))
              + " → "
              + node.output(),
          explanation.common());
    }
  }

  Explanations(Study study, Edition edition) {
    this.analysis = study.model().analysis();
    this.all = study.explanations();
    this.edition = edition;
    Map<Integer, List<Integer>> kinds = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      int row = i;
      // Layers that are not alike may still have the same explanation.
      List<Integer> same =
          kinds.computeIfAbsent(
              study.alike().kind(i),
              kind ->
                  equal.computeIfAbsent(
                      Key.of(analysis.rows().get(row), all.get(row)), key -> new ArrayList<>()));
      same.add(i);
      numbers.add(same.size() == 1 ? equal.size() : numbers.get(same.get(0)));
      order.put(analysis.rows().get(i).node().path(), i);
    }
  }

  /** Place of a row in the order of execution, from 0. */
  int index(Row row) {
    return order.get(row.node().path());
  }

  String anchor(Row row) {
    return "x" + numbers.get(index(row));
  }

  /** Of each explanation the first of its rows. */
  List<Integer> first() {
    return equal.values().stream().map(rows -> rows.get(0)).toList();
  }

  /** One group for each type of layer, in the order in which they come first. */
  List<ExplanationGroup> groups(String up) {
    Map<String, List<Explanation>> types = new LinkedHashMap<>();
    for (Explanation explanation : list(up)) {
      types.computeIfAbsent(explanation.type(), type -> new ArrayList<>()).add(explanation);
    }
    return types.values().stream().map(this::group).toList();
  }

  private ExplanationGroup group(List<Explanation> all) {
    Explanation first = all.get(0);
    int layers =
        all.stream()
            .flatMap(explanation -> explanation.uses().stream())
            .mapToInt(use -> use.layers().size())
            .sum();
    return new ExplanationGroup(
        first.type(),
        first.kind(),
        edition.word("site.explained.layers", layers, all.size()),
        Link.to(edition.word("site.explained.reference", first.type()), first.reference()),
        all);
  }

  List<Explanation> list(String up) {
    return equal.entrySet().stream().map(e -> explanation(e.getKey(), e.getValue(), up)).toList();
  }

  private Explanation explanation(Key key, List<Integer> rows, String up) {
    return new Explanation(
        "x" + numbers.get(rows.get(0)),
        key.type(),
        Kinds.of(key.type()),
        up + Addresses.layer(key.type()),
        key.arguments(),
        key.shapes(),
        key.sections().stream()
            .map(section -> topic(section, analysis.rows().get(rows.get(0)).node()))
            .filter(topic -> !topic.lines().isEmpty())
            .toList(),
        uses(rows));
  }

  private Explanation.Topic topic(Section section, Node node) {
    // The heading has the shapes of the inputs and of the output.
    int from = section.topic() == Topic.SHAPE ? node.shapes().size() + 1 : 0;
    List<Line> lines = section.lines().subList(from, section.lines().size());
    return new Explanation.Topic(
        edition.words().text(section.topic().title()),
        section.isNothing()
            ? List.of()
            : lines.stream()
                .filter(line -> !isSaidElsewhere(line, lines))
                .map(this::line)
                .toList());
  }

  /** The table says what is not counted; what is written are the elements of the output. */
  private static boolean isSaidElsewhere(Line line, List<Line> section) {
    if (line instanceof Line.Calculation calculation) {
      return calculation.label().key().equals(LayerExplanation.OUTPUT)
          && section.stream().anyMatch(other -> writes(other, calculation.result()));
    }
    return line.text().key().equals(LayerExplanation.NOT_COUNTED);
  }

  private static boolean writes(Line line, long elements) {
    return line.text().key().equals(LayerExplanation.TRAFFIC)
        && line.text().arguments().get(LayerExplanation.WRITTEN).equals(elements);
  }

  private Explanation.Line line(Line line) {
    if (line instanceof Line.Calculation calculation) {
      String values = calculation.values().isEmpty() ? "" : " = " + calculation.values();
      return new Explanation.Line(
          edition.word(
              "site.explained", label(calculation), calculation.symbols() + values + " = "),
          Numbers.exact(calculation.result()));
    }
    return new Explanation.Line(sentence(line), "");
  }

  private String label(Line.Calculation calculation) {
    return edition.words().text(calculation.label());
  }

  private String sentence(Line line) {
    return edition.words().text(Numbers.grouped(line.text()));
  }

  /** Layers with the same words share them. */
  private List<Explanation.Use> uses(List<Integer> rows) {
    Map<String, List<Link>> layers = new LinkedHashMap<>();
    for (int row : rows) {
      String path = analysis.rows().get(row).node().path();
      layers
          .computeIfAbsent(field(row), words -> new ArrayList<>())
          .add(Link.to(path, "#" + Addresses.row(path)));
    }
    return layers.entrySet().stream()
        .map(e -> new Explanation.Use(e.getValue(), e.getKey()))
        .toList();
  }

  /** What holds for all axes names none. */
  private String field(int row) {
    List<Line> lines = all.get(row).section(Topic.FIELD).lines();
    boolean one =
        analysis.graph().inputs().size() == 1
            && lines.stream().filter(line -> line instanceof Line.Heading).count() == 1;
    String field = "";
    boolean headed = false;
    for (Line line : lines) {
      if (one && line instanceof Line.Heading) {
        continue;
      }
      if (field.isEmpty()) {
        field = brief(line);
      } else {
        String key = headed ? "site.explained.under" : "site.explained.and";
        field = edition.words().text(Message.of(key, field, brief(line)));
      }
      headed = line instanceof Line.Heading;
    }
    return field;
  }

  /** Without the symbols, which the section names once, and figures that the table has. */
  private String brief(Line line) {
    if (line.text().key().equals(LayerExplanation.SAME_FIELD)) {
      return edition.word("site.explained.same");
    }
    return line instanceof Line.Calculation calculation
        ? edition.word(
            "site.explained",
            label(calculation),
            calculation.values() + " = " + Numbers.exact(calculation.result()))
        : sentence(line);
  }
}
