package dev.convatlas.cli;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.text.Messages;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convatlas serve}: the site while it is written. */
@Command(
    name = "serve",
    description = {
      "Serves the site to this machine, and shows what a saved file changes at once.",
      "Pages are made when they are looked at; nothing is published."
    },
    footer = {
      "",
      "Examples:",
      "  convatlas serve",
      "  convatlas serve models --port 9000 --open",
      "",
      "It ends with Ctrl-C."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int USUAL = 8080;

  /** Milliseconds between looks at the files, unless a look takes long. */
  private static final long PAUSE = 120;

  private final Streams streams;

  @Mixin private Common common;

  @Mixin private CacheOptions caching;

  @Mixin private CatalogFolder catalog;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on this machine; by default 8080, or any that is free.")
  private Integer port;

  @Option(names = "--open", description = "Open the site in the browser.")
  private boolean open;

  ServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Path folder = catalog.folder(streams);
    InputFolder input = InputFolder.at(folder, common.limits());
    Preview preview = new Preview(input, common, caching.cache(streams, Clock.systemUTC()), words);
    Map<String, String> stamps = input.stamps();
    Common.print(preview.update(Set.of()).survey(), folder, words, streams);
    try (PreviewServer server = server(preview, words)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      streams.out().println(server.address());
      streams.out().flush();
      if (!common.isQuiet()) {
        streams.err().println(words.text("serve.ready", folder.toString()));
      }
      if (open) {
        open(server.address());
      }
      watch(input, stamps, preview, server, folder, words);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return Exit.DONE;
  }

  private PreviewServer server(Preview preview, Messages words) {
    try {
      return new PreviewServer(preview, port == null ? USUAL : port, words);
    } catch (BindException taken) {
      if (port != null) {
        throw Stopped.with(Exit.USAGE, "serve.port", port);
      }
      return anyServer(preview, words);
    } catch (IOException | IllegalArgumentException wrong) {
      throw Stopped.with(Exit.USAGE, "serve.port", port == null ? USUAL : port);
    }
  }

  private static PreviewServer anyServer(Preview preview, Messages words) {
    try {
      return new PreviewServer(preview, 0, words);
    } catch (IOException none) {
      throw Stopped.with(Exit.USAGE, "serve.port", 0);
    }
  }

  /**
   * Looks at the files again and again, which works on every system and on folders that are shared
   * with one, until the thread is interrupted.
   */
  private void watch(
      InputFolder input,
      Map<String, String> first,
      Preview preview,
      PreviewServer server,
      Path folder,
      Messages words)
      throws InterruptedException {
    Map<String, String> stamps = first;
    long pause = PAUSE;
    while (!Thread.currentThread().isInterrupted()) {
      Thread.sleep(pause);
      long start = System.nanoTime();
      try {
        Map<String, String> now = settled(input, stamps);
        pause = Math.max(PAUSE, 5 * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        if (!now.equals(stamps)) {
          List<Diagnostic> before = preview.state().survey().diagnostics();
          Survey survey = preview.update(changed(stamps, now)).survey();
          server.changed();
          long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
          said(changed(stamps, now), survey, before, folder, took, words);
          stamps = now;
        }
      } catch (Stopped unreadable) {
        // Somebody moves the folder about: what was read stays.
        if (pause == PAUSE) {
          streams.err().println(words.text(unreadable.sentence()));
        }
        pause = 10 * PAUSE;
      }
    }
  }

  /** The files once they are the same twice: editors write a file in several steps. */
  private static Map<String, String> settled(InputFolder input, Map<String, String> before)
      throws InterruptedException {
    Map<String, String> now = input.stamps();
    for (int i = 0; i < 20 && !now.equals(before); i++) {
      Thread.sleep(25);
      Map<String, String> later = input.stamps();
      if (later.equals(now)) {
        return now;
      }
      now = later;
    }
    return now;
  }

  private static SortedSet<String> changed(Map<String, String> before, Map<String, String> now) {
    SortedSet<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(path -> now.getOrDefault(path, "-").equals(before.getOrDefault(path, "-")));
    return changed;
  }

  private void said(
      SortedSet<String> changed,
      Survey survey,
      List<Diagnostic> before,
      Path folder,
      long took,
      Messages words) {
    if (!common.isQuiet()) {
      String more = changed.size() == 1 ? "" : " +" + (changed.size() - 1);
      streams.err().println(words.text("serve.changed", changed.first() + more, took));
    }
    List<Diagnostic> fresh =
        survey.diagnostics().stream().filter(diagnostic -> !before.contains(diagnostic)).toList();
    Common.print(survey, fresh, folder, words, streams);
  }

  private void open(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.startsWith("windows")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
            : List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noBrowser) {
      // The address is printed: whoever reads it can open it.
    }
  }
}
