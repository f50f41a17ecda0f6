package dev.convatlas.cli;

import dev.convatlas.report.TextTable;
import dev.convatlas.site.Sink;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What the pages of models weigh, as written and as a host sends them, weighed on their way into
 * the site. For one thread.
 */
final class Weights implements Sink {
  /** What GitHub Pages gives one site. */
  private static final long ROOM = 1_000_000_000;

  /** A model's page in the first language. */
  private static final Pattern PAGE = Pattern.compile("models/(.+)\\.html");

  /** A file of a model, in any language. */
  private static final Pattern OF_MODEL =
      Pattern.compile("(?:[a-z]+/)?(?:data/)?models/.+|charts/.+");

  private static final Pattern CHART = Pattern.compile("src=\"\\.\\./(charts/[^\"]+)\"");

  private final Sink site;
  private final Map<String, Set<String>> chartsOf = new HashMap<>();
  private final Map<String, Weight> weights = new HashMap<>();
  private Weight ofModels = Weight.NONE;
  private long others;

  /**
   * @param site where the files go
   */
  Weights(Sink site) {
    this.site = site;
  }

  /** In bytes, as written and after gzip. */
  record Weight(long raw, long packed) {
    static final Weight NONE = new Weight(0, 0);

    static Weight of(byte[] content) {
      Count count = new Count();
      try (GZIPOutputStream packer = new GZIPOutputStream(count)) {
        packer.write(content);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return new Weight(content.length, count.bytes);
    }

    Weight plus(Weight other) {
      return new Weight(Math.addExact(raw, other.raw), Math.addExact(packed, other.packed));
    }
  }

  /** Counts what is written to it. */
  private static final class Count extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  @Override
  public void put(String path, byte[] content) {
    site.put(path, content);
    if (!OF_MODEL.matcher(path).matches()) {
      others += content.length;
      return;
    }
    Weight weight = Weight.of(content);
    weights.put(path, weight);
    ofModels = ofModels.plus(weight);
    String page = PAGE.matcher(path).matches() ? new String(content, StandardCharsets.UTF_8) : "";
    // A page that leads from an earlier id to a model is none of a model.
    if (!page.isEmpty() && !page.contains("http-equiv=\"refresh\"")) {
      Matcher chart = CHART.matcher(page);
      Set<String> charts = new HashSet<>();
      while (chart.find()) {
        charts.add(chart.group(1));
      }
      chartsOf.put(path, charts);
    }
  }

  /** A page and the charts that it shows. */
  private record Page(String id, Weight weight) {}

  private List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    chartsOf.forEach(
        (path, charts) -> {
          Weight weight = weights.get(path);
          for (String chart : charts) {
            weight = weight.plus(weights.getOrDefault(chart, Weight.NONE));
          }
          Matcher page = PAGE.matcher(path);
          pages.add(new Page(page.matches() ? page.group(1) : path, weight));
        });
    pages.sort(
        Comparator.comparingLong((Page page) -> page.weight().packed()).thenComparing(Page::id));
    return pages;
  }

  /** How many models like these the room is enough for, beside the files that are no model's. */
  private long room(int models) {
    return Math.max(0, ROOM - others) / Math.max(1, ofModels.raw() / models);
  }

  /** What was weighed, as a table and a sentence; empty when there was no model. */
  Optional<String> told(Messages words) {
    List<Page> pages = pages();
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    int count = pages.size();
    List<List<String>> lines = new ArrayList<>();
    lines.add(line(words.text("weights.lightest"), pages.get(0)));
    lines.add(line(words.text("weights.median"), pages.get((count - 1) / 2)));
    lines.add(line(words.text("weights.heaviest"), pages.get(count - 1)));
    Weight mean = new Weight(ofModels.raw() / count, ofModels.packed() / count);
    TextTable table =
        new TextTable(
            List.of(words.text("weights.page"), "", words.text("weights.raw"), "gzip"),
            List.of(false, false, true, true),
            lines);
    return Optional.of(
        table.aligned()
            + words.text(
                "weights.room",
                Numbers.bytes(mean.raw()),
                Numbers.bytes(mean.packed()),
                Numbers.exact(room(count))));
  }

  private static List<String> line(String which, Page page) {
    return List.of(
        which,
        page.id(),
        Numbers.bytes(page.weight().raw()),
        Numbers.bytes(page.weight().packed()));
  }
}
