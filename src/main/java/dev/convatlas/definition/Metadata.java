package dev.convatlas.definition;

import dev.convatlas.source.SourceSpan;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person says of a model, beside its layers. Texts are as written: nothing is escaped.
 *
 * @param id unique in the catalog; letters, digits, {@code _}, {@code -} and {@code .}
 * @param title for people; the id when none is written
 * @param family title of its family; the model's own title when it has none
 * @param familyId id of the family: its title in lower case, other characters than letters and
 *     digits as {@code -}
 * @param baseline whether deltas of its family are taken against it
 * @param year 0 when none is written
 * @param task such as {@code classification}; empty when none is written
 * @param description Markdown; empty when none is written
 * @param citation such as BibTeX; empty when none is written
 * @param metrics measured figures by the name that the catalog declares
 * @param aliases ids that it had before
 * @param places where aliases and metrics are written, by their names
 */
public record Metadata(
    String id,
    Text title,
    Text family,
    String familyId,
    boolean baseline,
    int year,
    String task,
    Paper paper,
    Text description,
    String citation,
    List<String> tags,
    Map<String, BigDecimal> metrics,
    List<Claim> claims,
    List<String> aliases,
    Map<String, SourceSpan> places) {

  /** The publication; both parts are empty when none is written. */
  public record Paper(String title, String url) {
    public static final Paper NONE = new Paper("", "");
  }

  public Metadata {
    tags = List.copyOf(tags);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    claims = List.copyOf(claims);
    aliases = List.copyOf(aliases);
    places = Map.copyOf(places);
  }
}
