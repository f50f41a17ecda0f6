package dev.convatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A catalog of any number of models, made of copies of the samples. Every copy is a family of its
 * own with ids and a number of classes of its own, so that no two models are equal; published
 * figures, which no longer hold, are left out. Catalogs of every size have nearly the same mix.
 */
final class SyntheticCatalog {
  private static final Pattern VARIANT = Pattern.compile("  (\\w+):.*");
  private static final Pattern TOP = Pattern.compile("[a-z].*");

  /** Sections of the samples' catalog.yaml that name models. */
  private static final Set<String> NAMING =
      Set.of("comparisons", "families", "guide_model", "words");

  private final Path samples;

  /**
   * @param samples the folder sample-models
   */
  SyntheticCatalog(Path samples) {
    this.samples = samples;
  }

  /** A model of the samples: a file and, where it has several, the variant. */
  private record Sample(String file, String id) {}

  void write(Path folder, int models) throws IOException {
    Files.createDirectories(folder.resolve("blocks"));
    for (Path block : files(samples.resolve("blocks"))) {
      Files.copy(block, folder.resolve("blocks").resolve(block.getFileName()));
    }
    Files.write(folder.resolve("catalog.yaml"), catalog());
    List<Sample> mixed = mixed();
    for (int copy = 0; copy * mixed.size() < models; copy++) {
      int count = Math.min(mixed.size(), models - copy * mixed.size());
      copy(folder, copy, Set.copyOf(mixed.subList(0, count)));
    }
  }

  private void copy(Path folder, int copy, Set<Sample> wanted) throws IOException {
    for (String file : new HashSet<>(wanted.stream().map(Sample::file).toList())) {
      Set<String> ids = new HashSet<>();
      wanted.stream().filter(model -> model.file().equals(file)).forEach(m -> ids.add(m.id()));
      List<String> lines = copied(Files.readAllLines(samples.resolve(file)), copy, ids);
      Files.write(folder.resolve(file.replace(".yaml", "_" + copy + ".yaml")), lines);
    }
  }

  private static List<String> copied(List<String> lines, int copy, Set<String> ids) {
    List<String> copied = new ArrayList<>();
    boolean variants = false;
    boolean wanted = true;
    int skipped = Integer.MAX_VALUE; // lines indented deeper than this belong to what is left out
    for (String line : lines) {
      int indent = line.length() - line.stripLeading().length();
      if (indent > skipped || line.startsWith("baseline:")) {
        continue;
      }
      skipped = Integer.MAX_VALUE;
      if (TOP.matcher(line).matches()) {
        variants = line.startsWith("variants:");
        wanted = true;
      }
      if (variants && VARIANT.matcher(line).matches()) {
        wanted = ids.contains(line.strip().split(":", 2)[0]);
        line = line.replaceFirst(":", "_" + copy + ":");
      }
      if (line.strip().startsWith("claims:")) {
        skipped = indent;
      } else if (wanted) {
        copied.add(
            line.startsWith("family:")
                ? line + " " + copy
                : line.replace("out_features: 1000", "out_features: " + (1000 + copy)));
      }
    }
    return copied;
  }

  /** What the samples' own catalog says, in one language and without what names models. */
  private List<String> catalog() throws IOException {
    List<String> kept = new ArrayList<>();
    boolean keep = true;
    for (String line : Files.readAllLines(samples.resolve("catalog.yaml"))) {
      if (TOP.matcher(line).matches()) {
        keep = !NAMING.contains(line.split(":", 2)[0]);
      }
      if (keep) {
        kept.add(line.startsWith("language:") ? "language: [en]" : line);
      }
    }
    return kept;
  }

  /** The samples that can be copied one by one, neighbours far apart. */
  private List<Sample> mixed() throws IOException {
    List<Sample> all = new ArrayList<>();
    for (Path path : files(samples)) {
      String file = path.getFileName().toString();
      List<String> lines = Files.readAllLines(path);
      if (!file.equals("catalog.yaml") && lines.stream().noneMatch(SyntheticCatalog::isTied)) {
        List<String> variants = variants(lines);
        if (variants.isEmpty()) {
          all.add(new Sample(file, ""));
        }
        variants.forEach(id -> all.add(new Sample(file, id)));
      }
    }
    List<Sample> mixed = new ArrayList<>();
    int step = 43; // has no divisor in common with the number of samples, or the set would shrink
    while (all.size() % step == 0) {
      step++;
    }
    for (int i = 0; i < all.size(); i++) {
      mixed.add(all.get((int) ((long) i * step % all.size())));
    }
    return mixed;
  }

  /** A grid cannot be cut to size; what includes another model's file cannot be copied alone. */
  private static boolean isTied(String line) {
    return line.equals("grid:") || (line.startsWith("include:") && !line.contains("[blocks/"));
  }

  private static List<String> variants(List<String> lines) {
    int start = lines.indexOf("variants:");
    return start < 0
        ? List.of()
        : lines.subList(start, lines.size()).stream()
            .filter(line -> VARIANT.matcher(line).matches())
            .map(line -> line.strip().split(":", 2)[0])
            .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
