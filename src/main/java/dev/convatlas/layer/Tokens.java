package dev.convatlas.layer;

import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What layers on rows of tokens share: positions, then features. */
final class Tokens {
  private Tokens() {}

  static Shape check(String type, Shape input) {
    if (input.rank() != 2) {
      throw Refusal.of("tokens.rank", type, input.toString());
    }
    return input;
  }

  /**
   * Tokens whose last axis holds the features. Unless their number is written, that axis must not
   * be a place: such a tensor has its channels first.
   *
   * @param argument that states the number of features
   */
  static Shape require(String type, String argument, Optional<Long> features, Shape input) {
    check(type, input);
    if (features.isPresent() && features.get() != input.size(1)) {
      throw Refusal.of("tokens.features", type, argument, features.get(), input.toString());
    }
    Role role = input.axis(1).role();
    if (features.isEmpty() && (role.isSpatial() || role == Role.POSITIONS)) {
      throw Refusal.of("tokens.layout", type, argument, input.toString());
    }
    return input;
  }

  /**
   * Attention along the last axis but one: a position asks for itself and sees every key. The only
   * input, or the first one, asks.
   */
  static List<Reading> attention(List<Shape> inputs) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      List<Integer> tokens = List.of(inputs.get(i).rank() - 2);
      Reading.AxisReading seen =
          inputs.size() == 1 ? new Reading.Everything() : new Reading.Collapse();
      readings.add(
          i == 0 && inputs.size() > 1 ? Reading.SAME : Readings.over(inputs.get(i), tokens, seen));
    }
    return readings;
  }
}
