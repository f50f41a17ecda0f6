package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.LayerList;
import dev.convatlas.convention.Convention;
import java.util.Optional;

/**
 * What is kept of a model that its catalog's author compares with others.
 *
 * @param growth of the receptive field; empty where there is none
 */
public record Outline(Summary summary, LayerList layers, Optional<Growth> growth) {

  public static Outline of(Summary summary, Analysis analysis, Convention convention) {
    return new Outline(summary, LayerList.of(analysis, convention), Growth.of(analysis));
  }
}
