package dev.convatlas.graph;

import dev.convatlas.definition.Block;
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
 * @param outer the frame that uses the block; null for the model
 * @param usedAt where it does; null for the model
 * @param arguments by name, evaluated
 * @param params of the file that the block is written in
 * @param inputs tensors by the names that expressions and {@code from} use
 * @param first the tensor that its first item takes; null when it must say which
 */
record Frame(
    Optional<Block> block,
    Frame outer,
    SourceSpan usedAt,
    Map<String, Value> arguments,
    Map<String, Value> params,
    Map<String, Tensor> inputs,
    Tensor first) {

  boolean isInside(String name) {
    for (Frame frame = this; frame != null; frame = frame.outer) {
      if (frame.block.isPresent() && frame.block.get().name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Names of the blocks around, outermost first. */
  List<String> blocks() {
    List<String> names = new ArrayList<>();
    for (Frame frame = this; frame != null; frame = frame.outer) {
      frame.block.ifPresent(block -> names.add(0, block.name()));
    }
    return names;
  }

  int depth() {
    int depth = 0;
    for (Frame frame = outer; frame != null; frame = frame.outer) {
      depth++;
    }
    return depth;
  }

  /** Where the blocks are used, innermost first. */
  List<SourceSpan> uses() {
    List<SourceSpan> uses = new ArrayList<>();
    for (Frame frame = this; frame.outer != null; frame = frame.outer) {
      uses.add(frame.usedAt);
    }
    return uses;
  }
}
