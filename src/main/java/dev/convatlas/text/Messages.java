package dev.convatlas.text;

import dev.convatlas.source.Message;

/** The sentences of one language. */
public final class Messages {

  private Messages() {}

  public static Messages of(Language language) {
    throw new UnsupportedOperationException(language.tag());
  }

  /** The sentence with its places filled in; arguments that are messages are sentences too. */
  public String text(Message message) {
    throw new UnsupportedOperationException(message.key());
  }

  public String text(String key, Object... arguments) {
    return text(Message.of(key, arguments));
  }
}
