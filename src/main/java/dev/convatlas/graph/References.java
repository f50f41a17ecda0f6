package dev.convatlas.graph;

import dev.convatlas.definition.Item;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what {@code from}, {@code share} and {@code outputs} name. */
record References(
    Evaluation evaluation, Function<Tensor, Optional<Shape>> shapes, Reports reports) {

  /** The previous output where nothing is written; none where there is no such thing either. */
  Optional<List<Tensor>> from(List<Value> written, Place place, Tensor previous) {
    if (written.isEmpty()) {
      return Optional.of(previous == null ? List.of() : List.of(previous));
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Value path : written) {
      evaluation
          .value(path, place, previous)
          .flatMap(text -> tensor(text, place, previous))
          .ifPresent(tensors::add);
    }
    return tensors.size() == written.size() ? Optional.of(tensors) : Optional.empty();
  }

  Optional<Tensor> tensor(Value path, Place place, Tensor previous) {
    Sight sight = new Sight(place, previous, shapes);
    Optional<Tensor> tensor = Scalars.text(path).flatMap(sight::tensor);
    if (tensor.isEmpty()) {
      unknown(path, place, sight.tensors());
    }
    return tensor;
  }

  /** A tensor that the model gives. */
  Optional<Tensor> output(Scalar path, Place place, Tensor last) {
    Sight sight = new Sight(place, last, shapes);
    Optional<Tensor> tensor = sight.tensor(path.text());
    if (tensor.isEmpty()) {
      Optional<String> near = Nearest.name(path.text(), sight.tensors());
      Diagnostic error =
          Diagnostic.error(
              path.span(),
              near.map(name -> Message.of("output.unknown.near", path.text(), name))
                  .orElseGet(() -> Message.of("output.unknown", path.text())));
      Optional<Note> why =
          near.isPresent() ? Optional.empty() : why(path.span(), path.text(), place);
      reports.add(
          place,
          error.with(
              why.orElseGet(() -> Note.of("from.known", String.join(", ", sight.tensors())))));
    }
    return tensor;
  }

  Optional<Area.Entry> entry(Scalar path, Place place) {
    Optional<Area.Entry> entry = place.area().find(parts(path.text()));
    if (entry.isEmpty()) {
      unknown(path, place, place.area().visible());
    }
    return entry;
  }

  private static List<String> parts(String path) {
    return List.of(path.split("\\.", -1));
  }

  private void unknown(Value path, Place place, Collection<String> known) {
    String written = path.shown();
    Diagnostic error =
        Diagnostic.error(
            path.span(),
            Nearest.name(written, known)
                .map(near -> Message.of("from.unknown.near", written, near))
                .orElseGet(() -> Message.of("from.unknown", written)));
    Optional<Note> why = why(path.span(), written, place);
    if (why.isPresent()) {
      reports.add(place, error.with(why.get()));
    } else if (known.isEmpty()) {
      reports.add(place, error);
    } else {
      reports.add(place, error.with(Note.of("from.known", String.join(", ", known))));
    }
  }

  /** Why a name that somebody may have thought of cannot be reached. */
  private static Optional<Note> why(SourceSpan at, String written, Place place) {
    List<String> parts = parts(written);
    String name = parts.get(0);
    Optional<SourceSpan> leftOut = place.area().leftOut(name);
    if (leftOut.isPresent()) {
      return Optional.of(Note.at(leftOut.get(), "from.left.out", name));
    }
    if (place.area().scopes().stream().anyMatch(scope -> scope.name().equals(name))) {
      return Optional.of(Note.of("from.around", name));
    }
    if (parts.size() > 1 && place.area().find(List.of(name)).isPresent()) {
      return inside(parts, place);
    }
    Optional<SourceSpan> here = named(name, place.frame().items());
    if (here.isPresent()) {
      boolean later = here.get().compareTo(at) > 0;
      return Optional.of(Note.at(here.get(), later ? "from.later" : "from.within", name));
    }
    for (Frame frame = place.frame(); frame.outer() != null; frame = frame.outer()) {
      Frame outer = frame.outer();
      if (outer.inputs().containsKey(name) || named(name, outer.items()).isPresent()) {
        String block = place.frame().block().orElseThrow().name();
        return Optional.of(Note.of("block.outside.layer", name, block));
      }
    }
    return Optional.empty();
  }

  /** What the last part of a path that is there holds. */
  private static Optional<Note> inside(List<String> parts, Place place) {
    int known = 1;
    while (place.area().find(parts.subList(0, known + 1)).isPresent()) {
      known++;
    }
    String path = String.join(".", parts.subList(0, known));
    return place
        .area()
        .find(parts.subList(0, known))
        .flatMap(Area.Entry::inside)
        .map(Area::names)
        .map(names -> Note.of("from.holds", path, String.join(", ", names)))
        .or(() -> Optional.of(Note.of("from.holds.none", path)));
  }

  /** Where that name is written out, in these items or inside them. */
  private static Optional<SourceSpan> named(String name, List<Item> items) {
    for (Item item : items) {
      Optional<SourceSpan> found =
          isNamed(name, item.modifiers().name()) ? Optional.of(item.span()) : within(name, item);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(String name, Optional<Value> written) {
    return written.flatMap(Scalars::text).equals(Optional.of(name));
  }

  private static Optional<SourceSpan> within(String name, Item item) {
    if (item instanceof Item.Group group) {
      return named(name, group.items());
    }
    if (item instanceof Item.Residual residual) {
      return named(name, residual.body()).or(() -> named(name, residual.shortcut()));
    }
    if (item instanceof Item.Parallel parallel) {
      return parallel.branches().stream()
          .map(
              branch ->
                  isNamed(name, branch.modifiers().name())
                      ? Optional.of(branch.span())
                      : named(name, branch.items()))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }
}
