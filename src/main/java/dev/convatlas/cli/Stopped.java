package dev.convatlas.cli;

import dev.convatlas.source.Message;

/** Ends a command with a sentence and an exit code. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Message sentence;

  private Stopped(int code, Message sentence) {
    super(sentence.key(), null, false, false);
    this.code = code;
    this.sentence = sentence;
  }

  static Stopped with(int code, String key, Object... arguments) {
    return new Stopped(code, Message.of(key, arguments));
  }

  int code() {
    return code;
  }

  Message sentence() {
    return sentence;
  }
}
