package dev.convatlas.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The example of each layer type, which the layer reference prints, is one that can be copied. */
class LayerExamplesTest {
  private static final SourceSpan SPAN = SourceSpan.wholeFile("example.yaml");

  @TestFactory
  List<DynamicTest> everyExampleIsALayerOfItsType() {
    return LayerTypes.ALL.stream()
        .map(type -> DynamicTest.dynamicTest(type.name(), () -> check(type)))
        .toList();
  }

  private static void check(LayerType type) {
    Checked<Value> read = YamlReader.read("example.yaml", type.example(), Limits.DEFAULT);
    assertThat(read.diagnostics()).isEmpty();
    Value item = ((Value.Sequence) read.value().orElseThrow()).items().get(0);
    Problems problems = new Problems();
    Value.Mapping arguments = new Value.Mapping(SPAN, List.of());
    if (item instanceof Value.Mapping mapping) {
      assertThat(mapping.keys()).contains(type.name());
      arguments = (Value.Mapping) mapping.get(type.name()).orElseThrow();
    } else {
      assertThat(((Value.Scalar) item).text()).isEqualTo(type.name());
    }
    assertThat(type.read(SPAN, arguments, problems)).isPresent();
    assertThat(problems.list()).isEmpty();
  }
}
