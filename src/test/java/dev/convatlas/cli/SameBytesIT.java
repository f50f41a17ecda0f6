package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convatlas.site.CatalogFolder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same models give the same bytes, each time in a process of its own: whatever the language,
 * time zone and encoding of the machine, the number of threads, the order in which the disk lists
 * files, the folder, and the version of Java.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesIT {
  private static final Path SAMPLES = CatalogFolder.SAMPLES;

  private Path folder;

  private Map<String, String> usual;

  @BeforeAll
  void theUsualWay(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary;
    usual = built(folder.resolve("usual"), false, ownJava(), List.of(), 2);
    assertThat(usual).hasSizeGreaterThan(100);
  }

  private static Path ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Three families and the catalog's settings, copied in one order or the other. */
  private static void models(Path to, boolean backwards) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("lenet5.yaml", "resnet.yaml", "unet.yaml")) {
      files.add(SAMPLES.resolve(name));
    }
    try (Stream<Path> blocks = Files.walk(SAMPLES.resolve("blocks"))) {
      blocks.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    if (backwards) {
      Collections.reverse(files);
    }
    for (Path file : files) {
      Path copy = to.resolve(SAMPLES.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Files.writeString(
        to.resolve("catalog.yaml"),
        """
        title: İstanbul, titles and digits 0123456789
        language: [en, zh]
        url: https://x.example/some/path/
        metrics: {imagenet_top1: {title: Top-1, unit: "%", better: higher}}
        """);
  }

  /** Digest of every file of the site by its path. */
  private static Map<String, String> built(
      Path root, boolean backwards, Path java, List<String> options, int threads)
      throws IOException, InterruptedException {
    models(Files.createDirectories(root.resolve("models")), backwards);
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Djava.awt.headless=true"));
    command.addAll(options);
    command.addAll(
        List.of("-cp", ClassPath.absolute(), Main.class.getName(), "build", "--no-cache"));
    command.addAll(List.of("--language", "en", "--threads", Integer.toString(threads)));
    command.addAll(List.of("models", "-o", "site"));
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // Metrics that this catalog does not declare are warnings.
    assertThat(process.waitFor()).as(said).isZero();
    Map<String, String> digests = new TreeMap<>();
    long bytes = 0;
    try (Stream<Path> files = Files.walk(root.resolve("site"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        bytes += content.length;
        digests.put(root.resolve("site").relativize(file).toString(), digest(content));
      }
    }
    System.out.println("compared " + digests.size() + " files, " + bytes + " bytes: " + options);
    return digests;
  }

  private static String digest(byte[] content) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(content)).toString(16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tr, TR, Asia/Kathmandu, ISO-8859-1, 1",
    "ar, EG, Pacific/Chatham, US-ASCII, 3",
    "zh, CN, America/St_Johns, GBK, 7",
  })
  void onAnyMachine(String language, String country, String zone, String encoding, int threads)
      throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.timezone=" + zone,
            "-Dfile.encoding=" + encoding);
    assertThat(built(folder.resolve(language), false, ownJava(), options, threads))
        .isEqualTo(usual);
  }

  /** Where there is one, on a file system in memory, which lists the newest file first. */
  @Test
  void inAnyOrderAndFolder() throws IOException, InterruptedException {
    Path memory = Path.of("/dev/shm");
    Path parent = Files.isWritable(memory) ? memory : folder;
    Path other = Files.createTempDirectory(parent, "a folder of another name");
    try {
      assertThat(built(other.resolve("deep/er"), true, ownJava(), List.of(), 2)).isEqualTo(usual);
    } finally {
      try (Stream<Path> files = Files.walk(other)) {
        for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void onTheNewestJava() throws IOException, InterruptedException {
    Optional<Path> other = otherJava();
    assumeTrue(other.isPresent(), "no second JDK: set CONVATLAS_OTHER_JAVA_HOME to one");
    assertThat(built(folder.resolve("newest"), false, other.get(), List.of(), 2)).isEqualTo(usual);
  }

  /** The one that was named; else the newest on the machine that is another version than ours. */
  private static Optional<Path> otherJava() throws IOException {
    String named = System.getenv("CONVATLAS_OTHER_JAVA_HOME");
    if (named != null) {
      return Optional.of(Path.of(named, "bin", "java"));
    }
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    String own = Integer.toString(Runtime.version().feature());
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> home.getFileName().toString().matches(".*-(21|25|29|33)\\b.*"))
          .filter(home -> !home.getFileName().toString().matches(".*-" + own + "\\b.*"))
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .max(Path::compareTo);
    }
  }
}
