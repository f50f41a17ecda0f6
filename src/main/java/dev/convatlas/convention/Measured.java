package dev.convatlas.convention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tools themselves printed for a whole model of torchvision.
 *
 * @param model its name in torchvision
 * @param params by which a model of a catalog is known to be the same
 * @param totals by the name of the convention; not every tool was run
 */
public record Measured(String model, long params, Map<String, Long> totals) {
  private static final String FILE = "/reference/convention_totals.csv";

  public Measured {
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }

  /** All of them, in the order of the file, which names its source. */
  public static List<Measured> all() {
    List<Measured> all = new ArrayList<>();
    List<String> heads = List.of();
    for (String line : lines()) {
      List<String> cells = List.of(line.split(" \\| ", -1));
      if (line.startsWith("#")) {
        continue;
      }
      if (heads.isEmpty()) {
        heads = cells;
        continue;
      }
      Map<String, Long> totals = new LinkedHashMap<>();
      for (int i = 2; i < cells.size(); i++) {
        totals.put(heads.get(i), Long.valueOf(cells.get(i)));
      }
      all.add(new Measured(cells.get(0), Long.parseLong(cells.get(1)), totals));
    }
    return all;
  }

  private static List<String> lines() {
    try (InputStream stream = Measured.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + FILE);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
