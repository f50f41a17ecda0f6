package dev.convatlas.site;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Summary;
import dev.convatlas.report.Edition;
import dev.convatlas.site.Site.Definitions;
import dev.convatlas.site.Site.Opened;
import dev.convatlas.site.Site.Options;
import dev.convatlas.site.Site.Share;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A site whose files are made when somebody asks for them, the same as a whole site has. May be
 * used by several threads.
 */
public final class LiveSite {
  private static final Pattern OF_MODEL =
      Pattern.compile(
          "(?:models|drawings|data/models|embed|previews)/([^/]+)\\.[a-z]+"
              + "|(?:charts|badges|data/badges)/([^/]+)/[^/]+");
  private static final Pattern OF_FAMILY =
      Pattern.compile("families/([^/]+)\\.html|family-charts/([^/]+)/[^/]+");
  private static final Pattern OF_COMPARISON =
      Pattern.compile("compare/([^/]+)\\.[a-z]+|comparison-charts/([^/]+)/[^/]+");
  private static final String ASSETS = "assets/";

  private final Site site;
  private final SiteAssets assets;
  private final Function<String, Definitions> definitions;
  private final Map<String, Summary> models = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Authored> comparisons = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();
  private final Map<Share, String> shares = new HashMap<>();
  private final Recent<Map<String, byte[]>> pieces;
  private final Recent<ModelFiles.Shown> shown;

  /**
   * @param definitions of the catalog by path
   * @param before the site that this one comes after: what it made is not made again
   */
  public LiveSite(
      Catalog catalog,
      Function<String, Definitions> definitions,
      Options options,
      Optional<LiveSite> before) {
    this.site = new Site(catalog, options);
    this.assets = options.press().assets();
    this.definitions = definitions;
    this.pieces = before.map(last -> last.pieces).orElseGet(() -> new Recent<>(200));
    this.shown = before.map(last -> last.shown).orElseGet(() -> new Recent<>(4));
    catalog.families().forEach(family -> families.put(family.id(), family));
    catalog.comparisons().forEach(one -> comparisons.put(one.id(), one));
    for (Summary model : catalog.models()) {
      models.put(model.id(), model);
      digests.computeIfAbsent(model.path(), path -> definitions.apply(path).digest());
    }
    for (Share share : Share.values()) {
      shares.put(share, site.shareKey(share, digests));
    }
  }

  /**
   * Files that are made together.
   *
   * @param key of everything that they follow from
   */
  private record Piece(String key, Callable<Map<String, byte[]>> maker) {}

  /** What was made last, each thing once however many ask for it at the same time. */
  private static final class Recent<T> {
    private final Map<String, FutureTask<T>> things = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    Recent(int most) {
      this.most = most;
    }

    T get(String key, Callable<T> maker) {
      FutureTask<T> task;
      synchronized (things) {
        task = things.computeIfAbsent(key, any -> new FutureTask<>(maker));
        if (things.size() > most) {
          things.remove(things.keySet().iterator().next());
        }
      }
      task.run();
      try {
        return task.get();
      } catch (ExecutionException failed) {
        synchronized (things) {
          things.remove(key);
        }
        throw failed.getCause() instanceof RuntimeException known
            ? known
            : new IllegalStateException(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  /**
   * A file of the site; nothing when it has none of that path.
   *
   * @throws TemplateFault when a template of the catalog's own cannot be filled
   */
  public Optional<byte[]> file(String path) {
    if (path.startsWith(ASSETS)) {
      return Optional.ofNullable(assets.file(path));
    }
    Optional<Summary> model = model(path);
    return model.isPresent()
        ? file(model.get(), path)
        : piece(path)
            .or(() -> shared(path).map(this::piece))
            .flatMap(piece -> Optional.ofNullable(made(piece).get(path)));
  }

  /** Something that is the same as long as the file of that path is; empty when there is none. */
  public String version(String path) {
    return piece(path).or(() -> shared(path).map(this::piece)).map(Piece::key).orElse("");
  }

  private Map<String, byte[]> made(Piece piece) {
    return pieces.get(piece.key(), piece.maker());
  }

  /** Of a model that was not kept, only the file is made that is asked for. */
  private Optional<byte[]> file(Summary model, String path) {
    Piece whole = piece(model);
    if (site.isKept(whole.key())) {
      return Optional.ofNullable(made(whole).get(path));
    }
    return Optional.ofNullable(
        pieces.get(whole.key() + path, () -> part(model, whole.key(), path)).get(path));
  }

  private Map<String, byte[]> part(Summary model, String key, String path) {
    return site.part(
        shown.get(key, () -> site.shown(model, new Opened(definitions.apply(model.path())))), path);
  }

  private Optional<Summary> model(String path) {
    return id(OF_MODEL, withoutLanguage(path)).map(models::get);
  }

  private Optional<Piece> piece(String path) {
    String plain = withoutLanguage(path);
    return model(path)
        .map(this::piece)
        .or(() -> id(OF_FAMILY, plain).map(families::get).map(this::piece))
        .or(() -> id(OF_COMPARISON, plain).map(comparisons::get).map(this::piece));
  }

  private String withoutLanguage(String path) {
    return site.editions().stream()
        .map(Edition::folder)
        .filter(folder -> !folder.isEmpty() && path.startsWith(folder))
        .findFirst()
        .map(folder -> path.substring(folder.length()))
        .orElse(path);
  }

  private static Optional<String> id(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    return matcher.matches()
        ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }

  private Piece piece(Summary model) {
    return new Piece(
        site.modelKey(model, digests.get(model.path())),
        () -> site.model(model, new Opened(definitions.apply(model.path()))));
  }

  private Piece piece(Family family) {
    return new Piece(site.familyKey(family, digests), () -> site.family(family, digests));
  }

  private Piece piece(Authored authored) {
    return new Piece(
        site.comparisonKey(authored, digests),
        () -> {
          synchronized (comparisons) { // What a comparison is made of is kept for the next one.
            return site.comparison(authored, digests, definitions);
          }
        });
  }

  /** The share that has the file: they are made one after the other until one has it. */
  private Optional<Share> shared(String path) {
    return List.of(Share.values()).stream()
        .filter(share -> share.mayHave(withoutLanguage(path)))
        .filter(share -> made(piece(share)).containsKey(path))
        .findFirst();
  }

  private Piece piece(Share share) {
    return new Piece(shares.get(share), () -> site.shared(share, example(share)));
  }

  private GuideExample example(Share share) {
    GuideExample example = site.example();
    if (share == Share.GUIDE) {
      models.values().stream()
          .filter(example::is)
          .forEach(
              model ->
                  example.keep(
                      example.of(site.study(model, new Opened(definitions.apply(model.path()))))));
    }
    return example;
  }
}
