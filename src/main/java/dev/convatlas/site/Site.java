package dev.convatlas.site;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.report.Edition;
import dev.convatlas.report.Provenance;
import dev.convatlas.report.Worked;
import dev.convatlas.source.Digest;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A catalog as the files of a site. May be used by several threads. */
public final class Site {

  /**
   * How a site is made.
   *
   * @param threads that make the pages of models
   * @param charts which pictures pages have
   * @param press what fills templates
   * @param cache where files are looked for before they are made
   * @param settings digest of the catalog's settings
   * @param origin where the site comes from
   */
  public record Options(
      int threads, Charts charts, Press press, Cache cache, String settings, Provenance origin) {
    /** Without a cache and templates of the catalog's own. */
    public Options(int threads, Charts charts) {
      this(threads, charts, new Press("", Optional.empty()), Cache.none(), "", Provenance.NONE);
    }
  }

  /**
   * A file of the catalog.
   *
   * @param digest of everything that its models follow from
   * @param models read when they are needed, and then forgotten; those that are not in the catalog
   *     are left out
   */
  public record Definitions(String path, String digest, Supplier<List<Model>> models) {}

  private final Catalog catalog;
  private final Map<String, List<Summary>> byFile = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Options options;
  private final List<Edition> editions;
  private final ModelFiles models;
  private final SharedFiles shared;
  private final AuthoredComparisons comparisons;

  Site(Catalog catalog, Options options) {
    this.catalog = catalog;
    this.options = options;
    this.editions = editions(catalog, options.press().assets());
    Pages pages = options.press().pages();
    this.models = new ModelFiles(catalog, editions, options.press(), options.charts());
    this.shared = new SharedFiles(catalog, editions, pages, options.charts());
    this.comparisons = new AuthoredComparisons(catalog, editions, pages, options.charts());
    catalog
        .models()
        .forEach(
            model -> {
              byFile.computeIfAbsent(model.path(), path -> new ArrayList<>()).add(model);
              places.put(model.id(), places.size());
            });
  }

  /**
   * Makes every file of the site, the same whatever the number of threads and whatever the cache
   * holds.
   *
   * @param files taken one after the other
   * @param sink gets all the files, from the calling thread
   */
  public static void render(
      Catalog catalog, Iterable<Definitions> files, Options options, Sink sink) {
    render(catalog, files, options, Shard.WHOLE, sink);
  }

  /**
   * Makes a part of the site and the file that says what is in it. All the parts together are the
   * whole, byte for byte.
   */
  public static void renderPart(
      Catalog catalog, Iterable<Definitions> files, Options options, Shard shard, Sink sink) {
    Digest inputs = new Digest().with(options.press().digest()).with(options.settings());
    List<Definitions> all = new ArrayList<>();
    files.forEach(
        file -> {
          all.add(file);
          inputs.with(file.path()).with(file.digest());
        });
    PartFile.Noting noting = new PartFile.Noting(sink);
    render(catalog, all, options, shard, noting);
    noting.end(shard, inputs.hex());
  }

  private static void render(
      Catalog catalog, Iterable<Definitions> files, Options options, Shard shard, Sink sink) {
    Site site = new Site(catalog, options);
    GuideExample example = site.example();
    Map<String, Definitions> read = new HashMap<>();
    Map<String, String> digests = new HashMap<>();
    InOrder.run(
        options.threads(),
        files,
        file -> site.rendered(file, example, shard),
        rendered -> {
          read.put(rendered.file().path(), rendered.file());
          digests.put(rendered.file().path(), rendered.file().digest());
          rendered.files().forEach(all -> all.forEach(sink::put));
          example.keep(rendered.example());
        });
    for (int i = 0; i < catalog.families().size(); i++) {
      if (shard.takes(i)) {
        site.family(catalog.families().get(i), digests).forEach(sink::put);
      }
    }
    if (!shard.isFirst()) {
      return;
    }
    options.press().assets().writeTo(sink);
    catalog
        .comparisons()
        .forEach(one -> site.comparison(one, digests, read::get).forEach(sink::put));
    for (Share share : Share.values()) {
      site.shared(share, example).forEach(sink::put);
    }
  }

  /** Tags that the interface has no words for are left out; English when none is left. */
  private static List<Edition> editions(Catalog catalog, SiteAssets assets) {
    List<Language> known =
        catalog.settings().languages().stream()
            .map(Language::of)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    List<Language> languages = known.isEmpty() ? List.of(Language.ENGLISH) : known;
    return languages.stream()
        .map(
            language ->
                new Edition(
                    language,
                    languages,
                    catalog.settings(),
                    Messages.of(language),
                    text -> Markdown.html(text, 2),
                    assets.assets(language)))
        .toList();
  }

  /** What came of a file's models: their files, and the guide's example if it is among them. */
  private record Rendered(
      Definitions file, List<Map<String, byte[]>> files, Map<Language, Worked> example) {}

  /** The first part has the guide, and so makes the guide's example whoever has its page. */
  private Rendered rendered(Definitions file, GuideExample guide, Shard shard) {
    List<Map<String, byte[]>> files = new ArrayList<>();
    Map<Language, Worked> example = new HashMap<>();
    Opened opened = new Opened(file);
    for (Summary summary : byFile.getOrDefault(file.path(), List.of())) {
      if (shard.takes(places.get(summary.id()))) {
        files.add(model(summary, opened));
      }
      if (shard.isFirst() && guide.is(summary)) {
        example.putAll(guide.of(study(summary, opened)));
      }
    }
    return new Rendered(file, files, example);
  }

  /** A file whose models are read when the first of them is needed. For one thread. */
  static final class Opened {
    private final Definitions file;
    private List<Model> models;

    Opened(Definitions file) {
      this.file = file;
    }

    /** An id that is taken belongs to the model that has it first. */
    private Model model(Summary summary) {
      if (models == null) {
        models = file.models().get();
      }
      return models.stream()
          .filter(model -> model.id().equals(summary.id()) && model.span().equals(summary.span()))
          .findFirst()
          .orElseThrow();
    }
  }

  Study study(Summary summary, Opened file) {
    return Study.of(file.model(summary), summary, catalog.settings());
  }

  /** The files of one model, in all languages. */
  Map<String, byte[]> model(Summary summary, Opened file) {
    return options
        .cache()
        .files(
            modelKey(summary, file.file.digest()),
            () -> {
              Study study = study(summary, file);
              comparisons.keep(study);
              return collected(sink -> models.write(study, sink));
            });
  }

  /** Whether the files of a model or of a family were kept. */
  boolean isKept(String key) {
    return options.cache().has(key);
  }

  ModelFiles.Shown shown(Summary summary, Opened file) {
    return models.shown(study(summary, file));
  }

  /** One of the files of a model and those that are made with it; none of another path. */
  Map<String, byte[]> part(ModelFiles.Shown shown, String path) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    models
        .makers(shown)
        .forEach(
            (name, maker) -> {
              if (name.equals(path) || (name.endsWith(".") && path.startsWith(name))) {
                maker.accept(files::put);
              }
            });
    return files;
  }

  /** Of everything that the files of a model follow from. */
  String modelKey(Summary summary, String file) {
    Digest digest = everywhere("model").with(summary.id()).with(file);
    models.addOthers(summary, digest);
    return digest.hex();
  }

  Map<String, byte[]> family(Family family, Map<String, String> digests) {
    return options
        .cache()
        .files(familyKey(family, digests), () -> collected(sink -> shared.family(family, sink)));
  }

  /**
   * Of everything that the files of a family follow from.
   *
   * @param digests of files by path
   */
  String familyKey(Family family, Map<String, String> digests) {
    Digest digest = everywhere("family").with(family.id()).with(family.baseline().id());
    for (Summary model : family.models()) {
      digest.with(model.id()).with(digests.getOrDefault(model.path(), ""));
    }
    return digest.hex();
  }

  /**
   * The files of a comparison that the catalog's author wrote.
   *
   * @param files of the catalog by path, for models that were not made
   */
  Map<String, byte[]> comparison(
      Authored authored, Map<String, String> digests, Function<String, Definitions> files) {
    return options
        .cache()
        .files(
            comparisonKey(authored, digests),
            () -> {
              authored.models().stream()
                  .filter(model -> !comparisons.has(model))
                  .forEach(
                      model ->
                          comparisons.keep(study(model, new Opened(files.apply(model.path())))));
              return collected(sink -> comparisons.write(authored, sink));
            });
  }

  /** Of everything that the files of a comparison follow from. */
  String comparisonKey(Authored authored, Map<String, String> digests) {
    Digest digest = everywhere("comparison").with(authored.id());
    for (Summary model : authored.models()) {
      digest.with(model.id()).with(digests.getOrDefault(model.path(), ""));
    }
    return digest.hex();
  }

  /** What all files follow from. */
  private Digest everywhere(String kind) {
    return new Digest()
        .with(kind)
        .with(options.press().digest())
        .with(options.charts().name())
        .with(options.settings());
  }

  /** Files that speak of the whole catalog, by what they are made with. */
  enum Share {
    INDEX("index\\.html|catalog/.*|catalog-charts/.*"),
    DATA("data/(?!search|changes).*"),
    COMPARING("compare.*"),
    LAYERS("layers/.*"),
    GUIDE("guide/.*|search\\.html|data/search.*"),
    MOVED("models/.*"),
    ABOUT("[^/]*|data/changes.*"),
    HOST("[^/]*");

    private final Pattern paths;

    Share(String paths) {
      this.paths = Pattern.compile(paths);
    }

    /** Whether a file may be among them, by its path in its language. */
    boolean mayHave(String path) {
      return paths.matcher(path).matches();
    }
  }

  /**
   * Of everything that those files follow from.
   *
   * @param digests of files by path
   */
  String shareKey(Share share, Map<String, String> digests) {
    Digest digest = everywhere(share.name());
    for (Summary model : catalog.models()) {
      digest.with(model.id()).with(digests.getOrDefault(model.path(), ""));
    }
    if (share == Share.ABOUT) {
      options.origin().inputs().forEach(input -> digest.with(input.path()).with(input.digest()));
    }
    return digest.hex();
  }

  GuideExample example() {
    return new GuideExample(catalog, editions);
  }

  /** Files that are made anew whenever anything changed. */
  Map<String, byte[]> shared(Share share, GuideExample example) {
    return collected(
        sink -> {
          switch (share) {
            case INDEX -> shared.index(sink);
            case DATA -> shared.data(sink);
            case COMPARING -> shared.comparing(sink);
            case LAYERS -> shared.layers(sink);
            case GUIDE -> shared.guide(example, sink);
            case MOVED -> about().moved(sink);
            case ABOUT -> about().writeTo(sink);
            case HOST -> new HostFiles(catalog, editions, options.press().pages()).writeTo(sink);
          }
        });
  }

  private AboutFiles about() {
    return new AboutFiles(catalog, editions, options.press().pages(), options.origin());
  }

  List<Edition> editions() {
    return editions;
  }

  private static Map<String, byte[]> collected(Consumer<Sink> maker) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    maker.accept(files::put);
    return files;
  }
}
