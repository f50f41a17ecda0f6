package dev.convatlas.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code convatlas completion}: what teaches a shell the commands and their options. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(convatlas completion bash)",
      "  convatlas completion zsh > ~/.convatlas-completion   (and source it from ~/.zshrc)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Streams streams;

  /** One script serves both: zsh reads it as bash. */
  enum Shell {
    bash,
    zsh
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell;

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams
        .out()
        .print(
            switch (shell) {
              // It has what makes zsh read the rest, and bash passes that over.
              case bash, zsh -> AutoComplete.bash("convatlas", spec.root().commandLine());
            });
    return Exit.DONE;
  }
}
