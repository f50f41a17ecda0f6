package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Expressions;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in the arguments of a block: those written, then defaults, which may use earlier ones. */
record BlockArguments(Evaluation evaluation, Reports reports) {

  /**
   * @param at where the block is used
   * @param inside where defaults are evaluated
   * @param place of the use, for reports
   * @return whether all of them are there
   */
  boolean fill(
      SourceSpan at,
      Block block,
      Mapping written,
      Place inside,
      Place place,
      Map<String, Value> into) {
    boolean sound = true;
    List<String> names = block.arguments().stream().map(Block.Parameter::name).toList();
    for (Entry entry : written.entries()) {
      if (!names.contains(entry.key().text())) {
        reports.add(place, unknown(block, entry, names));
        sound = false;
      }
    }
    for (Block.Parameter parameter : block.arguments()) {
      Optional<Value> value = written.get(parameter.name());
      if (value.isEmpty()) {
        value = fallback(at, block, written, parameter, inside, place);
      }
      sound &= value.isPresent();
      value.ifPresent(found -> into.put(parameter.name(), found));
    }
    return sound;
  }

  private Optional<Value> fallback(
      SourceSpan at,
      Block block,
      Mapping written,
      Block.Parameter parameter,
      Place inside,
      Place place) {
    if (parameter.fallback().isPresent()) {
      Tensor first = inside.frame().first();
      return evaluation.value(
          parameter.fallback().get(), inside, first, error -> later(error, block));
    }
    List<String> names = block.arguments().stream().map(Block.Parameter::name).toList();
    boolean misspelt =
        written.keys().stream()
            .filter(key -> !names.contains(key))
            .anyMatch(key -> Nearest.name(key, names).equals(Optional.of(parameter.name())));
    if (!misspelt) {
      reports.add(place, missing(at, block, parameter));
    }
    return Optional.empty();
  }

  /** Says of an unknown name which argument it is, declared too late. */
  private static Diagnostic later(Diagnostic diagnostic, Block block) {
    if (!Expressions.isUnknownName(diagnostic)) {
      return diagnostic;
    }
    Object name = diagnostic.message().arguments().get(0);
    return block.arguments().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .map(found -> diagnostic.with(Note.at(found.span(), "name.later", name)))
        .orElse(diagnostic);
  }

  private static Diagnostic missing(SourceSpan at, Block block, Block.Parameter parameter) {
    return Diagnostic.error(
            at, Message.of("block.argument.missing", block.name(), parameter.name()))
        .with(Note.at(parameter.span(), "block.declared", block.name()));
  }

  private static Diagnostic unknown(Block block, Entry entry, List<String> names) {
    String key = entry.key().text();
    Message message =
        Nearest.name(key, names)
            .map(near -> Message.of("argument.unknown.near", block.name(), key, near))
            .orElseGet(() -> Message.of("argument.unknown", block.name(), key));
    return Diagnostic.error(entry.key().span(), message)
        .with(
            names.isEmpty()
                ? Note.of("argument.none", block.name())
                : Note.of("argument.allowed", block.name(), String.join(", ", names)));
  }
}
