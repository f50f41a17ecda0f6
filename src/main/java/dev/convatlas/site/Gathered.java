package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Model;
import dev.convatlas.definition.Text;
import dev.convatlas.report.Addresses;
import dev.convatlas.report.Edition;
import dev.convatlas.report.LayersPage;
import dev.convatlas.report.Link;
import dev.convatlas.report.Worked;
import dev.convatlas.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The little that is kept of models that went by, for pages that speak of several. */
final class Gathered {
  private final List<Edition> editions;
  private final String guideModel;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, List<User>> first = new HashMap<>();
  private final Map<Language, Worked> worked = new EnumMap<>(Language.class);

  Gathered(Catalog catalog, List<Edition> editions) {
    this.editions = editions;
    this.guideModel = guideModel(catalog);
  }

  private static String guideModel(Catalog catalog) {
    String wanted = catalog.settings().guideModel();
    return catalog.models().stream().anyMatch(model -> model.id().equals(wanted))
        ? wanted
        : catalog.models().stream().findFirst().map(model -> model.id()).orElse("");
  }

  private record User(String id, Text title) {}

  /**
   * What one model gives.
   *
   * @param types of its layers
   * @param worked the guide's example, by language; empty for all models but one
   */
  record Part(User user, Set<String> types, Map<Language, Worked> worked) {}

  Part part(Model model) {
    Set<String> types = new TreeSet<>();
    model.analysis().rows().forEach(row -> types.add(row.node().type()));
    Map<Language, Worked> examples = new EnumMap<>(Language.class);
    if (model.id().equals(guideModel)) {
      editions.forEach(edition -> examples.put(edition.language(), Worked.of(edition, model)));
    }
    return new Part(new User(model.id(), model.metadata().title()), types, examples);
  }

  void add(Part part) {
    worked.putAll(part.worked());
    for (String type : part.types()) {
      counts.merge(type, 1, Integer::sum);
      List<User> users = first.computeIfAbsent(type, t -> new ArrayList<>());
      if (users.size() < LayersPage.MOST_USERS) {
        users.add(part.user());
      }
    }
  }

  /** The guide's example; none in an empty catalog. */
  List<Worked> worked(Edition edition) {
    Worked example = worked.get(edition.language());
    return example == null ? List.of() : List.of(example);
  }

  /** Which models use a layer type, by its name. */
  Map<String, LayersPage.Usage> usage(Edition edition) {
    Map<String, LayersPage.Usage> usages = new HashMap<>();
    first.forEach(
        (type, users) ->
            usages.put(
                type,
                new LayersPage.Usage(
                    counts.get(type), users.stream().map(user -> link(edition, user)).toList())));
    return usages;
  }

  private static Link link(Edition edition, User user) {
    return Link.to(edition.text(user.title()), "../" + Addresses.model(user.id()));
  }
}
