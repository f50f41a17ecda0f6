package dev.convatlas.cli;

import dev.convatlas.site.BrokenLinks;
import dev.convatlas.site.OutputRefused;
import dev.convatlas.site.TemplateFault;
import dev.convatlas.source.Message;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

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
      return new String[] {"convatlas " + Program.version().orElse("(unpackaged)")};
    }
  }

  /**
   * A command.
   *
   * @param isAlone whether it runs without a look at the others
   */
  private record Named(String name, boolean isAlone, Function<Streams, Object> maker) {}

  /** The one list of commands, in the order of the help. */
  private static final List<Named> COMMANDS =
      List.of(
          new Named("build", true, BuildCommand::new),
          new Named("serve", true, ServeCommand::new),
          new Named("check", true, CheckCommand::new),
          new Named("compare", true, CompareCommand::new),
          new Named("show", true, ShowCommand::new),
          new Named("explain", true, ExplainCommand::new),
          new Named("layers", true, LayersCommand::new),
          new Named("schema", true, SchemaCommand::new),
          new Named("merge", true, MergeCommand::new),
          new Named("init", true, InitCommand::new),
          new Named("completion", false, CompletionCommand::new),
          new Named("man", false, ManCommand::new));

  /** The command that is named first, or all of them: to read one is a quarter of the work. */
  private static List<Named> needed(String... args) {
    return COMMANDS.stream()
        .filter(command -> args.length > 0 && command.name().equals(args[0]) && command.isAlone())
        .findFirst()
        .map(List::of)
        .orElse(COMMANDS);
  }

  /** Somebody who names no command wants to know which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(streams.err());
    return Exit.USAGE;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Path current = Path.of("").toAbsolutePath();
    // The launcher knows: what System.console() says depends on the version of Java.
    boolean terminal = Boolean.getBoolean("convatlas.terminal");
    int code = run(new Streams(out, err, current, System.getenv(), terminal), args);
    out.flush();
    System.exit(code);
  }

  /** Runs a command and gives its exit code. */
  static int run(Streams streams, String... args) {
    CommandLine line = new CommandLine(new Main(streams));
    needed(args).forEach(command -> line.addSubcommand(command.maker().apply(streams)));
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    boolean colours = streams.terminal() && !streams.environment().containsKey("NO_COLOR");
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            colours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> ended(fault, words(command, streams), streams));
    try {
      return line.execute(args);
    } catch (StackOverflowError | OutOfMemoryError exhausted) {
      return ended(exhausted, Common.words(null, streams.environment()), streams);
    }
  }

  /** In the language that the command was asked for, if there is such a one. */
  private static Messages words(CommandLine command, Streams streams) {
    CommandLine.Model.CommandSpec mixin = command.getCommandSpec().mixins().get("common");
    String language = mixin == null ? null : ((Common) mixin.userObject()).language();
    return Common.words(
        Language.of(String.valueOf(language)).map(Language::tag).orElse(null),
        streams.environment());
  }

  /** What a command that did not come to its end says. */
  private static int ended(Throwable fault, Messages words, Streams streams) {
    if (fault instanceof Stopped stopped) {
      error(streams, words, stopped.sentence());
      return stopped.code();
    }
    if (fault instanceof OutputRefused refused) {
      error(streams, words, refused.message());
      return Exit.OUTPUT;
    }
    if (fault instanceof TemplateFault wrong) {
      error(streams, words, wrong.message());
      return Exit.MODELS;
    }
    if (fault instanceof BrokenLinks broken) {
      error(streams, words, broken.message());
      broken.links().forEach(streams.err()::println);
      return Exit.FAULT;
    }
    error(streams, words, Message.of("cli.fault", fault.toString()));
    fault.printStackTrace(streams.err());
    return Exit.FAULT;
  }

  private static void error(Streams streams, Messages words, Message sentence) {
    streams.err().println("convatlas: " + words.text("diagnostic.error", words.text(sentence)));
  }
}
