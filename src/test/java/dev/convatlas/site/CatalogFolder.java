package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.SettingsReader;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder of sound model files, read for tests. */
public record CatalogFolder(Catalog catalog, List<List<Model>> files) {

  public static final Path GOLDEN = Path.of("src/test/resources/site/golden/catalog");
  public static final Path SAMPLES = Path.of("sample-models");

  /**
   * @param names of the model files to read
   */
  public static CatalogFolder read(Path folder, String... names) {
    Path file = folder.resolve(SettingsReader.FILE);
    CatalogSettings settings =
        SettingsReader.read(text(file), Limits.DEFAULT).value().orElseThrow();
    ModelReader reader =
        new ModelReader(
            Limits.DEFAULT,
            path -> Optional.of(YamlReader.read(path, text(folder.resolve(path)), Limits.DEFAULT)));
    List<List<Model>> files =
        List.of(names).stream()
            .map(name -> sound(reader.read(name, text(folder.resolve(name)))))
            .toList();
    List<Summary> rows = files.stream().flatMap(List::stream).map(Summary::of).toList();
    return new CatalogFolder(CatalogBuilder.build(settings, rows), files);
  }

  private static List<Model> sound(Checked<List<Model>> read) {
    if (read.hasErrors()) {
      throw new IllegalStateException(read.diagnostics().toString());
    }
    return read.value().orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CatalogFolder golden() {
    return read(GOLDEN, "tiny.yaml");
  }

  public MemorySink render(int threads) {
    return render(new Site.Options(threads, Charts.SVG));
  }

  MemorySink render(Site.Options options) {
    MemorySink sink = new MemorySink();
    Site.render(catalog, definitions(), options, sink);
    return sink;
  }

  List<Site.Definitions> definitions() {
    return files.stream()
        .filter(models -> !models.isEmpty())
        .map(models -> new Site.Definitions(models.get(0).path(), "", () -> models))
        .toList();
  }

  public Model model(String id) {
    return files.stream()
        .flatMap(List::stream)
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
