package dev.convatlas.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a build is, where somebody watches. */
final class Progress implements AutoCloseable {
  private final ProgressBar bar;

  /**
   * @param bar null where nobody watches
   */
  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(Streams streams, Common common, int steps) {
    if (!streams.terminal() || common.isQuiet()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName("build")
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .clearDisplayOnFinish()
            .build());
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
