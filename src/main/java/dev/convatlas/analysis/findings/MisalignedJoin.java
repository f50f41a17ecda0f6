package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.AxisName;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Branches that meet position by position although their positions stand for different places of
 * the input: they have other centres, or move at another pace. Slices of one tensor that are joined
 * as channels (space to depth) are meant that way.
 */
final class MisalignedJoin implements Check {

  /** An axis of an input of the model. */
  private record Along(String input, Role role) {}

  @Override
  public String name() {
    return "misaligned-join";
  }

  @Override
  public String source() {
    return "A. Araujo, W. Norris, J. Sim, Computing Receptive Fields of Convolutional Neural"
        + " Networks, Distill 2019: https://doi.org/10.23915/distill.00021";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    Map<Tensor, Map<Along, Centre>> centres = new HashMap<>();
    analysis
        .graph()
        .inputs()
        .forEach((name, shape) -> centres.put(new Tensor.Input(name), centres(name, shape)));
    for (int i = 0; i < analysis.rows().size(); i++) {
      Node node = analysis.rows().get(i).node();
      List<Map<Along, Centre>> branches = branches(node, centres);
      centres.put(new Tensor.Output(i), joined(branches));
      Optional<Message> message =
          isSpaceToDepth(analysis, node) ? Optional.empty() : apart(branches);
      if (message.isPresent()) {
        found.add(new Finding(name(), List.of(i), message.get()));
      }
    }
    return found;
  }

  private static Map<Along, Centre> centres(String name, Shape shape) {
    Map<Along, Centre> centres = new HashMap<>();
    for (Axis axis : shape.axes()) {
      if (axis.role().isSpatial()) {
        centres.put(new Along(name, axis.role()), Centre.INPUT);
      }
    }
    return centres;
  }

  /** What each input of the layer brings to the positions of its output. */
  private static List<Map<Along, Centre>> branches(
      Node node, Map<Tensor, Map<Along, Centre>> centres) {
    List<Reading> readings = node.applied().readings();
    List<Map<Along, Centre>> branches = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      Reading reading = readings.get(i);
      Map<Along, Centre> moved = new HashMap<>();
      centres
          .get(node.inputs().get(i))
          .forEach(
              (along, centre) -> {
                if (node.output().carries(along.role())) {
                  centre
                      .through(reading.along(along.role()))
                      .ifPresent(next -> moved.put(along, next));
                }
              });
      branches.add(moved);
    }
    return branches;
  }

  /** Of branches that disagree, the first goes on: a join is reported once. */
  private static Map<Along, Centre> joined(List<Map<Along, Centre>> branches) {
    Map<Along, Centre> joined = new HashMap<>();
    branches.forEach(branch -> branch.forEach(joined::putIfAbsent));
    return joined;
  }

  private static Optional<Message> apart(List<Map<Along, Centre>> branches) {
    for (Role role : Role.values()) {
      for (int i = 1; i < branches.size(); i++) {
        for (Map.Entry<Along, Centre> other : branches.get(i).entrySet()) {
          Centre first = branches.get(0).get(other.getKey());
          if (other.getKey().role() == role && first != null && !first.equals(other.getValue())) {
            return Optional.of(message(role, first, other.getValue()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Message message(Role role, Centre a, Centre b) {
    return a.jump().equals(b.jump())
        ? Message.of(
            "finding.misaligned-join.seen",
            AxisName.of(role),
            a.start().distance(b.start()).toString())
        : Message.of(
            "finding.misaligned-join.jump",
            AxisName.of(role),
            a.jump().toString(),
            b.jump().toString());
  }

  private static boolean isSpaceToDepth(Analysis analysis, Node node) {
    List<Tensor> roots = node.inputs().stream().map(tensor -> root(analysis, tensor)).toList();
    return node.layer().operation() == Operation.MOVEMENT
        && roots.stream().distinct().count() == 1
        && !node.inputs().contains(roots.get(0));
  }

  /** The tensor that this one is a view of. */
  private static Tensor root(Analysis analysis, Tensor tensor) {
    Tensor root = tensor;
    while (root instanceof Tensor.Output output) {
      Node node = analysis.rows().get(output.node()).node();
      if (node.layer().operation() != Operation.VIEW) {
        return root;
      }
      root = node.inputs().get(0);
    }
    return root;
  }
}
