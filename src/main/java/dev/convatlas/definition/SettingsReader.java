package dev.convatlas.definition;

import dev.convatlas.definition.CatalogSettings.Comparison;
import dev.convatlas.definition.CatalogSettings.Device;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.YamlReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code catalog.yaml}. */
public final class SettingsReader {

  /** The file, at the root of a catalog. */
  public static final String FILE = "catalog.yaml";

  private static final List<String> STYLES = List.of(".css");
  private static final List<String> LOGOS = List.of(".svg", ".png", ".webp", ".jpg", ".jpeg");

  private final Problems problems = new Problems();
  private final Map<String, SourceSpan> places = new HashMap<>();

  private SettingsReader() {}

  /**
   * @return the defaults for whatever is not written, or not as it should be; nothing where the
   *     file cannot be read at all
   */
  public static Checked<CatalogSettings> read(String text, Limits limits) {
    SettingsReader reader = new SettingsReader();
    Checked<Value> value = YamlReader.read(FILE, text, limits);
    reader.problems.addAll(value.diagnostics());
    Optional<CatalogSettings> settings =
        value
            .value()
            .flatMap(root -> Keys.mapping(root, Message.of("subject.catalog"), reader.problems))
            .map(reader::settings);
    return new Checked<>(settings, reader.problems.list());
  }

  private CatalogSettings settings(Mapping root) {
    Keys.known(root, Format.CATALOG, "catalog", problems);
    CatalogSettings fallback = CatalogSettings.DEFAULT;
    Text title = Keys.title(root, "title", problems);
    String url = site(root);
    List<String> languages = texts(root, "language");
    String convention = reference(root, "convention");
    return new CatalogSettings(
        title.isEmpty() ? fallback.title() : title,
        Keys.translated(root, "description", problems),
        languages.isEmpty() ? fallback.languages() : languages,
        url.isEmpty() || url.endsWith("/") ? url : url + "/",
        MetadataReader.address(root, "repository", problems),
        convention.isEmpty() ? fallback.convention() : convention,
        named(root, "metrics", this::metric),
        named(root, "comparisons", this::comparison),
        named(root, "devices", this::device),
        texts(root, "families"),
        reference(root, "guide_model"),
        words(root),
        file(root, "stylesheet", STYLES),
        file(root, "logo", LOGOS),
        places);
  }

  /** Addresses are made from this one, which a query or what is no address at all would spoil. */
  private String site(Mapping root) {
    String url = MetadataReader.address(root, "url", problems);
    try {
      URI address = new URI(url);
      if (address.getQuery() == null && address.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException wrong) {
      // Said below.
    }
    problems.error(root.get("url").orElse(root).span(), "address.site", url);
    return "";
  }

  private List<String> texts(Mapping root, String key) {
    return root.get(key).filter(Keys::isWritten).stream()
        .flatMap(value -> Keys.oneOrMore(value, key, problems).stream())
        .map(this::noted)
        .distinct()
        .toList();
  }

  private String reference(Mapping root, String key) {
    root.get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast).ifPresent(this::noted);
    return Keys.text(root, key, problems);
  }

  /**
   * The path of a file beside {@code catalog.yaml}; whether it is there is seen by who reads it.
   */
  private String file(Mapping root, String key, List<String> endings) {
    String path = reference(root, key);
    if (path.isEmpty() || endings.stream().anyMatch(path.toLowerCase(Locale.ROOT)::endsWith)) {
      return path;
    }
    problems.error(
        root.get(key).orElse(root).span(), "catalog.file", key, path, String.join(", ", endings));
    return "";
  }

  private String noted(Scalar id) {
    places.putIfAbsent(id.text(), id.span());
    return id.text();
  }

  /** Where there is no text for a language, it reads what models write. */
  private Map<String, Text> words(Mapping root) {
    Map<String, Text> words = new HashMap<>();
    Keys.mapping(root, "words", problems)
        .ifPresent(
            all -> {
              for (Entry entry : all.entries()) {
                String word = noted(entry.key());
                Text text = Keys.title(all, word, problems);
                Map<String, String> translations = text.translations();
                boolean isPlain = translations.isEmpty() && !text.isEmpty();
                words.put(word, isPlain ? text : new Text(word, translations));
              }
            });
    return words;
  }

  /** Reads something under its id. */
  private interface Named<T> {
    Optional<T> read(String id, Mapping mapping);
  }

  private <T> List<T> named(Mapping root, String key, Named<T> reader) {
    List<T> all = new ArrayList<>();
    for (Entry entry : Keys.mapping(root, key, problems).map(Mapping::entries).orElse(List.of())) {
      String id = entry.key().text();
      if (MetadataReader.isId(id, entry.key().span(), problems)) {
        Keys.mapping(entry.value(), key, problems)
            .flatMap(mapping -> reader.read(id, mapping))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Metric> metric(String id, Mapping mapping) {
    Keys.known(mapping, Format.METRIC, "metric", problems);
    String better = Keys.text(mapping, "better", problems);
    if (!better.isEmpty() && !better.equals("higher") && !better.equals("lower")) {
      problems.error(mapping.get("better").orElse(mapping).span(), "metric.better", id, better);
    }
    Text title = Keys.title(mapping, "title", problems);
    return Optional.of(
        new Metric(
            id,
            title.isEmpty() ? Text.of(id) : title,
            Keys.line(mapping, "unit", problems),
            better.isEmpty() ? Optional.empty() : Optional.of(better.equals("higher"))));
  }

  private Optional<Comparison> comparison(String id, Mapping mapping) {
    Keys.known(mapping, Format.COMPARISON, "comparison", problems);
    Keys.required(mapping, "models", Format.COMPARISON, "comparison", mapping.span(), problems);
    if (mapping.get("models").isEmpty()) {
      return Optional.empty();
    }
    List<String> models = texts(mapping, "models");
    if (models.size() < 2 || models.size() > 6) {
      problems.error(mapping.span(), "comparison.models", id, models.size());
      return Optional.empty();
    }
    String baseline = Keys.text(mapping, "baseline", problems);
    if (!baseline.isEmpty() && !models.contains(baseline)) {
      problems.error(
          mapping.get("baseline").orElse(mapping).span(), "comparison.baseline", id, baseline);
      return Optional.empty();
    }
    Text title = Keys.title(mapping, "title", problems);
    return Optional.of(
        new Comparison(
            id,
            title.isEmpty() ? Text.of(String.join(" · ", models)) : title,
            Keys.translated(mapping, "description", problems),
            models,
            baseline.isEmpty() ? models.get(0) : baseline));
  }

  private Optional<Device> device(String id, Mapping mapping) {
    Keys.known(mapping, Format.DEVICE, "device", problems);
    Optional<BigDecimal> operations = rate(id, mapping, "operations_per_second");
    Optional<BigDecimal> bytes = rate(id, mapping, "bytes_per_second");
    Text title = Keys.title(mapping, "title", problems);
    return operations.isEmpty() || bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Device(id, title.isEmpty() ? Text.of(id) : title, operations.get(), bytes.get()));
  }

  private Optional<BigDecimal> rate(String id, Mapping mapping, String key) {
    Keys.required(mapping, key, Format.DEVICE, "device", mapping.span(), problems);
    Optional<Value> written = mapping.get(key);
    Optional<BigDecimal> rate =
        written.flatMap(Scalars::number).filter(number -> number.signum() > 0);
    if (written.isPresent() && rate.isEmpty()) {
      Keys.wrong(written.get(), id + "." + key, "expected.rate", problems);
    }
    return rate;
  }
}
