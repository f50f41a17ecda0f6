package dev.convatlas.cli;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code convatlas man}: the manual page. */
@Command(
    name = "man",
    description = "Prints the manual page, in the language of man and groff.",
    footer = {
      "",
      "Examples:",
      "  convatlas man | man -l -",
      "  convatlas man > ~/.local/share/man/man1/convatlas.1"
    })
final class ManCommand implements Callable<Integer> {
  private final Streams streams;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  ManCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    String version = Program.version().orElse("");
    // Descriptions of options are in English, and so is the rest.
    Messages words = Messages.of(Language.ENGLISH);
    streams.out().print(ManPage.of(spec.root().commandLine(), version, words));
    return Exit.DONE;
  }
}
