package dev.convatlas.analysis;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Role;

/** What sentences call an axis. */
public final class AxisName {
  private AxisName() {}

  public static Message of(Role role) {
    return switch (role) {
      case DEPTH -> Message.of("axis.depth");
      case HEIGHT -> Message.of("axis.height");
      case WIDTH -> Message.of("axis.width");
      case LENGTH -> Message.of("axis.length");
      case CHANNEL, POSITIONS, NONE -> Message.of("axis.other");
    };
  }
}
