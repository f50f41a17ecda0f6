package dev.convatlas.cli;

import dev.convatlas.site.BrokenLinks;
import dev.convatlas.site.OutputRefused;
import dev.convatlas.source.Message;
import dev.convatlas.text.Messages;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Start of the program. */
@Command(
    name = "convatlas",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "A catalog of neural-network architectures as a static site.",
    footer = {
      "",
      "Exit codes: 0 done; 1 something in the models is wrong; 2 wrong usage;",
      "3 the input folder cannot be read; 4 the output cannot or must not be written;",
      "70 a fault of the program."
    })
public final class Main implements Callable<Integer> {
  private final Streams streams;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main(Streams streams) {
    this.streams = streams;
  }

  /** The version of the jar; a build that is not packed has none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"convatlas " + (version == null ? "(unpackaged)" : version)};
    }
  }

  /** Somebody who names no command wants to know which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(streams.err());
    return Exit.USAGE;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Path current = Path.of("").toAbsolutePath();
    boolean terminal = System.console() != null;
    System.exit(run(new Streams(out, err, current, System.getenv(), terminal), args));
  }

  /** Runs a command and gives its exit code. */
  static int run(Streams streams, String... args) {
    Messages words = Messages.of(Common.languageOf(streams.environment()));
    CommandLine line = new CommandLine(new Main(streams));
    commands(streams)
        .forEach(command -> line.addSubcommand(new CommandLine(command).setMixinHelp()));
    return line.execute(args);
  }
}
