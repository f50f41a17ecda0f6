package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import dev.convatlas.layer.Argument;
import dev.convatlas.layer.Category;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The reference of layer types. */
public record LayersPage(Layout layout, List<Section> sections) {

  public static final String PATH = "layers/index.html";

  /** More models than these are only counted. */
  private static final int MOST_USERS = 12;

  /** Types of one category. */
  public record Section(String id, String title, List<Entry> types) {
    public Section {
      types = List.copyOf(types);
    }
  }

  /**
   * A type.
   *
   * @param torch what PyTorch calls it; empty when it has no such thing
   * @param takes how many tensors it takes
   * @param example of a model file
   * @param used how many models use it
   * @param users some of these
   */
  public record Entry(
      String name,
      String kind,
      String torch,
      String takes,
      List<Parameter> parameters,
      String example,
      String used,
      List<Link> users) {
    public Entry {
      parameters = List.copyOf(parameters);
      users = List.copyOf(users);
    }
  }

  /**
   * An argument of a type.
   *
   * @param fallback its default; empty when it must be written
   */
  public record Parameter(String name, String allowed, String fallback) {}

  /**
   * @param models of the catalog
   */
  public static LayersPage of(Edition edition, List<Summary> models) {
    return new LayersPage(
        edition.layout(
            PATH, edition.word("site.nav.layers"), edition.word("site.types.summary"), Part.LAYERS),
        Arrays.stream(Category.values())
            .map(category -> section(edition, category, models))
            .filter(section -> !section.types().isEmpty())
            .toList());
  }

  private static Section section(Edition edition, Category category, List<Summary> models) {
    String name = category.name().toLowerCase(Locale.ROOT);
    return new Section(
        "category-" + name,
        edition.word("site.category." + name),
        LayerTypes.ALL.stream()
            .filter(type -> type.category() == category)
            .map(type -> entry(edition, type, models))
            .toList());
  }

  private static Entry entry(Edition edition, LayerType type, List<Summary> models) {
    List<Summary> users =
        models.stream()
            .filter(model -> model.structure().types().containsKey(type.name()))
            .toList();
    return new Entry(
        type.name(),
        Kinds.of(type.name()),
        type.torch(),
        takes(edition, type),
        type.arguments().stream().map(argument -> parameter(edition, argument)).toList(),
        type.example(),
        users.isEmpty()
            ? edition.word("site.types.unused")
            : edition.word("site.types.used", Numbers.exact(users.size())),
        users.stream().limit(MOST_USERS).map(model -> link(edition, model)).toList());
  }

  private static Link link(Edition edition, Summary model) {
    return Link.to(edition.text(model.metadata().title()), "../" + Addresses.model(model.id()));
  }

  private static String takes(Edition edition, LayerType type) {
    int least = type.arity().least();
    int most = type.arity().most();
    if (most == Integer.MAX_VALUE) {
      return edition.word("site.types.takes.several");
    }
    return least == most
        ? edition.word("site.types.takes", least)
        : edition.word("site.types.takes.range", least, most);
  }

  private static Parameter parameter(Edition edition, Argument<?> argument) {
    return new Parameter(
        argument.name(),
        edition.words().text(argument.kind().allowed()),
        argument.isRequired() ? "" : argument.shown());
  }
}
