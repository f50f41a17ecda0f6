package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Share;
import dev.convatlas.layer.Arity;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs layers and blocks by their names, and what shares the weights of an earlier one. */
record Calls(
    Layout layout,
    Map<String, Block> blocks,
    Evaluation evaluation,
    References references,
    Nodes nodes,
    Reports reports) {

  /**
   * @param taken the tensors that it takes
   * @param chained whether it takes the previous output because it says nothing else
   */
  Tensor call(
      Call call, Place outer, String name, List<Tensor> taken, boolean chained, String note) {
    Place place = outer.named(name);
    Tensor previous = taken.isEmpty() ? null : taken.get(0);
    Optional<String> type = type(call, place, previous);
    Optional<Mapping> arguments =
        type.flatMap(known -> evaluation.arguments(call, known, place, previous));
    if (arguments.isEmpty()) {
      return layout.lost(place, name, call.span());
    }
    int first = nodes.size();
    Block block = blocks.get(type.get());
    if (block != null && !block.isSound()) {
      return layout.lost(place, name, call.span());
    }
    Area.Again again = (other, as, inputs) -> call(call, place.at(other), as, inputs, false, note);
    if (block == null) {
      Tensor output = nodes.add(call, type.get(), arguments.get(), place, taken, chained, note);
      layout.register(place, name, call.span(), output, null, first, again);
      return output;
    }
    Scope.Kind kind =
        Layout.kind(name) == Scope.Kind.ITERATION ? Scope.Kind.ITERATION : Scope.Kind.BLOCK;
    Area area = place.area().block(new Scope(name, kind, block.name()));
    Tensor output = block(call, block, arguments.get(), place, area, taken, chained);
    layout.register(place, name, call.span(), output, area, first, again);
    return output;
  }

  /** Nothing when there is no such type; one that is written out is reported with the file. */
  private Optional<String> type(Call call, Place place, Tensor previous) {
    Optional<String> type = evaluation.type(call, place, previous);
    boolean known = type.filter(name -> TypeCheck.isKnown(name, blocks)).isPresent();
    if (type.isPresent() && !known && Expressions.in(call.type())) {
      reports.add(place, TypeCheck.unknown(call.span(), type.get(), blocks));
    }
    return known ? type : Optional.empty();
  }

  private Tensor block(
      Call call,
      Block block,
      Mapping written,
      Place place,
      Area area,
      List<Tensor> taken,
      boolean chained) {
    if (place.frame().isInside(block.name())) {
      List<String> circle = new ArrayList<>(place.frame().blocks());
      circle.add(block.name());
      reports.error(
          place,
          call.span(),
          "block.circle",
          String.join(" → ", circle.subList(circle.indexOf(block.name()), circle.size())));
      return Nodes.UNKNOWN;
    }
    if (taken.size() != block.inputs().size()) {
      arity(call, block, place, taken.size(), chained);
      return Nodes.UNKNOWN;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      tensors.put(block.inputs().get(i), taken.get(i));
    }
    Map<String, Value> arguments = new LinkedHashMap<>();
    Frame frame =
        new Frame(
            Optional.of(block),
            block.items(),
            place,
            place.frame().used(call.span()),
            arguments,
            block.params(),
            tensors,
            taken.get(0));
    Place inside = place.inside(frame, area);
    return new BlockArguments(evaluation, reports)
            .fill(call.span(), block, written, inside, place, arguments)
        ? layout.block(block, inside, taken)
        : Nodes.UNKNOWN;
  }

  private void arity(Call call, Block block, Place place, int found, boolean chained) {
    if (block.inputs().size() == 1) {
      nodes.arity(place, call.span(), block.name(), Arity.ONE, found, chained);
      return;
    }
    String names = String.join(", ", block.inputs());
    Message message = Message.of("block.inputs", block.name(), names, found);
    reports.add(place, Diagnostic.error(call.span(), message).with(Note.of("block.from", names)));
  }

  /** Runs something again with the weights that it had. */
  Tensor share(Share share, Place place, String name, List<Tensor> taken) {
    Optional<Area.Entry> entry = references.entry(share.path(), place);
    if (entry.isEmpty()) {
      return layout.lost(place, name, share.span());
    }
    int first = nodes.size();
    Tensor output = entry.get().again().run(place.area(), name, taken);
    nodes.share(place, share.span(), entry.get(), first);
    return output;
  }
}
