package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Group;
import dev.convatlas.definition.Item.Parallel;
import dev.convatlas.definition.Item.Residual;
import dev.convatlas.definition.ModelFile;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at every type that is written out, in blocks that no model uses too. */
public final class TypeCheck {
  /** What other libraries and people call the types that have another name here. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("cat", "concat"),
          Map.entry("concatenate", "concat"),
          Map.entry("dense", "linear"),
          Map.entry("fc", "linear"),
          Map.entry("global_avg_pool", "adaptive_avg_pool2d"),
          Map.entry("global_average_pooling2d", "adaptive_avg_pool2d"),
          Map.entry("hard_swish", "hardswish"),
          Map.entry("multiply", "mul"),
          Map.entry("sequential", "layers"),
          Map.entry("sum", "add"),
          Map.entry("swish", "silu"),
          Map.entry("upsample", "interpolate"));

  private final Map<String, Block> blocks;
  private final boolean complete;
  private final Problems problems;

  private TypeCheck(Map<String, Block> blocks, boolean complete, Problems problems) {
    this.blocks = blocks;
    this.complete = complete;
    this.problems = problems;
  }

  /**
   * Reports unknown types in the layers of a file and in the blocks that it has or includes. A file
   * without layers may leave blocks to whoever includes it.
   */
  public static void check(ModelFile file, Problems problems) {
    if (file.items().isEmpty()) {
      return;
    }
    TypeCheck check = new TypeCheck(file.blocks(), file.complete(), problems);
    check.items(file.items());
    for (Block block : file.blocks().values()) {
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
      if (complete && !type.contains("${") && !isKnown(type, blocks)) {
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
    Optional<String> meant =
        Optional.ofNullable(OTHER_WORDS.get(type.toLowerCase(Locale.ROOT)))
            .or(() -> Nearest.name(type, names));
    return meant.isPresent()
        ? Diagnostic.error(span, Message.of("type.unknown.near", type, meant.get()))
        : Diagnostic.error(span, Message.of("type.unknown", type))
            .with(Diagnostic.Note.of("type.list"));
  }
}
