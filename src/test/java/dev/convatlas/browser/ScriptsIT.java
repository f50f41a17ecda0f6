package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that Java is held to, in the browser. */
@ExtendWith(InBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptsIT {
  private static final Path ALIGNMENT = Path.of("src/test/resources/compare/alignment");

  private static final Map<String, String> NUMBERS =
      Map.of(
          "exact", "exact(value)",
          "brief", "brief(value)",
          "tick", "tick(value)",
          "bytes", "bytes(value)",
          "pixels", "pixels(value)",
          "at-least", "atLeast(value, false, convatlas.numbers.brief)",
          "share", "share(value, base)",
          "ratio", "ratio(value, base, 1)",
          "change", "change(base, value)",
          "pixel-change", "pixelChange(base, value)");

  private Scripts scripts;

  @BeforeAll
  void load(TestBed bed) {
    scripts = new Scripts(bed, List.of("base", "numbers", "costs", "alignment", "edits"));
  }

  @AfterAll
  void end() {
    scripts.close();
  }

  @ParameterizedTest(name = "{0} {1} {2} = {3}")
  @CsvFileSource(resources = "/text/cells.csv", useHeadersInDisplayName = true)
  void writesNumbers(String kind, Long base, long value, String expected) {
    Object written =
        scripts.evaluate(
            "([base, value]) => { base = BigInt(base); value = BigInt(value); return"
                + " convatlas.numbers."
                + NUMBERS.get(kind)
                + "; }",
            List.of(base == null ? "0" : base.toString(), Long.toString(value)));
    assertThat(written).isEqualTo(expected.replace(' ', '\u00a0'));
  }

  static List<Path> alignments() throws IOException {
    try (Stream<Path> files = Files.list(ALIGNMENT)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void alignsLayers(Path file) throws IOException {
    Object told =
        scripts.evaluate(
            """
            text => {
              const expected = JSON.parse(text);
              const before = expected.before.map(name => expected.layers[name]);
              const after = expected.after.map(name => expected.layers[name]);
              const work = convatlas.alignment.align(before, after);
              let piece = work.next();
              while (!piece.done) piece = work.next();
              const signs = {same: "=", changed: "~", removed: "-", added: "+"};
              const steps = convatlas.alignment.runs(piece.value, (a, b) => a.kind === b.kind)
                .map(run => signs[run[0].kind] + run.length).join(" ");
              const forms = {to: s => ` ${s.before} > ${s.after}`, times: s => ` * ${s.after}`,
                divided: s => ` / ${s.after}`, more: () => " +", less: () => " -"};
              const edits = convatlas.edits.edits(before, after, piece.value);
              const params = convatlas.edits.attribute(edits, i => before[i].params, i => after[i].params);
              const written = (edit, amount) => ({kind: edit.kind, type: edit.type,
                shifts: edit.shifts.map(s => s.name + forms[s.form](s)),
                steps: edit.steps.length, params: Number(amount)});
              const all = params.shares.map(s => written(s.edit, s.amount)).concat(
                edits.filter(e => e.kind !== "counted" && !params.shares.some(s => s.edit === e))
                  .map(e => written(e, 0)));
              return JSON.stringify([
                {steps, edits: all, enough: params.enough},
                {steps: expected.steps, edits: expected.edits, enough: expected.enough}]);
            }
            """,
            Files.readString(file));
    assertThat((String) scripts.evaluate("text => JSON.stringify(JSON.parse(text)[0])", told))
        .isEqualTo(scripts.evaluate("text => JSON.stringify(JSON.parse(text)[1])", told));
  }

  /**
   * The page has to stay alive: pieces of the work may not take longer than two or three frames.
   */
  @Test
  void twoThousandLayersThatAllDifferAreAlignedInSmallPieces() {
    @SuppressWarnings("unchecked")
    Map<String, Object> took =
        (Map<String, Object>)
            scripts.evaluate(
                """
                count => {
                  let seed = 1;
                  const random = n => (seed = seed * 16807 % 2147483647) % n;
                  const layer = () => {
                    const width = 1 + random(1000000);
                    return {type: "conv2d", kind: random(2) ? "convolution" : "pooling",
                      settings: {in_channels: "3", out_channels: String(width), kernel_size: "3"},
                      inputs: [[width, 8, 8]], output: [width, 8, 8], params: width * 9,
                      macs: width * 576, stage: random(3), training: false};
                  };
                  const layers = () => Array.from({length: count}, layer);
                  const work = convatlas.alignment.align(layers(), layers());
                  const begin = performance.now();
                  let long = 0, piece;
                  do {
                    const start = performance.now();
                    piece = work.next();
                    long += performance.now() - start > 50 ? 1 : 0;
                  } while (!piece.done);
                  return {steps: piece.value.length, long, whole: performance.now() - begin};
                }
                """,
                2000);
    assertThat(((Number) took.get("steps")).intValue()).isBetween(2000, 4000);
    // A machine with other things to do may be late now and then.
    assertThat(((Number) took.get("long")).intValue()).isLessThan(20);
    assertThat(((Number) took.get("whole")).doubleValue()).isLessThan(10_000);
  }

  @Test
  void fillsThePlacesOfSentences() {
    Map<String, Object> cases = new LinkedHashMap<>();
    cases.put("{0} {0|layer|layers}", List.of("1"));
    cases.put("{0} {0|layer|layers} of {1}", List.of("2", "a"));
    cases.put("{it} stays, as does a lone '", List.of());
    List<Object> filled = new ArrayList<>();
    cases.forEach(
        (sentence, values) ->
            filled.add(
                scripts.evaluate(
                    "([sentence, values]) => { convatlas.words({test: sentence});"
                        + " return convatlas.word('test', ...values); }",
                    List.of(sentence, values))));
    assertThat(filled).containsExactly("1 layer", "2 layers of a", "{it} stays, as does a lone '");
  }
}
