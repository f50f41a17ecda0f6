package dev.convatlas.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.history.History;
import dev.convatlas.catalog.history.History.Before;
import dev.convatlas.catalog.history.Published;
import dev.convatlas.catalog.history.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of the way from one catalog to the next. */
class HistoryTest {
  private static Published model(String id, long params) {
    return new Published(
        id, "Model " + id, Map.of("params", params, "macs", 7L, "layers", 3L), true);
  }

  private static Map<Published, List<String>> catalog(Published... models) {
    Map<Published, List<String>> catalog = new LinkedHashMap<>();
    for (Published model : models) {
      catalog.put(model, List.of());
    }
    return catalog;
  }

  private static Optional<Before> site(Map<Published, List<String>> catalog, History history) {
    return Optional.of(new Before(new ArrayList<>(catalog.keySet()), history));
  }

  private static final Map<Published, List<String>> ONE = catalog(model("a", 1), model("b", 2));
  private static final Map<Published, List<String>> TWO = catalog(model("a", 5), model("c", 3));
  private static final History FIRST = History.next(Optional.empty(), ONE, "100");

  @Test
  void theFirstSiteIsTheFirstRevision() {
    assertThat(FIRST.revisions()).hasSize(1);
    Revision first = FIRST.revisions().get(0);
    assertThat(first.isFirst()).isTrue();
    assertThat(first.models()).isEqualTo(2);
    assertThat(first.date()).isEqualTo("100");
    assertThat(first.added()).isEmpty();
  }

  @Test
  void whatCameWentAndChangedIsToldOnce() {
    History second = History.next(site(ONE, FIRST), TWO, "200");
    assertThat(second.revisions()).hasSize(2);
    Revision last = second.revisions().get(0);
    assertThat(last.number()).isEqualTo(2);
    assertThat(last.added()).extracting(Published::id).containsExactly("c");
    assertThat(last.removed()).extracting(Published::id).containsExactly("b");
    assertThat(last.changed()).containsExactly(new Revision.Changed(model("a", 1), model("a", 5)));
    assertThat(second.revisions().get(1)).isEqualTo(FIRST.revisions().get(0));
  }

  @Test
  void buildingTheSameAgainLeavesItAsItIs() {
    History second = History.next(site(ONE, FIRST), TWO, "200");
    assertThat(History.next(site(ONE, FIRST), ONE, "300")).isEqualTo(FIRST);
    assertThat(History.next(site(TWO, second), TWO, "300")).isEqualTo(second);
    Map<Published, List<String>> turned = catalog(model("c", 3), model("a", 5));
    assertThat(History.next(site(TWO, second), turned, "300")).isEqualTo(second);
  }

  /** The history was published, the catalog was not: the build that completes it says the same. */
  @Test
  void aStoppedBuildIsNotARevision() {
    History stopped = History.next(site(ONE, FIRST), TWO, "200");
    assertThat(History.next(site(ONE, stopped), TWO, "200")).isEqualTo(stopped);
    Map<Published, List<String>> other = catalog(model("a", 1));
    assertThat(History.next(site(ONE, stopped), other, "300"))
        .isEqualTo(History.next(site(ONE, FIRST), other, "300"));
    assertThat(History.next(site(ONE, stopped), ONE, "300")).isEqualTo(FIRST);
  }

  @Test
  void aModelThatSaysItsEarlierIdWasRenamed() {
    Map<Published, List<String>> now = catalog(model("b", 2));
    now.put(model("z", 1), List.of("y", "a"));
    Revision last = History.next(site(ONE, FIRST), now, "").revisions().get(0);
    assertThat(last.added()).isEmpty();
    assertThat(last.removed()).isEmpty();
    assertThat(last.changed()).singleElement().matches(Revision.Changed::isRenamed);
  }

  @Test
  void whatTheSiteBeforeDidNotTellIsNoChange() {
    Published old = new Published("a", "Model a", Map.of("params", 1L), true);
    assertThat(History.next(site(catalog(old), History.NONE), catalog(model("a", 1)), ""))
        .isEqualTo(History.NONE);
  }

  @Test
  void oldRevisionsAreForgotten() {
    History history = FIRST;
    Map<Published, List<String>> before = ONE;
    for (int i = 0; i < 30; i++) {
      Map<Published, List<String>> now = new LinkedHashMap<>();
      for (int k = 0; k < 150; k++) {
        now.put(model("m" + i + "_" + k, k), List.of());
      }
      history = History.next(site(before, history), now, "");
      before = now;
    }
    assertThat(history.revisions()).hasSizeBetween(5, 10);
    assertThat(history.revisions().get(0).number()).isEqualTo(31);
  }
}
