package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.source.Message;
import java.util.List;

/** Looks for one thing. */
public interface Check {

  /** As data files write it. */
  String name();

  /** Who says that it matters: a paper with its place, or an address. */
  String source();

  /** What it has seen, in the order of execution. */
  List<Finding> find(Analysis analysis);

  default Message title() {
    return Message.of("finding." + name());
  }

  /** Why it matters. */
  default Message reason() {
    return Message.of("finding." + name() + ".reason");
  }
}
