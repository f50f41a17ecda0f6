package dev.convatlas.report;

import dev.convatlas.catalog.history.History;
import dev.convatlas.source.Diagnostic;
import java.util.List;

/**
 * Where a site comes from.
 *
 * @param version of the program; empty when it has none
 * @param inputs in the order of their paths
 * @param diagnostics of all of them
 */
public record Provenance(
    String version, List<Input> inputs, List<Diagnostic> diagnostics, History history) {
  public static final Provenance NONE = new Provenance("", List.of(), List.of(), History.NONE);

  /**
   * A file that was read.
   *
   * @param size in bytes
   * @param digest SHA-256 of its bytes; empty when it could not be read
   * @param models how many sound models it defines
   */
  public record Input(String path, long size, String digest, int models) {}

  public Provenance {
    inputs = List.copyOf(inputs);
    diagnostics = List.copyOf(diagnostics);
  }
}
