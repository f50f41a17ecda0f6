package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the list from A to Z. */
class SearchPageTest {

  /**
   * By hand, as a dictionary of Mandarin has them: cānshùliàng, céng, fēnzhī, gǎnshòuyě, gōngbù,
   * kuài, nèicún, rúhé, tèzhēng, yī.
   */
  @Test
  void chineseIsSortedAsItIsSpoken() {
    List<String> titles =
        List.of("参数量", "层", "分支汇合", "感受野", "公布值", "块", "内存", "如何阅读", "特征金字塔", "一个文件");
    assertThat(titles.stream().sorted().toList()).isNotEqualTo(titles);
    assertThat(titles.stream().sorted(Comparator.comparing(SearchPage::spoken)).toList())
        .isEqualTo(titles);
  }

  @Test
  void lettersComeBeforeChineseAndCasesTogether() {
    assertThat(
            Stream.of("块", "ResNet-18", "batch_norm2d", "Élan", "relu")
                .sorted(Comparator.comparing(SearchPage::spoken))
                .toList())
        .containsExactly("batch_norm2d", "Élan", "relu", "ResNet-18", "块");
  }
}
