package dev.convatlas.layer;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An argument of a layer type.
 *
 * @param name as PyTorch has it
 * @param fallback what it is when nobody writes it; empty when it must be written, or when it
 *     follows from others
 * @param shown how the reference prints the default; empty for a required argument
 */
public record Argument<T>(String name, Kind<T> kind, Optional<T> fallback, String shown) {

  /** Arguments that people copy from PyTorch code; they change no figure. */
  static final Argument<BigDecimal> EPS =
      optional("eps", Kinds.NUMBER, new BigDecimal("1e-5"), "1e-5");

  static final Argument<BigDecimal> MOMENTUM =
      optional("momentum", Kinds.NUMBER, new BigDecimal("0.1"), "0.1");
  static final Argument<Boolean> INPLACE = flag("inplace", false);

  public static <T> Argument<T> required(String name, Kind<T> kind) {
    return new Argument<>(name, kind, Optional.empty(), "");
  }

  /** With a default, which the reference prints as YAML writes it. */
  public static <T> Argument<T> optional(String name, Kind<T> kind, T fallback, String shown) {
    return new Argument<>(name, kind, Optional.of(fallback), shown);
  }

  /** One number for every spatial axis, or one for each. */
  static Argument<List<Long>> spatial(String name, int rank, Kind<Long> kind, long fallback) {
    return optional(
        name,
        Kinds.spatial(rank, kind),
        Collections.nCopies(rank, fallback),
        Long.toString(fallback));
  }

  public static Argument<Boolean> flag(String name, boolean fallback) {
    return optional(name, Kinds.BOOLEAN, fallback, Boolean.toString(fallback));
  }

  /** Whose default follows from other arguments or from the input, as {@code shown} says. */
  public static <T> Argument<T> derived(String name, Kind<T> kind, String shown) {
    return new Argument<>(name, kind, Optional.empty(), shown);
  }

  public boolean isRequired() {
    return fallback.isEmpty() && shown.isEmpty();
  }
}
