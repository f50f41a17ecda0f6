package dev.convatlas.bench;

import dev.convatlas.analysis.Analyzer;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.chart.ModelCharts;
import dev.convatlas.chart.Painter;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.drawing.Drawings;
import dev.convatlas.drawing.Picture;
import dev.convatlas.site.Charts;
import dev.convatlas.site.DataFiles;
import dev.convatlas.site.Site;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parts of the program, warm, each by itself. Times are milliseconds of one call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Parts {
  private final ModelReader reader = Samples.reader();
  private final Map<String, String> classifiers = Samples.classifiers();
  private final Model resnet = Samples.resnet50();
  private final Catalog catalog =
      CatalogBuilder.build(CatalogSettings.DEFAULT, List.of(Summary.of(resnet)));
  private final Study study = Study.of(resnet, catalog.models().get(0), CatalogSettings.DEFAULT);

  /** From the texts of all of torchvision's classifiers to every figure of every layer. */
  @Benchmark
  public long classifiers() {
    return classifiers.entrySet().parallelStream()
        .flatMap(file -> reader.read(file.getKey(), file.getValue()).value().orElseThrow().stream())
        .mapToLong(model -> model.analysis().totals().macs().value())
        .sum();
  }

  /** Their YAML alone, on one thread. */
  @Benchmark
  public long classifiersYaml() {
    return classifiers.entrySet().stream()
        .filter(
            file ->
                YamlReader.read(file.getKey(), file.getValue(), Limits.DEFAULT).value().isPresent())
        .count();
  }

  /** ResNet-50, laid out already, to its figures. */
  @Benchmark
  public Object analysis() {
    return Analyzer.analyse(resnet.analysis().graph());
  }

  /** What its page says beside them: explanations, memory, other resolutions. */
  @Benchmark
  public Object study() {
    return Study.of(resnet, study.summary(), CatalogSettings.DEFAULT);
  }

  /** Its drawn architecture, placed. */
  @Benchmark
  public Object drawing() {
    return Drawings.of(resnet.analysis()).stream().map(Picture::of).toList();
  }

  /** Its charts as SVG files. */
  @Benchmark
  public long charts() {
    return ModelCharts.of(study).stream()
        .mapToLong(c -> Painter.svg(c.chart().picture(), c.views(), c.id()).length)
        .sum();
  }

  /** Its data file. */
  @Benchmark
  public Object json() {
    return DataFiles.model(study);
  }

  /** A whole site that has no other model. */
  @Benchmark
  public long site() {
    AtomicLong bytes = new AtomicLong();
    Site.render(
        catalog,
        List.of(new Site.Definitions(resnet.path(), "", () -> List.of(resnet))),
        new Site.Options(1, Charts.SVG),
        (path, content) -> bytes.addAndGet(content.length));
    return bytes.get();
  }
}
