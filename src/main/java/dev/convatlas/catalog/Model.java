package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.definition.Metadata;

/**
 * One model with everything known of it; lives only while its pages are made.
 *
 * @param path of the file that defines it, relative to the catalog's root
 * @param source text of that file
 */
public record Model(Metadata metadata, String path, String source, Analysis analysis) {

  public String id() {
    return metadata.id();
  }
}
