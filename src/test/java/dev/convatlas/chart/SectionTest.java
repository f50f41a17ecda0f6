package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {

  /** Paths, some of them several times ({@code 3*}), and the sections that they make. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          conv1 relu fc,                                conv1 relu fc
          stem.conv 4*layer1.0 4*layer2.0 fc,           stem layer1 layer2 fc
          5*features.a 4*features.b classifier,         a b classifier
          features.conv 8*features.body.0 features.end fc, conv body end fc
          40*encoder.layer.0 40*encoder.layer.1 head,   layer.0 layer.1 head
          a.b.c,                                        a
          9*body.x.0,                                   body
          layer1 layer2 layer1,                         layer1 layer2 layer1
          """)
  void areTheOutermostGroupsUnlessOneIsNearlyEverything(String paths, String sections) {
    List<Picture.Category> categories =
        Stream.of(paths.split(" ")).flatMap(SectionTest::of).toList();
    List<Section> found = Section.readable(categories);
    assertThat(String.join(" ", found.stream().map(Section::name).toList())).isEqualTo(sections);
    int end = 0;
    for (Section section : found) {
      assertThat(section.from()).isEqualTo(end);
      end = section.to();
    }
    assertThat(end).isEqualTo(categories.size());
  }

  private static Stream<Picture.Category> of(String path) {
    int star = path.indexOf('*');
    int times = star < 0 ? 1 : Integer.parseInt(path.substring(0, star));
    List<String> parts = Arrays.asList(path.substring(star + 1).split("\\.", -1));
    return Stream.generate(() -> new Picture.Category(parts)).limit(times);
  }
}
