package dev.convatlas.analysis.memory;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.definition.CatalogSettings.Device;
import dev.convatlas.source.Message;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The least time that a device needs for a model by its data sheet: each layer is bound by
 * arithmetic or by memory, whichever takes longer. A model of the device, not a measurement.
 *
 * <p>Source: S. Williams, A. Waterman, D. Patterson, <i>Roofline: an insightful visual performance
 * model for multicore architectures</i>, CACM 52(4), 2009.
 *
 * @param points one for each layer that moves something, in the order of execution
 * @param computeBound operations of the layers that arithmetic bounds
 * @param memoryBound bytes of the layers that memory bounds
 * @param missing why it takes longer than that; empty when everything is known
 */
public record Roofline(
    Device device,
    NumberType type,
    List<Point> points,
    long computeBound,
    long memoryBound,
    Optional<Message> missing) {

  /**
   * One layer.
   *
   * @param node its index
   * @param boundByMemory whether its operations per byte lie below the device's
   */
  public record Point(int node, long operations, long bytes, boolean boundByMemory) {}

  public Roofline {
    points = List.copyOf(points);
  }

  /**
   * @throws ArithmeticException when a sum does not fit into 63 bits
   */
  public static Roofline of(Analysis analysis, Device device, NumberType type) {
    List<Point> points = new ArrayList<>();
    Count compute = Count.ZERO;
    Count memory = Count.ZERO;
    for (int i = 0; i < analysis.rows().size(); i++) {
      Row row = analysis.rows().get(i);
      Traffic traffic = Traffic.of(row);
      Count elements = traffic.elements();
      Count bytes = new Count(type.bytes(elements.value()), elements.missing());
      if (bytes.value() > 0) {
        Count operations = traffic.operations();
        boolean bound = isBoundByMemory(device, operations.value(), bytes.value());
        points.add(new Point(i, operations.value(), bytes.value(), bound));
        compute = bound ? known(compute, operations) : compute.plus(operations);
        memory = bound ? memory.plus(bytes) : known(memory, bytes);
      }
    }
    return new Roofline(
        device,
        type,
        points,
        compute.value(),
        memory.value(),
        compute.missing().or(memory::missing));
  }

  /** Not added, since the layer is bound by the other; what is missing of it still is. */
  private static Count known(Count sum, Count left) {
    return new Count(sum.value(), sum.missing().or(left::missing));
  }

  private static boolean isBoundByMemory(Device device, long operations, long bytes) {
    return BigDecimal.valueOf(operations)
            .multiply(device.bytesPerSecond())
            .compareTo(BigDecimal.valueOf(bytes).multiply(device.operationsPerSecond()))
        < 0;
  }

  /** Operations per byte at which arithmetic and memory take the same time. */
  public BigDecimal ridge() {
    return device.operationsPerSecond().divide(device.bytesPerSecond(), MathContext.DECIMAL64);
  }

  /** The sum of the layers' times; rounded, for printing. */
  public BigDecimal seconds() {
    BigDecimal arithmetic =
        BigDecimal.valueOf(computeBound)
            .divide(device.operationsPerSecond(), MathContext.DECIMAL64);
    BigDecimal moving =
        BigDecimal.valueOf(memoryBound).divide(device.bytesPerSecond(), MathContext.DECIMAL64);
    return arithmetic.add(moving);
  }
}
