package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.findings.Check;
import dev.convatlas.analysis.findings.Checks;
import dev.convatlas.analysis.findings.Finding;
import dev.convatlas.catalog.Study;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings in words, those of a check together. */
final class FindingGroups {
  /** What a source ends with when it can be read somewhere. */
  private static final Pattern ADDRESS = Pattern.compile("(?:: )?(https?://\\S+)$");

  /** Layers that are shown at once; the others wait to be opened. */
  private static final int MOST = 6;

  private FindingGroups() {}

  static List<FindingGroup> of(Edition edition, Study study) {
    List<FindingGroup> groups = new ArrayList<>();
    for (Check check : Checks.ALL) {
      List<Finding> findings =
          study.findings().stream()
              .filter(finding -> finding.check().equals(check.name()))
              .toList();
      if (!findings.isEmpty()) {
        groups.add(group(edition, study.model().analysis(), check, findings));
      }
    }
    return groups;
  }

  private static FindingGroup group(
      Edition edition, Analysis analysis, Check check, List<Finding> findings) {
    List<One> all = ordered(edition, analysis, findings);
    int shown = Math.min(MOST, all.size());
    int more = all.size() - shown;
    Matcher address = ADDRESS.matcher(check.source());
    boolean linked = address.find();
    return new FindingGroup(
        edition.words().text(check.title()),
        edition.words().text(check.reason()),
        linked && address.start() > 0
            ? check.source().substring(0, address.start())
            : check.source(),
        linked ? address.group(1) : "",
        together(all.subList(0, shown)),
        together(all.subList(shown, all.size())),
        more == 0 ? "" : edition.word("site.findings.more", more));
  }

  private record One(String text, Link layer) {}

  /** Those that are said in the same words beside each other. */
  private static List<One> ordered(Edition edition, Analysis analysis, List<Finding> findings) {
    Map<String, List<One>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String path = analysis.rows().get(finding.nodes().get(0)).node().path();
      String text = edition.words().text(Numbers.grouped(finding.message()));
      alike
          .computeIfAbsent(text, t -> new ArrayList<>())
          .add(new One(text, Link.to(path, "#" + Addresses.row(path))));
    }
    return alike.values().stream().flatMap(List::stream).toList();
  }

  /** What is said in the same words is said once, of all the layers. */
  private static List<FindingGroup.Seen> together(List<One> all) {
    Map<String, List<Link>> layers = new LinkedHashMap<>();
    all.forEach(one -> layers.computeIfAbsent(one.text(), t -> new ArrayList<>()).add(one.layer()));
    return layers.entrySet().stream()
        .map(seen -> new FindingGroup.Seen(seen.getKey(), seen.getValue()))
        .toList();
  }
}
