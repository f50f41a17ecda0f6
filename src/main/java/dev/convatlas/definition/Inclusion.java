package dev.convatlas.definition;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the blocks of other files. */
final class Inclusion {
  private final Includes includes;
  private final Expressions expressions;
  private final Problems problems;

  Inclusion(Includes includes, Expressions expressions, Problems problems) {
    this.includes = includes;
    this.expressions = expressions;
    this.problems = problems;
  }

  /** The blocks that the file at that path includes, and those that the included ones include. */
  Map<String, Block> blocks(String path, Mapping root) {
    Map<String, Block> blocks = new LinkedHashMap<>();
    add(List.of(path), root, blocks);
    return blocks;
  }

  private void add(List<String> chain, Mapping root, Map<String, Block> into) {
    Optional<Value> written = root.get("include").filter(Keys::isWritten);
    if (written.isEmpty()) {
      return;
    }
    for (Scalar path : Keys.oneOrMore(written.get(), "include", problems)) {
      if (!isInside(path.text())) {
        problems.error(path.span(), "include.outside", path.text());
      } else if (chain.contains(path.text())) {
        List<String> circle =
            new ArrayList<>(chain.subList(chain.indexOf(path.text()), chain.size()));
        circle.add(path.text());
        problems.error(path.span(), "include.circle", String.join(" → ", circle));
      } else {
        include(path, chain, into);
      }
    }
  }

  /** Relative, without steps up; where links lead to is for whoever reads the disk to see. */
  private static boolean isInside(String path) {
    return !path.isEmpty()
        && !path.startsWith("/")
        && !path.contains("\\")
        && !path.contains(":")
        && path.chars().noneMatch(Character::isISOControl)
        && List.of(path.split("/", -1)).stream()
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private void include(Scalar path, List<String> chain, Map<String, Block> into) {
    Optional<Checked<Value>> read = includes.read(path.text());
    if (read.isEmpty()) {
      problems.error(path.span(), "include.missing", path.text());
      return;
    }
    problems.addAll(read.get().diagnostics());
    Optional<Mapping> root =
        read.get()
            .value()
            .flatMap(value -> Keys.mapping(value, Message.of("subject.file"), problems));
    if (root.isEmpty()) {
      return;
    }
    expressions.check(root.get(), problems);
    List<String> longer = new ArrayList<>(chain);
    longer.add(path.text());
    add(longer, root.get(), into);
    Map<String, Value> params =
        DefinitionReader.params(root.get(), expressions, problems).orElse(Map.of());
    Optional<Mapping> blocks = Keys.mapping(root.get(), "blocks", problems);
    if (blocks.isEmpty()) {
      problems.warning(path.span(), "include.empty", path.text());
      return;
    }
    new BlockReader(problems)
        .read(blocks.get())
        .forEach(
            (name, block) -> {
              Block other = into.putIfAbsent(name, block.with(params));
              if (other != null && !other.span().equals(block.span())) {
                problems.add(
                    Diagnostic.error(path.span(), Message.of("block.twice", name))
                        .with(Diagnostic.Note.at(other.span(), "block.first"))
                        .with(Diagnostic.Note.at(block.span(), "block.second")));
              }
            });
  }
}
