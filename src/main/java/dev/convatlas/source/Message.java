package dev.convatlas.source;

import java.util.List;

/**
 * A sentence that is not yet in any language: the key of a message file and what fills its places.
 *
 * @param key in the message files, such as {@code layer.unknown}
 * @param arguments for the places {@code {0}}, {@code {1}}, …: strings, numbers or messages
 */
public record Message(String key, List<Object> arguments) {

  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
