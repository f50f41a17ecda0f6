package dev.convatlas.source;

/**
 * Says that a value cannot be used, by code that does not know the value's place; whoever knows it
 * turns this into a {@link Diagnostic}.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  public Refusal(Message message) {
    super(message.key(), null, false, false);
    this.message = message;
  }

  public static Refusal of(String key, Object... arguments) {
    return new Refusal(Message.of(key, arguments));
  }

  public Message message() {
    return message;
  }
}
