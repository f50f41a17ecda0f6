package dev.convatlas.site;

import dev.convatlas.source.Message;

/** Says that a template of the catalog's own could not be filled, and where it is wrong. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  /**
   * @param file from the catalog's root
   * @param line from 1, as {@code column}; 0 when unknown
   */
  TemplateFault(String file, int line, int column, String reason, Throwable cause) {
    super(file + ":" + line + ":" + column + ": " + reason, cause);
    this.message = Message.of("publish.template", file, line, column, reason);
  }

  public Message message() {
    return message;
  }
}
