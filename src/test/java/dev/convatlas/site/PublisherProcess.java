package dev.convatlas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A process that publishes a version of the tiny site, for tests that kill it or take something
 * away from it. Needs nothing but the classes of this package and of {@code source}.
 *
 * <p>Arguments: the folder, the version, and the operation on the disk before which it waits to be
 * killed; 0 for none. It says {@code waiting}, {@code published} or why it was refused, and ends
 * with 0 or 4. With {@code write} for a version it only tries to write a file into the folder, and
 * says {@code wrote} or the exception.
 */
final class PublisherProcess {
  private PublisherProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (arguments[1].equals("write")) {
      System.out.println(write(folder));
      return;
    }
    TinySite site = TinySite.valueOf(arguments[1]);
    Disk disk = new WaitingDisk(Integer.parseInt(arguments[2]));
    try {
      var result = new Publisher(disk).publish(new Target(folder, List.of(), false), site::render);
      System.out.println(result.isPresent() ? "published" : "told not to publish");
    } catch (OutputRefused refused) {
      System.out.println(refused.message().key() + " " + refused.message().arguments());
      System.exit(4);
    }
  }

  private static String write(Path folder) {
    try {
      Files.writeString(folder.resolve("tried"), "");
      return "wrote";
    } catch (IOException refused) {
      return refused.getClass().getSimpleName();
    }
  }

  /** The real disk up to one operation; a write gets half way. */
  private static final class WaitingDisk implements Disk {
    private final int at;
    private int count;

    WaitingDisk(int at) {
      this.at = at;
    }

    private boolean isDue() {
      count++;
      return count == at;
    }

    private static void await() throws IOException {
      System.out.println("waiting");
      System.out.flush();
      int end = System.in.read();
      throw new IllegalStateException("not killed: " + end);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      if (isDue()) {
        REAL.write(file, Arrays.copyOf(content, content.length / 2));
        await();
      }
      REAL.write(file, content);
    }

    @Override
    public void force(Path file) throws IOException {
      if (isDue()) {
        await();
      }
      REAL.force(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      if (isDue()) {
        await();
      }
      REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      if (isDue()) {
        await();
      }
      REAL.delete(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
      if (isDue()) {
        await();
      }
      REAL.makeFolder(folder);
    }
  }
}
