package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.resolution.Resize;
import dev.convatlas.definition.Metadata;
import dev.convatlas.source.SourceSpan;

/**
 * One model with everything known of it; lives only while its pages are made.
 *
 * @param span where it is defined
 * @param source text of the file that defines it
 * @param resized the same model on inputs of other sizes
 */
public record Model(
    Metadata metadata, SourceSpan span, String source, Analysis analysis, Resize resized) {

  public String id() {
    return metadata.id();
  }

  /** The file that defines it, relative to the catalog's root. */
  public String path() {
    return span.path();
  }
}
