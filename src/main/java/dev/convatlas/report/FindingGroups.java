package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.findings.Check;
import dev.convatlas.analysis.findings.Checks;
import dev.convatlas.analysis.findings.Finding;
import dev.convatlas.catalog.Study;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings in words, those of a check together. */
final class FindingGroups {
  /** What a source ends with when it can be read somewhere. */
  private static final Pattern ADDRESS = Pattern.compile("(?:: )?(https?://\\S+)$");

  /** More of the same say no more. */
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
    int more = Math.max(0, findings.size() - MOST);
    Matcher address = ADDRESS.matcher(check.source());
    boolean linked = address.find();
    return new FindingGroup(
        edition.words().text(check.title()),
        edition.words().text(check.reason()),
        linked && address.start() > 0
            ? check.source().substring(0, address.start())
            : check.source(),
        linked ? address.group(1) : "",
        findings.stream().limit(MOST).map(finding -> seen(edition, analysis, finding)).toList(),
        more == 0 ? "" : edition.word("site.findings.more", more));
  }

  private static FindingGroup.Seen seen(Edition edition, Analysis analysis, Finding finding) {
    String path = analysis.rows().get(finding.nodes().get(0)).node().path();
    return new FindingGroup.Seen(
        edition.words().text(Numbers.grouped(finding.message())), path, "#" + Addresses.row(path));
  }
}
