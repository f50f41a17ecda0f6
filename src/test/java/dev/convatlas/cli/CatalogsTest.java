package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad catalogs beside what {@code convatlas check} says of them, word for word: a folder {@code
 * CASE} and {@code CASE.txt}.
 */
class CatalogsTest {
  private static final Path ROOT =
      Path.of("src/test/resources/diagnostics/catalogs").toAbsolutePath();

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachGetsItsMessages(String name) throws IOException {
    Terminal checked = Terminal.run(ROOT, "check", name);
    assertThat(checked.err()).isEqualTo(Files.readString(ROOT.resolve(name + ".txt")));
    assertThat(checked.out()).isEmpty();
    assertThat(checked.code()).isEqualTo(checked.err().contains("error: ") ? 1 : 0);
  }

  @Test
  void noMessagesAreWithoutTheirCatalog() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      Set<String> texts =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());
      assertThat(texts)
          .isEqualTo(cases().stream().map(name -> name + ".txt").collect(Collectors.toSet()));
    }
  }
}
