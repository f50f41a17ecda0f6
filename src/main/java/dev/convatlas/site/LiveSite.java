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
      Pattern.compile("(?:models|drawings|data/models)/([^/]+)\\.[a-z]+|charts/([^/]+)/[^/]+");
  private static final Pattern OF_FAMILY =
      Pattern.compile("families/([^/]+)\\.html|family-charts/([^/]+)/[^/]+");
  private static final Pattern OF_COMPARISON =
      Pattern.compile("compare/([^/]+)\\.[a-z]+|comparison-charts/([^/]+)/[^/]+");
  private static final String ASSETS = "assets/";

  private final Site site;
  private final SiteAssets assets;
  private final Function<String, Definitions> files;
  private final Map<String, Summary> models = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Authored> comparisons = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();
  private final Map<Share, String> shares = new HashMap<>();
  private final Recent recent;

  /**
   * @param files of the catalog by path
   * @param before the site that this one comes after: what it made is not made again
   */
  public LiveSite(
      Catalog catalog,
      Function<String, Definitions> files,
      Options options,
      Optional<LiveSite> before) {
    this.site = new Site(catalog, options);
    this.assets = options.press().assets();
    this.files = files;
    this.recent = before.map(last -> last.recent).orElseGet(Recent::new);
    catalog.families().forEach(family -> families.put(family.id(), family));
    catalog.comparisons().forEach(one -> comparisons.put(one.id(), one));
    for (Summary model : catalog.models()) {
      models.put(model.id(), model);
      digests.computeIfAbsent(model.path(), path -> files.apply(path).digest());
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

  /** The pieces made last, each made once however many ask for it at the same time. */
  private static final class Recent {
    private static final int MOST = 64;

    private final Map<String, FutureTask<Map<String, byte[]>>> pieces =
        new LinkedHashMap<>(16, 0.75f, true);

    Map<String, byte[]> files(Piece piece) {
      FutureTask<Map<String, byte[]>> task;
      synchronized (pieces) {
        task = pieces.computeIfAbsent(piece.key(), key -> new FutureTask<>(piece.maker()));
        if (pieces.size() > MOST) {
          pieces.remove(pieces.keySet().iterator().next());
        }
      }
      task.run();
      try {
        return task.get();
      } catch (ExecutionException failed) {
        synchronized (pieces) {
          pieces.remove(piece.key());
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
    return piece(path)
        .map(piece -> recent.files(piece).get(path))
        .or(() -> shared(path).map(share -> recent.files(piece(share)).get(path)));
  }

  /** Something that is the same as long as the file of that path is; empty when there is none. */
  public String version(String path) {
    return piece(path).or(() -> shared(path).map(this::piece)).map(Piece::key).orElse("");
  }

  private Optional<Piece> piece(String path) {
    String plain = withoutLanguage(path);
    return id(OF_MODEL, plain)
        .map(models::get)
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
        () -> site.model(model, new Opened(files.apply(model.path()))));
  }

  private Piece piece(Family family) {
    return new Piece(site.familyKey(family, digests), () -> site.family(family, digests));
  }

  private Piece piece(Authored authored) {
    return new Piece(
        site.comparisonKey(authored, digests),
        () -> {
          synchronized (comparisons) { // What a comparison is made of is kept for the next one.
            return site.comparison(authored, digests, files);
          }
        });
  }

  /** The share that has the file: they are made one after the other until one has it. */
  private Optional<Share> shared(String path) {
    return List.of(Share.values()).stream()
        .filter(share -> share.mayHave(withoutLanguage(path)))
        .filter(share -> recent.files(piece(share)).containsKey(path))
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
                      example.of(site.study(model, new Opened(files.apply(model.path()))))));
    }
    return example;
  }
}
