package dev.convatlas.cli;

import dev.convatlas.catalog.history.History.Before;
import dev.convatlas.site.Cache;
import dev.convatlas.site.Charts;
import dev.convatlas.site.HistoryFiles;
import dev.convatlas.site.Press;
import dev.convatlas.site.Publisher;
import dev.convatlas.site.Shard;
import dev.convatlas.site.Sink;
import dev.convatlas.site.Site;
import dev.convatlas.site.Target;
import dev.convatlas.site.Target.Guarded;
import dev.convatlas.site.Target.Kind;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convatlas build}: the site. */
@Command(
    name = "build",
    description = "Builds the site of a folder of model definitions.",
    footer = {
      "",
      "Examples:",
      "  convatlas build",
      "  convatlas build models -o public --png",
      "",
      "Files in the output folder that this program did not write are never touched."
    })
final class BuildCommand implements Callable<Integer> {
  /** In bytes: GitHub Pages takes 1 GB, and a catalog grows. */
  private static final long LARGE = 800_000_000;

  /** Files from which on uploads and checkouts of a site become slow. */
  private static final int MANY = 20_000;

  private final Streams streams;

  @Mixin private Common common;

  @Mixin private Reporting reporting;

  @Mixin private CatalogFolder catalog;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the site goes; by default ${DEFAULT-VALUE}.")
  private Path output = Path.of("site");

  @Option(
      names = "--no-templates",
      description =
          "Pass over the catalog's own templates, which can run code: for catalogs of strangers.")
  private boolean ownTemplatesOff;

  @Option(names = "--adopt", description = "Publish into a folder that holds files of others.")
  private boolean adopt;

  @Option(
      names = "--strict",
      description = "Publish nothing when anything is wrong with any model.")
  private boolean strict;

  @Option(
      names = "--no-charts",
      description = "Leave out charts and drawings: for a quick look at the rest.")
  private boolean bare;

  @Option(names = "--png", description = "Write every chart as a PNG too.")
  private boolean png;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description =
          "The data/catalog.json of the site that changes are told against; by default that of the"
              + " site in the output folder.")
  private Path since;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Make one of N equal parts of the site, for convatlas merge to join.")
  private String part;

  @Mixin private CacheOptions caching;

  /** Null when nothing is weighed. */
  private Weights weights;

  BuildCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Path folder = catalog.folder(streams);
    InputFolder input = InputFolder.at(folder, common.limits());
    Survey survey = Survey.of(input, common.limits(), common.work());
    reporting.tell(survey, survey.diagnostics(), folder, words, streams);
    if (survey.hasErrors() && (strict || survey.catalog().models().isEmpty())) {
      streams.err().println(words.text(strict ? "cli.strict" : "cli.nothing"));
      return Exit.MODELS;
    }
    Optional<Shard> shard = shard();
    Path place = streams.resolve(output);
    Cache cache = caching.cache(streams, place, Clock.systemUTC());
    Target target = new Target(place, guarded(input, survey), adopt);
    Optional<Publisher.Result> result =
        shard.isPresent()
            ? new Publisher()
                .publishPart(target, sink -> rendered(survey, input, cache, shard, weighed(sink)))
            : new Publisher()
                .publish(target, sink -> rendered(survey, input, cache, shard, weighed(sink)));
    cache.trim();
    result.filter(done -> !common.isQuiet()).ifPresent(done -> said(done, survey, cache, words));
    return survey.hasErrors() ? Exit.MODELS : Exit.DONE;
  }

  /** Weighing costs time, so that it is done only for those who want to hear of it. */
  private Sink weighed(Sink sink) {
    if (!common.isVerbose()) {
      return sink;
    }
    weights = new Weights(sink);
    return weights;
  }

  private boolean rendered(
      Survey survey, InputFolder input, Cache cache, Optional<Shard> shard, Sink sink) {
    Press press = new Press(Program.digest().orElse(""), templates(input), survey.looks());
    Site.Options options =
        new Site.Options(
            common.work().threads(),
            charts(),
            press,
            cache,
            survey.settings().digest(),
            Origin.of(
                survey, templates(input), Origin.history(survey, before(), streams.environment())));
    try (Progress progress = Progress.of(streams, common, survey.files().size())) {
      Iterable<Site.Definitions> files =
          () -> survey.definitions().peek(file -> progress.step()).iterator();
      if (shard.isPresent()) {
        Site.renderPart(survey.catalog(), files, options, shard.get(), sink);
      } else {
        Site.render(survey.catalog(), files, options, sink);
      }
    }
    return true;
  }

  private Optional<Before> before() {
    if (since == null) {
      return HistoryFiles.published(streams.resolve(output));
    }
    Path file = streams.resolve(since);
    return Optional.of(
        HistoryFiles.before(file)
            .orElseThrow(() -> Stopped.with(Exit.USAGE, "cli.since", file.toString())));
  }

  private Optional<Shard> shard() {
    return Optional.ofNullable(part)
        .map(
            text ->
                Shard.parse(text).orElseThrow(() -> Stopped.with(Exit.USAGE, "cli.shard", text)));
  }

  private Optional<Path> templates(InputFolder input) {
    return ownTemplatesOff ? Optional.empty() : input.templates();
  }

  private Charts charts() {
    if (bare && png) {
      throw Stopped.with(Exit.USAGE, "cli.charts");
    }
    return bare ? Charts.NONE : png ? Charts.SVG_AND_PNG : Charts.SVG;
  }

  private List<Guarded> guarded(InputFolder input, Survey survey) {
    List<Guarded> guarded = new ArrayList<>();
    guarded.add(new Guarded(Kind.CURRENT, streams.folder()));
    guarded.add(new Guarded(Kind.MODELS, input.root()));
    survey.readings().stream()
        .map(file -> input.root().resolve(file.path()).getParent())
        .distinct()
        .forEach(folder -> guarded.add(new Guarded(Kind.MODELS, folder)));
    input.templates().ifPresent(folder -> guarded.add(new Guarded(Kind.TEMPLATES, folder)));
    String home = streams.environment().get("HOME");
    if (home != null && !home.isEmpty()) {
      guarded.add(new Guarded(Kind.HOME, Path.of(home)));
    }
    return guarded;
  }

  private void said(Publisher.Result result, Survey survey, Cache cache, Messages words) {
    streams
        .err()
        .println(
            words.text(
                "cli.built",
                survey.catalog().models().size(),
                result.files(),
                Numbers.bytes(result.bytes()),
                output.toString(),
                result.written().size(),
                result.removed().size()));
    if (common.isVerbose()) {
      streams.err().println(words.text("cli.cached", cache.found(), cache.made()));
    }
    if (weights != null) {
      weights.told(words).ifPresent(streams.err()::println);
    }
    result
        .huge()
        .forEach(
            (file, size) ->
                streams.err().println(words.text("cli.huge", file, Numbers.bytes(size))));
    if (result.bytes() >= LARGE || result.files() >= MANY) {
      streams.err().println(words.text("cli.large", result.files(), Numbers.bytes(result.bytes())));
    }
  }
}
