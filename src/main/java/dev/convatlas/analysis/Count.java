package dev.convatlas.analysis;

import dev.convatlas.source.Message;
import java.util.Optional;

/**
 * An exact number, or a lower bound where something is unknown.
 *
 * @param missing why the true number may be larger; empty when it is exact
 */
public record Count(long value, Optional<Message> missing) {

  public static final Count ZERO = Count.of(0);

  public static Count of(long value) {
    return new Count(value, Optional.empty());
  }

  public static Count atLeast(long value, Message why) {
    return new Count(value, Optional.of(why));
  }

  public boolean isExact() {
    return missing.isEmpty();
  }

  /**
   * The sum; the first reason stands for what is missing.
   *
   * @throws ArithmeticException when it does not fit into 63 bits
   */
  public Count plus(Count other) {
    return new Count(
        Math.addExact(value, other.value), missing.isPresent() ? missing : other.missing);
  }
}
