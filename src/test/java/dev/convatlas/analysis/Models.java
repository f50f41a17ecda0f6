package dev.convatlas.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.resolution.Resize;
import dev.convatlas.definition.DefinitionReader;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.graph.Graph;
import dev.convatlas.graph.GraphBuilder;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models of the tests, and of the catalog that ships, analysed. */
public final class Models {
  private static final Path SAMPLES = Path.of("sample-models");
  private static final Expressions EXPRESSIONS = new Expressions(Limits.DEFAULT);

  private Models() {}

  /** Read once: no test can change them. */
  private static final class Samples {
    static final List<ModelDefinition> ALL = read();

    private static List<ModelDefinition> read() {
      try (Stream<Path> files = Files.list(SAMPLES)) {
        return files
            .filter(file -> file.toString().endsWith(".yaml"))
            .filter(file -> !file.endsWith("catalog.yaml"))
            .sorted()
            .flatMap(file -> definitions(file.getFileName().toString(), text(file)).stream())
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Every model of the catalog that ships. */
  public static List<ModelDefinition> samples() {
    return Samples.ALL;
  }

  public static ModelDefinition sample(String id) {
    return samples().stream()
        .filter(model -> model.metadata().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public static List<ModelDefinition> definitions(String path, String text) {
    DefinitionReader reader = new DefinitionReader(Limits.DEFAULT, EXPRESSIONS, Models::include);
    return sound(reader.read(path, text)).models();
  }

  private static Optional<Checked<Value>> include(String path) {
    return Optional.of(YamlReader.read(path, text(SAMPLES.resolve(path)), Limits.DEFAULT));
  }

  /** The analysis of a model that must be without errors. */
  public static Analysis analysis(ModelDefinition model) {
    return analysis(graph(model));
  }

  public static Analysis analysis(Graph graph) {
    return sound(Analyzer.analyse(graph));
  }

  public static Graph graph(ModelDefinition model) {
    return sound(new GraphBuilder(EXPRESSIONS, Limits.DEFAULT).build(model));
  }

  /** The model laid out on inputs of other sizes. */
  public static Resize resize(ModelDefinition model) {
    GraphBuilder builder = new GraphBuilder(EXPRESSIONS, Limits.DEFAULT);
    Graph graph = graph(model);
    return inputs -> builder.resized(model, graph, inputs);
  }

  /** The only model of a text. */
  public static Analysis analysis(String text) {
    return analysis(definitions("model.yaml", text).get(0));
  }

  /** A layer that nobody reads is worth a warning, and may be what a test is about. */
  private static <T> T sound(Checked<T> checked) {
    assertThat(checked.diagnostics()).noneMatch(Diagnostic::isError);
    return checked.value().orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
