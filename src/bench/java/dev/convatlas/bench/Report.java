package dev.convatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tables in Markdown; the file has each line as soon as it is known. */
final class Report {
  private final StringBuilder text = new StringBuilder();
  private final Path file;

  Report(Path file) {
    this.file = file;
  }

  void table(String title, String... heads) throws IOException {
    text.append("\n## ").append(title).append("\n\n");
    row(heads);
    row("---|".repeat(heads.length).split("\\|"));
  }

  void row(String... cells) throws IOException {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    Files.writeString(file, text);
  }

  static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
