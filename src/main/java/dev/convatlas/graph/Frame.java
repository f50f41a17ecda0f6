package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Item;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of a block, or the model itself.
 *
 * @param block empty for the model
 * @param items of the block or the model
 * @param user where the block is used; null for the model
 * @param uses where it and the blocks around it are used, innermost first; none for the model
 * @param arguments by name, evaluated
 * @param params of the file that the block is written in
 * @param inputs tensors by the names that expressions and {@code from} use
 * @param first the tensor that its first item takes; null when it must say which
 */
record Frame(
    Optional<Block> block,
    List<Item> items,
    Place user,
    List<SourceSpan> uses,
    Map<String, Value> arguments,
    Map<String, Value> params,
    Map<String, Tensor> inputs,
    Tensor first) {

  /** The frame that uses the block; null for the model. */
  Frame outer() {
    return user == null ? null : user.frame();
  }

  boolean isInside(String name) {
    for (Frame frame = this; frame != null; frame = frame.outer()) {
      if (frame.block.isPresent() && frame.block.get().name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Names of the blocks around, outermost first. */
  List<String> blocks() {
    List<String> names = new ArrayList<>();
    for (Frame frame = this; frame != null; frame = frame.outer()) {
      frame.block.ifPresent(block -> names.add(0, block.name()));
    }
    return names;
  }

  /** Where the block is used. */
  SourceSpan usedAt() {
    return uses.get(0);
  }

  /** What uses of a block in this frame have as theirs. */
  List<SourceSpan> used(SourceSpan at) {
    List<SourceSpan> all = new ArrayList<>(List.of(at));
    all.addAll(uses);
    return List.copyOf(all);
  }
}
