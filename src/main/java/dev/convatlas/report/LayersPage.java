package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
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
   * @param kind class of its colour
   * @param used how many models use it
   * @param users some of these
   */
  public record Entry(LayerReference type, String kind, String used, List<Link> users) {
    public Entry {
      users = List.copyOf(users);
    }
  }

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
        LayerReference.of(type, edition.words()),
        Kinds.of(type.name()),
        users.isEmpty()
            ? edition.word("site.types.unused")
            : edition.word("site.types.used", Numbers.exact(users.size())),
        users.stream().limit(MOST_USERS).map(model -> link(edition, model)).toList());
  }

  private static Link link(Edition edition, Summary model) {
    return Link.to(edition.text(model.metadata().title()), "../" + Addresses.model(model.id()));
  }
}
