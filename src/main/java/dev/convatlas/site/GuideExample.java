package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.report.Edition;
import dev.convatlas.report.Worked;
import dev.convatlas.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The guide's example: the one model of which more is kept than its row. */
final class GuideExample {
  private final List<Edition> editions;
  private final String guideModel;
  private final Map<Language, Worked> worked = new EnumMap<>(Language.class);

  GuideExample(Catalog catalog, List<Edition> editions) {
    this.editions = editions;
    this.guideModel = guideModel(catalog);
  }

  /** The one that the catalog wants, or the first. */
  private static String guideModel(Catalog catalog) {
    String wanted = catalog.settings().guideModel();
    return catalog.models().stream().anyMatch(model -> model.id().equals(wanted))
        ? wanted
        : catalog.models().stream().findFirst().map(Summary::id).orElse("");
  }

  boolean is(Summary model) {
    return model.id().equals(guideModel);
  }

  /** The example in each language; nothing for all models but one. */
  Map<Language, Worked> of(Study study) {
    Map<Language, Worked> examples = new EnumMap<>(Language.class);
    if (is(study.summary())) {
      editions.forEach(edition -> examples.put(edition.language(), Worked.of(edition, study)));
    }
    return examples;
  }

  void keep(Map<Language, Worked> examples) {
    worked.putAll(examples);
  }

  /** None in an empty catalog. */
  List<Worked> in(Edition edition) {
    Worked example = worked.get(edition.language());
    return example == null ? List.of() : List.of(example);
  }
}
