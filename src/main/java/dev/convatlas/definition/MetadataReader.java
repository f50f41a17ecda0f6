package dev.convatlas.definition;

import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a person says of a model, expressions already evaluated. */
final class MetadataReader {

  private static final int LONGEST_ID = 100;

  /** The catalog's page offers a choice of all models' tags. */
  private static final int MOST_TEXTS = 50;

  /** Windows drops a dot at the end of a name. */
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_-])?");

  /** What Windows takes for a device, whatever the folder and the extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  /** Of the first model of a neuron, and one that will do for a while. */
  private static final long FIRST_YEAR = 1943;

  private static final long LAST_YEAR = 2999;

  private final Problems problems;
  private final Map<String, SourceSpan> places = new HashMap<>();

  MetadataReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param fileId stands in where the family's title gives no id
   */
  Metadata read(String id, boolean baseline, String fileId, Mapping root) {
    Text title = Keys.title(root, "title", problems);
    Text shown = title.isEmpty() ? Text.of(id) : title;
    Text family = Keys.title(root, "family", problems);
    return new Metadata(
        id,
        shown,
        family.isEmpty() ? shown : family,
        slug(family.isEmpty() ? fileId : family.plain(), fileId),
        baseline,
        year(root),
        Keys.line(root, "task", problems),
        paper(root),
        Keys.translated(root, "description", problems),
        Keys.text(root, "citation", problems),
        texts(root, "tags"),
        metrics(root),
        new ClaimReader(problems).read(Keys.items(root, "claims", problems)),
        aliases(root),
        places);
  }

  private int year(Mapping root) {
    Optional<Long> year = Keys.whole(root, "year", problems);
    boolean sound = year.isEmpty() || (year.get() >= FIRST_YEAR && year.get() <= LAST_YEAR);
    if (!sound) {
      problems.error(root.get("year").orElse(root).span(), "year.wrong", year.get());
    }
    return sound ? year.map(Math::toIntExact).orElse(0) : 0;
  }

  /** Lower case, everything but letters and digits as one hyphen. */
  private static String slug(String title, String fallback) {
    String slug = slug(title);
    return slug.isEmpty() ? (slug(fallback).isEmpty() ? "family" : slug(fallback)) : slug;
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String named = DEVICE.matcher(slug).matches() ? "family-" + slug : slug;
    return named.substring(0, Math.min(named.length(), LONGEST_ID)).replaceAll("-$", "");
  }

  private Metadata.Paper paper(Mapping root) {
    Optional<Mapping> paper = Keys.mapping(root, "paper", problems);
    if (paper.isEmpty()) {
      return Metadata.Paper.NONE;
    }
    Keys.known(paper.get(), Format.PAPER, "paper", problems);
    return new Metadata.Paper(
        Keys.line(paper.get(), "title", problems), address(paper.get(), "url", problems));
  }

  /** An address that a page may link to. */
  static String address(Mapping in, String key, Problems problems) {
    String address = Keys.text(in, key, problems);
    boolean safe = address.isEmpty() || address.matches("https?://[^\\s\"'<>\\\\]{1,2000}");
    if (!safe) {
      problems.error(in.get(key).orElse(in).span(), "address.wrong", key, address);
    }
    return safe ? address : "";
  }

  private List<String> texts(Mapping root, String key) {
    List<String> texts =
        root.get(key).filter(Keys::isWritten).stream()
            .flatMap(value -> Keys.oneOrMore(value, key, problems).stream())
            .map(tag -> Keys.line(tag, key, problems))
            .distinct()
            .toList();
    if (texts.size() > MOST_TEXTS) {
      problems.error(root.get(key).orElse(root).span(), "texts.many", key, MOST_TEXTS);
    }
    return texts;
  }

  private List<String> aliases(Mapping root) {
    return root.get("aliases").filter(Keys::isWritten).stream()
        .flatMap(value -> Keys.oneOrMore(value, "aliases", problems).stream())
        .filter(alias -> isId(alias.text(), alias.span(), problems))
        .map(this::noted)
        .distinct()
        .toList();
  }

  private String noted(Scalar name) {
    places.put(name.text(), name.span());
    return name.text();
  }

  /** Reports an id that cannot be part of an address and of a file's name. */
  static boolean isId(String id, SourceSpan span, Problems problems) {
    boolean sound = ID.matcher(id).matches();
    if (!sound) {
      problems.error(span, "id.wrong", new Scalar(span, id, true).shown());
    } else if (DEVICE.matcher(id).matches()) {
      problems.error(span, "id.device", id);
      return false;
    }
    return sound;
  }

  private Map<String, BigDecimal> metrics(Mapping root) {
    Map<String, BigDecimal> metrics = new LinkedHashMap<>();
    for (Entry entry :
        Keys.mapping(root, "metrics", problems).map(Mapping::entries).orElse(List.of())) {
      Value value = entry.value();
      Optional<BigDecimal> number = Scalars.number(value);
      if (number.isPresent()) {
        metrics.put(noted(entry.key()), number.get());
      } else {
        problems.error(value.span(), "metric.wrong", entry.key().text(), value.shown());
      }
    }
    return metrics;
  }
}
