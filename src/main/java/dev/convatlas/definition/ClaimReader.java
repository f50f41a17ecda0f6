package dev.convatlas.definition;

import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads published figures. */
final class ClaimReader {

  private static final Pattern FIGURE =
      Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,12}))? ?([kKMGT])?");
  private static final Map<String, Integer> ZEROS = Map.of("k", 3, "K", 3, "M", 6, "G", 9, "T", 12);

  private final Problems problems;

  ClaimReader(Problems problems) {
    this.problems = problems;
  }

  List<Claim> read(List<Value> items) {
    List<Claim> claims = new ArrayList<>();
    for (Value item : items) {
      Keys.mapping(item, Message.of("subject.claim"), problems)
          .ifPresent(mapping -> claims.addAll(claim(mapping)));
    }
    return claims;
  }

  private List<Claim> claim(Mapping mapping) {
    List<String> known = new ArrayList<>(Format.FIGURES);
    known.addAll(Format.CLAIM);
    Keys.known(mapping, known, "claim", problems);
    String source = Keys.line(mapping, "source", problems);
    if (mapping.get("source").isPresent() && source.isEmpty()) {
      problems.error(mapping.span(), "key.missing", Message.of("subject.claim"), "source");
    }
    Keys.required(mapping, "source", known, "claim", mapping.span(), problems);
    if (known.containsAll(mapping.keys())
        && Format.FIGURES.stream().noneMatch(mapping.keys()::contains)) {
      problems.error(mapping.span(), "claim.none", String.join(", ", Format.FIGURES));
    }
    String url = MetadataReader.address(mapping, "url", problems);
    List<Claim> claims = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (Format.FIGURES.contains(entry.key().text())) {
        figure(entry, mapping, source, url).ifPresent(claims::add);
      }
    }
    return claims;
  }

  private Optional<Claim> figure(Entry entry, Mapping mapping, String source, String url) {
    String written = entry.value() instanceof Scalar scalar ? scalar.text() : "";
    Matcher parts = FIGURE.matcher(written);
    if (!parts.matches()) {
      problems.error(
          entry.value().span(), "claim.figure", entry.key().text(), entry.value().shown());
      return Optional.empty();
    }
    String fraction = parts.group(2) == null ? "" : parts.group(2);
    int zeros = parts.group(3) == null ? 0 : ZEROS.get(parts.group(3));
    BigDecimal number = new BigDecimal(parts.group(1) + (fraction.isEmpty() ? "" : "." + fraction));
    return Optional.of(
        new Claim(
            entry.value().span(),
            entry.key().text(),
            written,
            number.scaleByPowerOfTen(zeros),
            BigDecimal.ONE.scaleByPowerOfTen(zeros - fraction.length()),
            Keys.text(mapping, "convention", problems),
            source,
            url));
  }
}
