package dev.convatlas.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of a site, each made by a machine of its own.
 *
 * @param number from 1 to {@code of}
 */
public record Shard(int number, int of) {
  /** Everything. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

  /** What {@code 3/8} says. */
  public static Optional<Shard> parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Shard shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    return shard.number <= shard.of ? Optional.of(shard) : Optional.empty();
  }

  /** Whether it makes the thing at this place of a list. */
  boolean takes(int index) {
    return index % of == number - 1;
  }

  /** Whether it makes what there is once. */
  boolean isFirst() {
    return number == 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
