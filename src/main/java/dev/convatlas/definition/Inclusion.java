package dev.convatlas.definition;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the blocks of other files. */
final class Inclusion {
  private final Includes includes;
  private final Expressions expressions;
  private final Limits limits;
  private final Problems problems;

  /** Files whose blocks are there already: those that many files include would be read for each. */
  private final Set<String> read = new HashSet<>();

  private boolean complete = true;

  Inclusion(Includes includes, Expressions expressions, Limits limits, Problems problems) {
    this.includes = includes;
    this.expressions = expressions;
    this.limits = limits;
    this.problems = problems;
  }

  /** The blocks that the file at that path includes, and those that the included ones include. */
  Map<String, Block> blocks(String path, Mapping root) {
    Map<String, Block> blocks = new LinkedHashMap<>();
    add(List.of(new Scalar(root.span(), path, true)), root, blocks);
    return blocks;
  }

  /** Whether all files were there and could be read, so that all their blocks are known. */
  boolean isComplete() {
    return complete;
  }

  /**
   * @param chain the files that include each other so far, at the places where they are included
   */
  private void add(List<Scalar> chain, Mapping root, Map<String, Block> into) {
    Optional<Value> written = root.get("include").filter(Keys::isWritten);
    if (written.isEmpty()) {
      return;
    }
    for (Scalar path : Keys.oneOrMore(written.get(), "include", problems)) {
      List<String> files = chain.stream().map(Scalar::text).toList();
      if (!isInside(path.text())) {
        problems.error(path.span(), "include.outside", path.text());
        complete = false;
      } else if (files.contains(path.text())) {
        List<Scalar> circle =
            new ArrayList<>(chain.subList(files.indexOf(path.text()) + 1, chain.size()));
        circle.add(path);
        circle(circle);
      } else if (chain.size() > limits.get(Limit.NESTING)) {
        throw Limited.by(Limit.NESTING, limits, path.span());
      } else if (read.add(path.text())) {
        include(path, chain, into);
      }
    }
  }

  /** Reports a circle in the same words and at the same place, whichever file was read first. */
  private void circle(List<Scalar> files) {
    Scalar first = Collections.min(files, Comparator.comparing(Scalar::text));
    List<Scalar> turned = new ArrayList<>(files);
    Collections.rotate(turned, -files.indexOf(first));
    List<String> names = new ArrayList<>(turned.stream().map(Scalar::text).toList());
    names.add(first.text());
    problems.error(first.span(), "include.circle", String.join(" → ", names));
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

  private void include(Scalar path, List<Scalar> chain, Map<String, Block> into) {
    Optional<Checked<Value>> file = includes.read(path.text());
    if (file.isEmpty()) {
      problems.error(path.span(), "include.missing", path.text());
      complete = false;
      return;
    }
    problems.addAll(file.get().diagnostics());
    Optional<Mapping> root =
        file.get()
            .value()
            .flatMap(value -> Keys.mapping(value, Message.of("subject.file"), problems));
    if (root.isEmpty()) {
      complete = false;
      return;
    }
    expressions.check(root.get(), problems);
    List<Scalar> longer = new ArrayList<>(chain);
    longer.add(path);
    add(longer, root.get(), into);
    Optional<Map<String, Value>> params =
        DefinitionReader.params(root.get(), expressions, problems);
    Optional<Mapping> blocks = Keys.mapping(root.get(), "blocks", problems);
    if (blocks.isEmpty()) {
      problems.warning(path.span(), "include.empty", path.text());
      return;
    }
    new BlockReader(problems)
        .read(blocks.get())
        .forEach(
            (name, block) -> {
              Block other =
                  into.putIfAbsent(name, params.map(block::with).orElseGet(block::unsound));
              if (other != null && !other.span().equals(block.span())) {
                problems.add(
                    Diagnostic.error(path.span(), Message.of("block.twice", name))
                        .with(Diagnostic.Note.at(other.span(), "block.first"))
                        .with(Diagnostic.Note.at(block.span(), "block.second")));
              }
            });
  }
}
