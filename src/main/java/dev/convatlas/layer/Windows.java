package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One window for each spatial axis of a map: what convolution and pooling do to it. */
record Windows(List<Window> axes) {

  Windows {
    axes = List.copyOf(axes);
  }

  /**
   * Sizes of the output's spatial axes.
   *
   * @throws Refusal when a window does not fit
   */
  List<Long> output(String type, Shape map) {
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      Window window = axes.get(i);
      long in = map.size(i + 1);
      long out = window.count(in);
      if (out < 1) {
        throw Refusal.of(
            "shape.window.large",
            type,
            Maps.axisName(axes.size(), i),
            window.extent(),
            in,
            in + window.before() + window.after());
      }
      sizes.add(out);
    }
    return sizes;
  }

  /**
   * @param type of the layer, for messages
   */
  Reading reading(String type, Shape map) {
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (int i = 0; i < axes.size(); i++) {
      Readings.put(readings, type, map.axis(i + 1), new Reading.Through(axes.get(i).reach()));
    }
    return Reading.of(readings);
  }

  List<Message> shapeRule(Shape map, Shape output) {
    List<Message> rule = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      rule.add(
          Message.of(
              "shape.formula",
              Maps.axisName(axes.size(), i) + "_out",
              axes.get(i).countFormula(map.size(i + 1)),
              output.size(i + 1)));
    }
    return rule;
  }
}
