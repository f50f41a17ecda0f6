package dev.convatlas.site;

import com.google.gson.stream.JsonWriter;
import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.findings.Check;
import dev.convatlas.analysis.findings.Checks;
import dev.convatlas.analysis.findings.Finding;
import dev.convatlas.catalog.ClaimResult;
import dev.convatlas.source.Message;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Claims and findings of a model in its data file. Sentences are English. */
final class Verdicts {
  private Verdicts() {}

  static String english(Message message) {
    return Messages.of(Language.ENGLISH).text(message);
  }

  static void claims(JsonWriter json, List<ClaimResult> claims) throws IOException {
    json.name("claims").beginArray();
    for (ClaimResult result : claims) {
      json.beginObject();
      json.name("figure").value(result.claim().figure());
      json.name("published").value(result.claim().written());
      json.name("convention").value(result.convention());
      json.name("computed");
      if (result.computed().isPresent()) {
        json.value(result.computed().get().value());
      } else {
        json.nullValue();
      }
      json.name("verdict").value(result.verdict().name().toLowerCase(Locale.ROOT));
      json.name("others").beginArray();
      for (String other : result.others()) {
        json.value(other);
      }
      json.endArray();
      json.name("source").value(result.claim().source());
      json.name("url").value(result.claim().url());
      json.endObject();
    }
    json.endArray();
  }

  static void findings(JsonWriter json, List<Finding> findings, Analysis analysis)
      throws IOException {
    json.name("findings").beginArray();
    for (Finding finding : findings) {
      json.beginObject();
      json.name("check").value(finding.check());
      json.name("layers").beginArray();
      for (int node : finding.nodes()) {
        json.value(analysis.rows().get(node).node().path());
      }
      json.endArray();
      json.name("message").value(english(finding.message()));
      json.name("source").value(source(finding));
      json.endObject();
    }
    json.endArray();
  }

  private static String source(Finding finding) {
    return Checks.ALL.stream()
        .filter(check -> check.name().equals(finding.check()))
        .map(Check::source)
        .findFirst()
        .orElseThrow();
  }
}
