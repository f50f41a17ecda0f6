package dev.convatlas.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.definition.DefinitionReader;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.ModelFile;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The format's rules of names, references, branches, loops and weights: a model beside its nodes.
 */
class GraphsTest {
  private static final Path FOLDER = Path.of("src/test/resources/graphs");

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThan(8);
      return all.stream().filter(file -> file.toString().endsWith(".yaml"));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasTheNodesBesideIt(Path model) throws IOException {
    String name = model.getFileName().toString().replace(".yaml", "");
    List<String> expected = Files.readAllLines(FOLDER.resolve(name + ".txt"));
    Graph graph = graph(model);
    assertThat(graph.nodes().stream().map(node -> line(node, graph))).isEqualTo(expected);
  }

  private static Graph graph(Path model) throws IOException {
    Expressions expressions = new Expressions(Limits.DEFAULT);
    Checked<ModelFile> file =
        new DefinitionReader(Limits.DEFAULT, expressions, path -> Optional.empty())
            .read(model.getFileName().toString(), Files.readString(model));
    assertThat(file.diagnostics()).isEmpty();
    Checked<Graph> graph =
        new GraphBuilder(expressions, Limits.DEFAULT).build(file.value().get().models().get(0));
    assertThat(graph.hasErrors()).isFalse();
    return graph.value().get();
  }

  private static String line(Node node, Graph graph) {
    String inputs =
        node.inputs().stream().map(tensor -> name(tensor, graph)).collect(Collectors.joining(", "));
    return node.path()
        + " <- "
        + inputs
        + " : "
        + node.output()
        + (node.weightsOf().isPresent()
            ? " weights of " + graph.nodes().get(node.weightsOf().getAsInt()).path()
            : "")
        + (node.training() ? " training" : "")
        + (node.functional() ? " functional" : "");
  }

  private static String name(Tensor tensor, Graph graph) {
    return tensor instanceof Tensor.Output output
        ? graph.nodes().get(output.node()).path()
        : ((Tensor.Input) tensor).name();
  }
}
