package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Group;
import dev.convatlas.definition.Item.Parallel;
import dev.convatlas.definition.Item.Residual;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at every type that is written out, in blocks that no model uses too. */
final class TypeCheck {
  private final Map<String, Block> blocks;
  private final Problems problems;

  private TypeCheck(Map<String, Block> blocks, Problems problems) {
    this.blocks = blocks;
    this.problems = problems;
  }

  static void check(ModelDefinition model, Problems problems) {
    TypeCheck check = new TypeCheck(model.blocks(), problems);
    check.items(model.items());
    for (Block block : model.blocks().values()) {
      if (LayerTypes.named(block.name()).isPresent()) {
        problems.error(block.span(), "block.hides", block.name());
      }
      check.items(block.items());
    }
  }

  private void items(List<Item> items) {
    items.forEach(this::item);
  }

  private void item(Item item) {
    if (item instanceof Call call) {
      String type = call.type().text();
      if (!type.contains("${") && !isKnown(type, blocks)) {
        problems.add(unknown(call.span(), type, blocks));
      }
    } else if (item instanceof Group group) {
      items(group.items());
    } else if (item instanceof Residual residual) {
      items(residual.body());
      items(residual.shortcut());
    } else if (item instanceof Parallel parallel) {
      parallel.branches().forEach(branch -> items(branch.items()));
      item(parallel.merge());
    }
  }

  static boolean isKnown(String type, Map<String, Block> blocks) {
    return blocks.containsKey(type) || LayerTypes.named(type).isPresent();
  }

  static Diagnostic unknown(SourceSpan span, String type, Map<String, Block> blocks) {
    List<String> names = new ArrayList<>(blocks.keySet());
    names.addAll(LayerTypes.names());
    names.addAll(List.of("residual", "parallel", "layers"));
    return Diagnostic.error(
        span,
        Nearest.name(type, names)
            .map(near -> Message.of("type.unknown.near", type, near))
            .orElseGet(() -> Message.of("type.unknown", type)));
  }
}
