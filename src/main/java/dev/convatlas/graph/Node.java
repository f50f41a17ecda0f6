package dev.convatlas.graph;

import dev.convatlas.layer.Layer;
import dev.convatlas.layer.Setting;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;

/**
 * One execution of a layer.
 *
 * @param path unique in the model, such as {@code layer1.0.body.conv_bn.conv2d}
 * @param scopes what encloses it, outermost first; their names and the own name make the path
 * @param applied the layer and the shapes of what it takes and gives
 * @param inputs the tensors that it takes; none for a parameter that stands by itself
 * @param span where its item is written
 * @param usedAt where the blocks around it are used, innermost first
 * @param weightsOf the node whose weights it uses again; empty when they are its own
 * @param training whether it runs only in training: its parameters count, its work does not
 * @param functional whether PyTorch's code calls it as a function, which tools that see modules
 *     only do not count
 * @param note a remark of the author; empty when there is none
 */
public record Node(
    String path,
    List<Scope> scopes,
    Applied applied,
    List<Tensor> inputs,
    SourceSpan span,
    List<SourceSpan> usedAt,
    OptionalInt weightsOf,
    boolean training,
    boolean functional,
    String note) {

  public Node {
    scopes = List.copyOf(scopes);
    inputs = List.copyOf(inputs);
    usedAt = List.copyOf(usedAt);
  }

  /** Adds to a diagnostic where in the model this is, and which lines used the blocks around it. */
  public Diagnostic located(Diagnostic diagnostic) {
    Diagnostic located = diagnostic.with(Diagnostic.Note.of("graph.path", path));
    int used = 0;
    for (int i = scopes.size() - 1; i >= 0; i--) {
      String block = scopes.get(i).block();
      if (!block.isEmpty()) {
        located = located.with(Diagnostic.Note.at(usedAt.get(used++), "graph.used", block));
      }
    }
    return located;
  }

  /** Name of its layer type, such as {@code conv2d}. */
  public String type() {
    return applied.type();
  }

  public Layer layer() {
    return applied.layer();
  }

  /** Its arguments, defaults included, in the order of the type's arguments. */
  public List<Setting> settings() {
    return applied.settings();
  }

  /** Shapes of its inputs, in their order. */
  public List<Shape> shapes() {
    return applied.shapes();
  }

  /** Shape of its output. */
  public Shape output() {
    return applied.output();
  }

  /** The same layer on other inputs. */
  Node resized(Applied other, List<Tensor> tensors, OptionalInt owner) {
    return new Node(path, scopes, other, tensors, span, usedAt, owner, training, functional, note);
  }

  /** The same execution with the weights of an earlier node. */
  Node sharing(int earlier) {
    OptionalInt owner = OptionalInt.of(earlier);
    return new Node(path, scopes, applied, inputs, span, usedAt, owner, training, functional, note);
  }
}
