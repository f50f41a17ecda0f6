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
 * @param type name of its layer type, such as {@code conv2d}
 * @param settings its arguments, defaults included, in the order of the type's arguments
 * @param inputs the tensors that it takes; none for a parameter that stands by itself
 * @param shapes of these inputs, in the same order
 * @param output shape of its output
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
    String type,
    Layer layer,
    List<Setting> settings,
    List<Tensor> inputs,
    List<Shape> shapes,
    Shape output,
    SourceSpan span,
    List<SourceSpan> usedAt,
    OptionalInt weightsOf,
    boolean training,
    boolean functional,
    String note) {

  public Node {
    scopes = List.copyOf(scopes);
    settings = List.copyOf(settings);
    inputs = List.copyOf(inputs);
    shapes = List.copyOf(shapes);
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

  /** The same layer on other inputs. */
  Node resized(List<Tensor> tensors, List<Shape> of, Shape result, OptionalInt owner) {
    return new Node(
        path,
        scopes,
        type,
        layer,
        settings,
        tensors,
        of,
        result,
        span,
        usedAt,
        owner,
        training,
        functional,
        note);
  }

  /** The same execution with the weights of an earlier node. */
  Node sharing(int earlier) {
    return new Node(
        path,
        scopes,
        type,
        layer,
        settings,
        inputs,
        shapes,
        output,
        span,
        usedAt,
        OptionalInt.of(earlier),
        training,
        functional,
        note);
  }
}
