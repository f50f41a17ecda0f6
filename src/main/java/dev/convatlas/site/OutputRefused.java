package dev.convatlas.site;

import dev.convatlas.source.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

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

  /** What a disk said no to: the file that it names, or else the folder. */
  static OutputRefused because(Path folder, IOException cause) {
    if (cause instanceof FileSystemException known && known.getFile() != null) {
      // Of a move, the place that it was meant for says more than the one it came from.
      return at(known.getOtherFile() == null ? known.getFile() : known.getOtherFile(), cause);
    }
    return at(folder.toString(), cause);
  }

  /** What a disk said no to when this file was to be written. */
  static OutputRefused at(String file, IOException cause) {
    Object reason = cause.getMessage();
    if (cause instanceof AccessDeniedException) {
      reason = Message.of("publish.denied");
    } else if (cause instanceof FileSystemException known && known.getReason() != null) {
      reason = known.getReason();
    }
    if (reason == null) {
      reason = cause.getClass().getSimpleName();
    }
    return new OutputRefused(Message.of("publish.failed", file, reason), cause);
  }

  public Message message() {
    return message;
  }
}
