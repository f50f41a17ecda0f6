package dev.convatlas.drawing;

import dev.convatlas.drawing.Placed.Line;
import dev.convatlas.drawing.Placed.Point;
import dev.convatlas.drawing.Placed.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places boxes in layers from top to bottom. The only user of ELK. */
final class ElkLayout {
  private static final int SEED = 1;

  static {
    // Tells ELK how to copy its own values; without it the first layout fails.
    LayoutMetaDataService.getInstance();
  }

  private final Drawing drawing;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final List<ElkNode> frames = new ArrayList<>();
  private final List<ElkNode> boxes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private ElkLayout(Drawing drawing) {
    this.drawing = drawing;
  }

  static Placed place(Drawing drawing) {
    return new ElkLayout(drawing).placed();
  }

  private Placed placed() {
    options(graph);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(4, 6, 4, 6));
    for (Drawing.Box box : drawing.boxes()) {
      // In the order of the boxes, which is what keeps branches in their order from left to right.
      while (frames.size() <= box.frame()) {
        frames.add(frame());
      }
      ElkNode node = ElkGraphUtil.createNode(box.frame() < 0 ? graph : frames.get(box.frame()));
      node.setDimensions(Sizes.width(box), Sizes.height(box));
      boxes.add(node);
    }
    for (Drawing.Edge edge : drawing.edges()) {
      edges.add(edge(edge));
    }
    new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    return new Placed(
        drawing,
        graph.getWidth(),
        graph.getHeight(),
        boxes.stream().map(ElkLayout::rectangle).toList(),
        frames.stream().map(ElkLayout::rectangle).toList(),
        edges.stream().map(ElkLayout::line).toList());
  }

  private ElkNode frame() {
    ElkNode node = ElkGraphUtil.createNode(graph);
    options(node);
    node.setProperty(CoreOptions.PADDING, new ElkPadding(26, 12, 12, 12));
    return node;
  }

  private void options(ElkNode node) {
    node.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
    node.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    node.setProperty(CoreOptions.RANDOM_SEED, SEED);
    node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    node.setProperty(LayeredOptions.MERGE_EDGES, true);
    if (drawing.frames().isEmpty()) {
      // With frames ELK 0.12.1 fails on it.
      node.setProperty(
          LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    }
    node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 14.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 8.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
  }

  private ElkEdge edge(Drawing.Edge edge) {
    ElkEdge made = ElkGraphUtil.createSimpleEdge(boxes.get(edge.from()), boxes.get(edge.to()));
    made.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, edge.skip() ? 1 : 10);
    if (!edge.label().isEmpty()) {
      ElkLabel label = ElkGraphUtil.createLabel(edge.label(), made);
      label.setDimensions(Sizes.text(edge.label(), Sizes.LABEL), Sizes.LABEL_HEIGHT);
      label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    }
    return made;
  }

  private static Rectangle rectangle(ElkNode node) {
    Point corner = corner(node);
    return new Rectangle(corner.x(), corner.y(), node.getWidth(), node.getHeight());
  }

  /** Upper left corner of a node in the whole picture. */
  private static Point corner(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode at = node; at != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return new Point(x, y);
  }

  private static Line line(ElkEdge edge) {
    Point origin = corner(edge.getContainingNode());
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(origin.x() + section.getStartX(), origin.y() + section.getStartY()));
      section
          .getBendPoints()
          .forEach(p -> points.add(new Point(origin.x() + p.getX(), origin.y() + p.getY())));
      points.add(new Point(origin.x() + section.getEndX(), origin.y() + section.getEndY()));
    }
    Point label = edge.getLabels().isEmpty() ? null : middle(origin, edge.getLabels().get(0));
    return new Line(points, label);
  }

  private static Point middle(Point origin, ElkLabel label) {
    return new Point(
        origin.x() + label.getX() + label.getWidth() / 2,
        origin.y() + label.getY() + label.getHeight() / 2);
  }
}
