package dev.convatlas.cli;

import dev.convatlas.site.PartFile;
import dev.convatlas.site.Publisher;
import dev.convatlas.site.Shard;
import dev.convatlas.site.Target;
import dev.convatlas.site.Target.Guarded;
import dev.convatlas.site.Target.Kind;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas merge}: the parts of a site that several machines made, joined. */
@Command(
    name = "merge",
    description = "Joins the parts that build --shard made, and publishes the whole.",
    footer = {
      "",
      "Examples:",
      "  convatlas build --shard 1/2 -o part1 && convatlas build --shard 2/2 -o part2",
      "  convatlas merge part1 part2 -o site",
      "",
      "The result is that of a build without --shard, byte for byte. Parts that do not belong",
      "together, or did not come through whole, are refused."
    })
final class MergeCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private Common common;

  @Parameters(arity = "1..*", paramLabel = "PART", description = "Folders of all the parts.")
  private List<Path> parts;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the site goes; by default ${DEFAULT-VALUE}.")
  private Path output = Path.of("site");

  @Option(names = "--adopt", description = "Publish into a folder that holds files of others.")
  private boolean adopt;

  MergeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Map<Integer, Path> folders = new TreeMap<>();
    Map<Integer, PartFile> all = new TreeMap<>();
    for (Path part : parts) {
      Path folder = streams.resolve(part);
      PartFile read = read(folder);
      if (all.putIfAbsent(read.shard().number(), read) != null) {
        throw Stopped.with(Exit.INPUT, "merge.twice", read.shard().toString());
      }
      folders.put(read.shard().number(), folder);
    }
    belong(all);
    Target target = new Target(streams.resolve(output), guarded(folders), adopt);
    Optional<Publisher.Result> result =
        new Publisher()
            .publish(
                target,
                sink -> {
                  all.forEach((number, part) -> part.writeTo(folders.get(number), sink));
                  return true;
                });
    result.filter(done -> !common.isQuiet()).ifPresent(done -> said(done, words));
    return Exit.DONE;
  }

  private static PartFile read(Path folder) {
    try {
      PartFile part =
          PartFile.in(folder)
              .orElseThrow(() -> Stopped.with(Exit.INPUT, "merge.none", folder.toString()));
      List<String> damaged = part.damaged(folder);
      if (!damaged.isEmpty()) {
        throw Stopped.with(
            Exit.INPUT, "merge.damaged", folder.toString(), damaged.size(), damaged.get(0));
      }
      return part;
    } catch (IOException unreadable) {
      throw Stopped.with(Exit.INPUT, "input.unreadable", folder.toString());
    }
  }

  private static void belong(Map<Integer, PartFile> all) {
    PartFile first = all.values().iterator().next();
    for (PartFile part : all.values()) {
      if (part.shard().of() != first.shard().of() || !part.inputs().equals(first.inputs())) {
        throw Stopped.with(
            Exit.INPUT, "merge.others", first.shard().toString(), part.shard().toString());
      }
    }
    for (int i = 1; i <= first.shard().of(); i++) {
      if (!all.containsKey(i)) {
        throw Stopped.with(
            Exit.INPUT, "merge.missing", new Shard(i, first.shard().of()).toString());
      }
    }
  }

  private List<Guarded> guarded(Map<Integer, Path> folders) {
    List<Guarded> guarded = new ArrayList<>();
    guarded.add(new Guarded(Kind.CURRENT, streams.folder()));
    folders.values().forEach(folder -> guarded.add(new Guarded(Kind.MODELS, folder)));
    String home = streams.environment().get("HOME");
    if (home != null && !home.isEmpty()) {
      guarded.add(new Guarded(Kind.HOME, Path.of(home)));
    }
    return guarded;
  }

  private void said(Publisher.Result result, Messages words) {
    streams
        .err()
        .println(
            words.text(
                "merge.done",
                result.files(),
                Numbers.bytes(result.bytes()),
                output.toString(),
                result.written().size(),
                result.removed().size()));
  }
}
