package dev.convatlas.site;

import dev.convatlas.source.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * Says that the output folder cannot or must not be written, and why; the command ends with exit
 * code 4.
 */
public final class OutputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  private OutputRefused(Message message, Throwable cause) {
    super(message.key() + message.arguments(), cause);
    this.message = message;
  }

  static OutputRefused of(String key, Object... arguments) {
    return new OutputRefused(Message.of(key, arguments), null);
  }

  /**
   * What a disk said no to.
   *
   * @param subject the file or folder, where the exception does not know it better
   */
  static OutputRefused because(Object subject, IOException cause) {
    Object about = subject;
    Object reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (cause instanceof FileSystemException known) {
      about = known.getFile() == null ? subject : known.getFile();
      reason = known.getReason() == null ? cause.getClass().getSimpleName() : known.getReason();
    }
    if (cause instanceof AccessDeniedException) {
      reason = Message.of("publish.denied");
    }
    return new OutputRefused(Message.of("publish.failed", about.toString(), reason), cause);
  }

  public Message message() {
    return message;
  }
}
