package dev.convatlas.site;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Everything that changes a disk, so that a test can count it and let it fail. */
interface Disk {

  /** Writes a file that is not there yet. */
  void write(Path file, byte[] content) throws IOException;

  /** Waits until a file is on the medium, not only in the memory of the system. */
  void force(Path file) throws IOException;

  /** Puts a file in the place of another or of none, in one step that nobody sees half done. */
  void move(Path from, Path to) throws IOException;

  /** Removes a file, a link or an empty folder; one that is not there is no error. */
  void delete(Path file) throws IOException;

  /** Makes one folder whose parent is there. */
  void makeFolder(Path folder) throws IOException;

  /** The disk of this machine. */
  Disk REAL =
      new Disk() {
        @Override
        public void write(Path file, byte[] content) throws IOException {
          Files.write(
              file,
              content,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void force(Path file) throws IOException {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(Path file) throws IOException {
          Files.deleteIfExists(file);
        }

        @Override
        public void makeFolder(Path folder) throws IOException {
          Files.createDirectory(folder);
        }
      };
}
