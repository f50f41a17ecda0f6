package dev.convatlas.cli;

import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.history.History;
import dev.convatlas.catalog.history.History.Before;
import dev.convatlas.catalog.history.Published;
import dev.convatlas.cli.InputFolder.InputFile;
import dev.convatlas.report.Provenance;
import dev.convatlas.report.Provenance.Input;
import dev.convatlas.source.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts together what a site tells of where it comes from. */
final class Origin {
  /** When a build took place, for those who want it to be known: reproducible-builds.org. */
  private static final String EPOCH = "SOURCE_DATE_EPOCH";

  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private Origin() {}

  static Provenance of(Survey survey, Optional<Path> templates, History history) {
    List<Input> inputs = new ArrayList<>();
    InputFile settings = survey.settings();
    if (!settings.digest().isEmpty()) {
      inputs.add(new Input(settings.path(), settings.size(), settings.digest(), 0));
    }
    for (Reading reading : survey.readings()) {
      inputs.add(
          new Input(reading.path(), reading.size(), reading.digest(), reading.models().size()));
    }
    templates.ifPresent(folder -> inputs.addAll(templates(folder)));
    inputs.sort(Comparator.comparing(Input::path));
    return new Provenance(Program.version().orElse(""), inputs, survey.diagnostics(), history);
  }

  private static List<Input> templates(Path folder) {
    List<Input> inputs = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        String path = "templates/" + folder.relativize(file).toString().replace('\\', '/');
        inputs.add(new Input(path, content.length, Digest.of(content), 0));
      }
    } catch (IOException unreadable) {
      throw Stopped.with(Exit.INPUT, "input.unreadable", folder.toString());
    }
    return inputs;
  }

  static History history(Survey survey, Optional<Before> before, Map<String, String> environment) {
    Map<Published, List<String>> models = new LinkedHashMap<>();
    for (Summary model : survey.catalog().models()) {
      models.put(Published.of(model), model.metadata().aliases());
    }
    return History.next(before, models, date(environment));
  }

  /** In seconds since 1970; empty when nobody asked for a date. */
  static String date(Map<String, String> environment) {
    String seconds = environment.getOrDefault(EPOCH, "");
    if (!seconds.isEmpty() && !SECONDS.matcher(seconds).matches()) {
      throw Stopped.with(Exit.USAGE, "cli.epoch", seconds);
    }
    return seconds;
  }
}
