package dev.convatlas.catalog.comparison;

import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.Text;
import dev.convatlas.source.Message;
import java.util.function.Function;

/**
 * A row of a comparison.
 *
 * @param id as data files, scripts and {@code --fail-if} write it, such as {@code params}
 * @param label what it is called, where the catalog's author does not say
 * @param title what the catalog's author calls it; empty for all rows but measured figures
 * @param unit how its numbers are written
 * @param direction what it means when there is less
 * @param value of a model
 */
public record Trait(
    String id,
    Group group,
    Message label,
    Text title,
    Unit unit,
    Direction direction,
    Function<Summary, Value> value) {

  /** Rows that belong together, in the order in which they are printed. */
  public enum Group {
    IDENTITY,
    SHAPES,
    COST,
    FIELD,
    MEMORY,
    STRUCTURE,
    MEASURED,
    STAGES,
    LAYERS
  }

  /** How numbers are written. */
  public enum Unit {
    /** No number. */
    WORDS,
    /** Rounded, with an SI prefix. */
    COUNT,
    /** All digits. */
    EXACT,
    PIXELS,
    BYTES
  }

  /** What it means when there is less of something. */
  public enum Direction {
    NEUTRAL,
    CHEAPER
  }
}
