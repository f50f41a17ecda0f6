package dev.convatlas.definition;

import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import java.util.List;
import java.util.Optional;

/** Something written in a list of layers. Expressions are not yet evaluated. */
public sealed interface Item {

  /** What every item may carry. */
  Modifiers modifiers();

  /** Where its type is written. */
  SourceSpan span();

  /** Whether something in these items runs again with the weights that it had. */
  static boolean share(List<Item> items) {
    return items.stream().anyMatch(Item::shares);
  }

  private boolean shares() {
    if (this instanceof Group group) {
      return share(group.items());
    }
    if (this instanceof Residual residual) {
      return share(residual.body()) || share(residual.shortcut());
    }
    return this instanceof Share
        || (this instanceof Parallel parallel
            && parallel.branches().stream().anyMatch(branch -> share(branch.items())));
  }

  /**
   * A layer or a block.
   *
   * @param type its name, which may be an expression
   * @param arguments a mapping, or an expression that gives one
   */
  record Call(SourceSpan span, Value.Scalar type, Value arguments, Modifiers modifiers)
      implements Item {}

  /** A list of items, {@code layers:}. */
  record Group(SourceSpan span, List<Item> items, Modifiers modifiers) implements Item {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * A body and a shortcut, added.
   *
   * @param skip whether the shortcut is there at all; nothing means it is
   * @param shortcut without items it is the identity
   */
  record Residual(
      SourceSpan span,
      Optional<Value> skip,
      List<Item> body,
      List<Item> shortcut,
      Modifiers modifiers)
      implements Item {
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }
  }

  /** Branches that read the same tensor, and the layer that joins them. */
  record Parallel(SourceSpan span, List<Branch> branches, Call merge, Modifiers modifiers)
      implements Item {
    public Parallel {
      branches = List.copyOf(branches);
    }
  }

  /** A layer or group that runs again with the same weights. */
  record Share(SourceSpan span, Value.Scalar path, Modifiers modifiers) implements Item {}

  /** Something that could not be read, which is reported; its name is taken all the same. */
  record Broken(SourceSpan span, Modifiers modifiers) implements Item {}

  /**
   * One way through a parallel.
   *
   * @param items in their order; none is the identity
   * @param modifiers only {@code name}, {@code when} and {@code for} are set
   */
  record Branch(SourceSpan span, List<Item> items, Modifiers modifiers) {
    public Branch {
      items = List.copyOf(items);
    }
  }

  /** A loop around an item: names that take the values of a list in turn. */
  record Loop(SourceSpan span, List<String> names, Value values) {
    public Loop {
      names = List.copyOf(names);
    }
  }

  /**
   * @param from paths of the tensors taken; empty when it takes the previous output
   * @param loop around it, before {@code when} and {@code name}
   * @param training runs only in training
   * @param functional PyTorch's code calls it as a function
   */
  record Modifiers(
      Optional<Value> name,
      List<Value> from,
      Optional<Value> when,
      Optional<Loop> loop,
      Optional<Value> training,
      Optional<Value> functional,
      Optional<Value> note) {

    public static final Modifiers NONE =
        new Modifiers(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Modifiers {
      from = List.copyOf(from);
    }
  }
}
