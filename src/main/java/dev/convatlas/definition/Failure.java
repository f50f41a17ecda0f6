package dev.convatlas.definition;

import dev.convatlas.source.Message;

/** An error at a place inside an expression. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int from;
  private final int to;
  private final transient Message message;
  private final transient Message hint;

  /**
   * @param from index of its first character in the expression
   * @param to index after its last one
   * @param hint how to mend it; null when there is nothing to say
   */
  Failure(int from, int to, Message message, Message hint) {
    super(message.key(), null, false, false);
    this.from = from;
    this.to = to;
    this.message = message;
    this.hint = hint;
  }

  Failure(int from, int to, Message message) {
    this(from, to, message, null);
  }

  /** The same in a text in which the expression begins at that index. */
  Failure shifted(int by) {
    return new Failure(from + by, to + by, message, hint);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  Message message() {
    return message;
  }

  Message hint() {
    return hint;
  }
}
