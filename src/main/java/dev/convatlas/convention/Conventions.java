package dev.convatlas.convention;

import java.util.List;
import java.util.Optional;

/** The one list of conventions, the default first, in the order in which pages offer them. */
public final class Conventions {

  /** Used wherever nobody names another. */
  public static final Convention DEFAULT = new Torchvision();

  public static final List<Convention> ALL =
      List.of(
          DEFAULT,
          new Fvcore(),
          new FlopCounter(),
          new PtflopsAten(),
          new PtflopsModules(),
          new Thop(),
          new Torchinfo(),
          new TwoPerMac());

  private Conventions() {}

  public static Optional<Convention> named(String name) {
    return ALL.stream().filter(convention -> convention.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return ALL.stream().map(Convention::name).toList();
  }
}
