package dev.convatlas.analysis.findings;

import dev.convatlas.source.Message;
import java.util.List;

/**
 * Something that a check has seen.
 *
 * @param check its name
 * @param nodes indices of the layers that it is about, at least one, the most telling first
 * @param message what was seen, with the figures
 */
public record Finding(String check, List<Integer> nodes, Message message) {

  public Finding {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a finding is about a layer");
    }
  }
}
