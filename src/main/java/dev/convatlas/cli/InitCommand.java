package dev.convatlas.cli;

import dev.convatlas.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas init}: a small catalog to start from. */
@Command(
    name = "init",
    description = "Writes a small catalog to start from, with the workflow that publishes it.",
    footer = {
      "",
      "Examples:",
      "  convatlas init",
      "  convatlas init models --action someone/convatlas/.github/actions/build@COMMIT",
      "",
      "No file that is there is ever changed: when one of them is, nothing is written."
    })
final class InitCommand implements Callable<Integer> {
  /** What each file of the catalog is made of. */
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("catalog.yaml", "init/catalog.yaml");
    FILES.put("small.yaml", "init/small.yaml");
    FILES.put(".github/workflows/site.yml", "init/site.yml");
  }

  /** Nobody's repository: whoever starts a catalog says whose they trust, and at which commit. */
  private static final String UNKNOWN = "OWNER/convatlas/.github/actions/build@COMMIT";

  private final Streams streams;

  @Mixin private Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where the catalog begins; by default the current folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description =
          "What the workflow builds with: OWNER/REPOSITORY/.github/actions/build@COMMIT of the"
              + " ConvAtlas that you use.")
  private String action = UNKNOWN;

  InitCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    if (!action.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+@[A-Za-z0-9_./-]+")) {
      throw Stopped.with(Exit.USAGE, "init.action", action);
    }
    Path root = streams.resolve(folder);
    for (String name : FILES.keySet()) {
      if (Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw Stopped.with(Exit.OUTPUT, "init.there", root.resolve(name).toString());
      }
    }
    FILES.forEach((name, resource) -> write(root.resolve(name), text(resource)));
    if (!common.isQuiet()) {
      streams.err().println(words.text("init.done", FILES.size(), root.toString()));
      if (action.equals(UNKNOWN)) {
        streams.err().println(words.text("init.unknown", UNKNOWN));
      }
    }
    return Exit.DONE;
  }

  private String text(String resource) {
    try (InputStream in = InitCommand.class.getClassLoader().getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(UNKNOWN, action);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException refused) {
      throw Stopped.with(Exit.OUTPUT, "init.refused", file.toString());
    }
  }
}
