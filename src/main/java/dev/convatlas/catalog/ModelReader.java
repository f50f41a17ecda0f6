package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Analyzer;
import dev.convatlas.definition.DefinitionReader;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Includes;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.definition.ModelFile;
import dev.convatlas.graph.Graph;
import dev.convatlas.graph.GraphBuilder;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From the text of a model file to its models, analysed. May be used by several threads. */
public final class ModelReader {
  private final DefinitionReader definitions;
  private final GraphBuilder graphs;

  public ModelReader(Limits limits, Includes includes) {
    Expressions expressions = new Expressions(limits);
    this.definitions = new DefinitionReader(limits, expressions, includes);
    this.graphs = new GraphBuilder(expressions, limits);
  }

  /**
   * @param path relative to the catalog's root
   * @return the models that are sound, beside everything that is wrong with the others
   */
  public Checked<List<Model>> read(String path, String text) {
    Checked<ModelFile> file = definitions.read(path, text);
    List<Diagnostic> found = new ArrayList<>(file.diagnostics());
    List<Model> models = new ArrayList<>();
    boolean sound = !file.hasErrors();
    for (ModelDefinition definition : file.value().map(ModelFile::models).orElse(List.of())) {
      Checked<Analysis> analysis = analyse(graphs.build(definition));
      found.addAll(analysis.diagnostics());
      if (sound && analysis.value().isPresent()) {
        models.add(
            new Model(
                definition.metadata(),
                definition.span(),
                text,
                analysis.value().get(),
                shapes -> analyse(graphs.resized(definition, shapes))));
      }
    }
    return new Checked<>(Optional.of(List.copyOf(models)), once(found));
  }

  private static Checked<Analysis> analyse(Checked<Graph> graph) {
    if (graph.value().isEmpty()) {
      return new Checked<>(Optional.empty(), graph.diagnostics());
    }
    Checked<Analysis> analysis = Analyzer.analyse(graph.value().get());
    List<Diagnostic> all = new ArrayList<>(graph.diagnostics());
    all.addAll(analysis.diagnostics());
    return new Checked<>(analysis.value(), all);
  }

  /** A mistake in a block is one mistake, however many variants use the block. */
  private static List<Diagnostic> once(List<Diagnostic> found) {
    record Mistake(SourceSpan span, String key) {}
    Set<Mistake> seen = new HashSet<>();
    return found.stream()
        .filter(diagnostic -> seen.add(new Mistake(diagnostic.span(), diagnostic.message().key())))
        .sorted()
        .toList();
  }
}
