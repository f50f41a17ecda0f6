package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Analyzer;
import dev.convatlas.analysis.resolution.Resize;
import dev.convatlas.definition.Block;
import dev.convatlas.definition.DefinitionReader;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Includes;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.definition.ModelFile;
import dev.convatlas.graph.Graph;
import dev.convatlas.graph.GraphBuilder;
import dev.convatlas.graph.TypeCheck;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.ModelProblems;
import dev.convatlas.source.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** From the text of a model file to its models, analysed. May be used by several threads. */
public final class ModelReader {
  private final Limits limits;
  private final Includes includes;
  private final Expressions expressions;
  private final Predicate<String> wanted;

  public ModelReader(Limits limits, Includes includes) {
    this(limits, includes, new Expressions(limits), id -> true);
  }

  private ModelReader(
      Limits limits, Includes includes, Expressions expressions, Predicate<String> wanted) {
    this.limits = limits;
    this.includes = includes;
    this.expressions = expressions;
    this.wanted = wanted;
  }

  /** The same reader for those who need few models: the others are not laid out. */
  public ModelReader only(Predicate<String> ids) {
    return new ModelReader(limits, includes, expressions, ids);
  }

  /** The same reader, what it has parsed included, for which files are included from elsewhere. */
  public ModelReader including(Includes includes) {
    return new ModelReader(limits, includes, expressions, wanted);
  }

  /**
   * @param path relative to the catalog's root
   * @return the models that are sound, beside everything that is wrong with the others
   */
  public Checked<List<Model>> read(String path, String text) {
    Expressions metered = expressions.forOneFile();
    Checked<ModelFile> file = new DefinitionReader(limits, metered, includes).read(path, text);
    Problems problems = new Problems();
    problems.addAll(file.diagnostics());
    List<Model> models = new ArrayList<>();
    file.value()
        .ifPresent(read -> models(read, new GraphBuilder(metered, limits), models, problems));
    if (!problems.hasErrors()) {
      file.value()
          .filter(read -> read.models().size() == models.size())
          .ifPresent(read -> unused(read, models, problems));
    }
    return new Checked<>(Optional.of(List.copyOf(models)), problems.list());
  }

  private void models(ModelFile file, GraphBuilder graphs, List<Model> into, Problems problems) {
    TypeCheck.check(file, problems);
    boolean sound = !problems.hasErrors();
    ModelProblems wrong = new ModelProblems();
    for (ModelDefinition definition : file.models()) {
      if (!wanted.test(definition.metadata().id())) {
        continue;
      }
      Checked<Analysis> analysis = analyse(graphs.build(definition));
      wrong.add(definition.metadata().id(), analysis.diagnostics());
      if (sound && analysis.value().isPresent()) {
        into.add(
            new Model(
                definition.metadata(),
                definition.span(),
                file.text(),
                analysis.value().get(),
                resize(definition, analysis.value().get().graph())));
      }
    }
    problems.addAll(wrong.list());
  }

  /** Blocks of the file's own that no model of it uses. */
  private static void unused(ModelFile file, List<Model> models, Problems problems) {
    Set<String> used = new HashSet<>();
    models.stream()
        .flatMap(model -> model.analysis().graph().nodes().stream())
        .flatMap(node -> node.scopes().stream())
        .forEach(scope -> used.add(scope.block()));
    for (Block block : file.blocks().values()) {
      if (!models.isEmpty()
          && block.span().path().equals(file.path())
          && !used.contains(block.name())) {
        problems.warning(block.span(), "unused.block", block.name());
      }
    }
  }

  /** Each size has as much work to spend as the file had. */
  private Resize resize(ModelDefinition definition, Graph graph) {
    return inputs ->
        new GraphBuilder(expressions.forOneFile(), limits).resized(definition, graph, inputs);
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
}
