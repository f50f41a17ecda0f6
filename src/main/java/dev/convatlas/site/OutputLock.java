package dev.convatlas.site;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write an output folder. The system gives it back when the process ends, however it
 * ends; the empty file stays, since removing it would let two builds lock two files of one name.
 */
final class OutputLock implements AutoCloseable {
  private static final String NAME = PathRules.RESERVED + "lock";

  private final Path folder;
  private final FileChannel channel;

  private OutputLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws OutputRefused when another build has it
   */
  static OutputLock of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    if (!locked(channel)) {
      channel.close();
      throw OutputRefused.of("publish.busy", folder.toString());
    }
    return new OutputLock(folder, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    } catch (IOException unsupported) {
      channel.close();
      throw unsupported;
    }
  }

  /** The folder that may now be written. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
