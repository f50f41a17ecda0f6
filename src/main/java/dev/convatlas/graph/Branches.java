package dev.convatlas.graph;

import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Branch;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Loop;
import dev.convatlas.definition.Item.Modifiers;
import dev.convatlas.definition.Item.Parallel;
import dev.convatlas.definition.Item.Residual;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out what has several ways through it, and the layer that joins them. */
final class Branches {
  private final Layout layout;
  private final Evaluation evaluation;
  private final Nodes nodes;
  private final Reports reports;

  Branches(Layout layout, Evaluation evaluation, Nodes nodes, Reports reports) {
    this.layout = layout;
    this.evaluation = evaluation;
    this.nodes = nodes;
    this.reports = reports;
  }

  Tensor residual(Residual item, Place place, Tensor in) {
    Optional<Boolean> skip = evaluation.truth(item.skip(), true, "skip", place, in);
    Tensor body = branch("body", item.span(), item.body(), place, in);
    if (skip.isPresent() && !skip.get()) {
      return body;
    }
    Tensor shortcut =
        item.shortcut().isEmpty()
            ? in
            : branch("shortcut", item.span(), item.shortcut(), place, in);
    if (skip.isEmpty() || !nodes.haveEqualShapes(place, item.span(), body, shortcut)) {
      return Nodes.UNKNOWN;
    }
    Scalar add = new Scalar(item.span(), "add", true);
    Call call = new Call(item.span(), add, Value.nothing(item.span()), Modifiers.NONE);
    return layout
        .calls()
        .call(call, place, place.area().unnamed("add"), List.of(body, shortcut), false, "");
  }

  Tensor parallel(Parallel item, Place place, Tensor in) {
    List<Tensor> outputs = new ArrayList<>();
    int number = 0;
    for (Branch branch : item.branches()) {
      Optional<List<Map<String, Value>>> turns = turns(branch, place, in);
      for (Map<String, Value> turn : turns.orElse(List.of())) {
        Place here = place.with(turn);
        String name = Integer.toString(number++);
        Optional<Boolean> runs =
            evaluation.truth(branch.modifiers().when(), true, "when", here, in);
        if (runs.isPresent() && runs.get()) {
          Optional<String> own =
              branch.modifiers().name().isPresent()
                  ? evaluation.name(branch.modifiers().name().get(), here, in)
                  : Optional.of(name);
          outputs.add(
              own.map(as -> branch(as, branch.span(), branch.items(), here, in))
                  .orElse(Nodes.UNKNOWN));
        } else if (runs.isEmpty()) {
          outputs.add(Nodes.UNKNOWN);
        }
      }
      if (turns.isEmpty()) {
        outputs.add(Nodes.UNKNOWN);
      }
    }
    if (outputs.isEmpty()) {
      reports.error(place, item.span(), "parallel.empty");
      return Nodes.UNKNOWN;
    }
    Call merge = item.merge();
    Optional<String> name =
        merge.modifiers().name().isPresent()
            ? evaluation.name(merge.modifiers().name().get(), place, in)
            : Optional.of(layout.unnamed(merge, place, in));
    return name.map(as -> layout.calls().call(merge, place, as, outputs, false, ""))
        .orElse(Nodes.UNKNOWN);
  }

  private Optional<List<Map<String, Value>>> turns(Branch branch, Place place, Tensor in) {
    Optional<Loop> loop = branch.modifiers().loop();
    return loop.isEmpty() ? Optional.of(List.of(Map.of())) : layout.turns(loop.get(), place, in);
  }

  private Tensor branch(String name, SourceSpan span, List<Item> items, Place place, Tensor in) {
    int first = nodes.size();
    Area area = place.area().within(new Scope(name, Scope.Kind.BRANCH, ""));
    Tensor last = layout.items(items, place.in(area), in);
    Area.Again again =
        (other, as, inputs) ->
            layout.single(place.at(other).named(as), span, "layers", inputs)
                ? branch(as, span, items, place.at(other), inputs.get(0))
                : layout.lost(place.at(other), as, span);
    layout.register(place, name, span, last, area, first, again);
    return last;
  }
}
