package dev.convatlas.cli;

import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command line as a manual page, in the macros that {@code man(7)} has. */
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private final Messages words;

  private ManPage(Messages words) {
    this.words = words;
  }

  static String of(CommandLine line, String version, Messages words) {
    ManPage page = new ManPage(words);
    page.head(line.getCommandSpec(), version);
    line.getSubcommands().values().forEach(command -> page.command(command.getCommandSpec()));
    page.end();
    return page.page.toString();
  }

  private void head(CommandSpec spec, String version) {
    String name = spec.name();
    macro("TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"" + name + " " + version + "\"");
    macro("SH NAME");
    text(name + " - " + String.join(" ", description(spec)));
    macro("SH SYNOPSIS");
    macro("B " + name);
    text("COMMAND [OPTIONS] [ARGUMENTS]");
    macro("SH COMMANDS");
  }

  private void command(CommandSpec spec) {
    macro("SS " + spec.name());
    description(spec).forEach(this::text);
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      item(parameter.paramLabel(), parameter);
    }
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        String label = option.typeInfo().isBoolean() ? "" : " " + option.paramLabel();
        item(String.join(", ", option.names()) + label, option);
      }
    }
    verbatim(List.of(spec.usageMessage().footer()));
  }

  private void item(String head, ArgSpec argument) {
    macro("TP");
    macro("B " + escaped(head));
    text(String.join(" ", rendered(argument.description())));
  }

  private static List<String> description(CommandSpec spec) {
    return rendered(spec.usageMessage().description());
  }

  /** Percent signs are written twice in descriptions, which are formats. */
  private static List<String> rendered(String[] lines) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      all.add(Ansi.OFF.string(line.replace("%%", "%").replace("%n", " ")));
    }
    return all;
  }

  /** Examples, as they are. */
  private void verbatim(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    macro("PP");
    macro("nf");
    rendered(lines.toArray(String[]::new)).forEach(this::text);
    macro("fi");
  }

  private void end() {
    macro("SH EXIT STATUS");
    row("0", "man.exit.0");
    row("1", "man.exit.1");
    row("2", "man.exit.2");
    row("3", "man.exit.3");
    row("4", "man.exit.4");
    row("70", "man.exit.70");
    macro("SH ENVIRONMENT");
    row("NO_COLOR", "man.color");
    row("LC_ALL, LC_MESSAGES, LANG", "man.language");
  }

  private void row(String head, String key) {
    macro("TP");
    macro("B " + escaped(head));
    text(words.text(key));
  }

  private void macro(String macro) {
    page.append('.').append(macro).append('\n');
  }

  private void text(String text) {
    page.append(escaped(text)).append('\n');
  }

  /** A dot or an apostrophe at the start would be a macro; hyphens are to be copied as such. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
