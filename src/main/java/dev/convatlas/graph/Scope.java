package dev.convatlas.graph;

/**
 * Something that encloses a node and takes a part of its path.
 *
 * @param name the part of the path, such as {@code layer1}, {@code 0} or {@code body}
 * @param kind what encloses it
 * @param block the block's type, such as {@code bottleneck}, where a block is used; also on an
 *     iteration of a block. Empty otherwise
 */
public record Scope(String name, Kind kind, String block) {

  /** What encloses a node. */
  public enum Kind {
    GROUP,
    BLOCK,
    /** One turn of a loop; its {@code block} says of what. */
    ITERATION,
    /** A named residual or parallel. */
    JOIN,
    BRANCH
  }
}
