package dev.convatlas.graph;

import dev.convatlas.definition.Names;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What an expression sees at one place: variables, arguments, params and tensors. */
final class Sight implements Names {
  private static final SourceSpan NOWHERE = SourceSpan.wholeFile("");

  private final Place place;
  private final Tensor previous;
  private final Function<Tensor, Optional<Shape>> shapes;
  private final Set<String> seen = new LinkedHashSet<>();
  private boolean blurred;

  /**
   * @param previous the previous output; null when there is none
   * @param shapes of tensors; nothing for one that could not be computed
   */
  Sight(Place place, Tensor previous, Function<Tensor, Optional<Shape>> shapes) {
    this.place = place;
    this.previous = previous;
    this.shapes = shapes;
  }

  /** Whether a tensor was asked for that an earlier error has left without a shape. */
  boolean isBlurred() {
    return blurred;
  }

  @Override
  public Optional<Value> find(String name) {
    Frame frame = place.frame();
    for (Map<String, Value> values : List.of(place.loops(), frame.arguments(), frame.params())) {
      if (values.containsKey(name)) {
        return Optional.of(values.get(name));
      }
    }
    Optional<Value> tensor = tensor(name).map(this::value);
    tensor.ifPresent(found -> seen.add(name));
    return tensor;
  }

  /**
   * Whether what was evaluated may want more of a tensor than its number of channels.
   *
   * @param patterns of such uses by the name of the tensor, as far as they are known
   */
  boolean mayAskForSizes(Value written, Map<String, Pattern> patterns) {
    return seen.stream()
        .map(name -> patterns.computeIfAbsent(name, Sight::more))
        .anyMatch(more -> isIn(written, more));
  }

  private static Pattern more(String name) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b(?!\\s*\\.\\s*channels\\b)");
  }

  private static boolean isIn(Value written, Pattern pattern) {
    if (written instanceof Sequence sequence) {
      return sequence.items().stream().anyMatch(item -> isIn(item, pattern));
    }
    if (written instanceof Mapping mapping) {
      return mapping.entries().stream()
          .anyMatch(entry -> isIn(entry.key(), pattern) || isIn(entry.value(), pattern));
    }
    return pattern.matcher(((Scalar) written).text()).find();
  }

  Optional<Tensor> tensor(String path) {
    if (path.equals("prev")) {
      return Optional.ofNullable(previous);
    }
    Tensor input = place.frame().inputs().get(path);
    return input != null
        ? Optional.of(input)
        : place.area().find(List.of(path.split("\\.", -1))).map(Area.Entry::output);
  }

  /** Sizes by role, and all of them as {@code shape}. */
  private Value value(Tensor tensor) {
    Optional<Shape> shape = shapes.apply(tensor);
    blurred |= shape.isEmpty();
    List<Entry> entries = new ArrayList<>();
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Axis axis : shape.map(Shape::axes).orElse(List.of())) {
      if (axis.role() == Role.CHANNEL || axis.role().isSpatial()) {
        String role = axis.role().name().toLowerCase(Locale.ROOT);
        sizes.putIfAbsent(axis.role() == Role.CHANNEL ? "channels" : role, axis.size());
      }
    }
    sizes.forEach((role, size) -> entries.add(new Entry(text(role), number(size))));
    List<Value> all = new ArrayList<>();
    shape.map(Shape::sizes).orElse(List.of()).forEach(size -> all.add(number(size)));
    entries.add(new Entry(text("shape"), new Sequence(NOWHERE, all)));
    return new Mapping(NOWHERE, entries);
  }

  private static Scalar text(String text) {
    return new Scalar(NOWHERE, text, false);
  }

  private static Scalar number(long number) {
    return new Scalar(NOWHERE, Long.toString(number), true);
  }

  @Override
  public Collection<String> all() {
    Set<String> names = new LinkedHashSet<>(place.loops().keySet());
    names.addAll(place.frame().arguments().keySet());
    names.addAll(place.frame().params().keySet());
    names.addAll(tensors());
    return names;
  }

  /** The names that {@code from} may use. */
  Collection<String> tensors() {
    Set<String> names = new LinkedHashSet<>(place.frame().inputs().keySet());
    names.addAll(place.area().visible());
    if (previous != null) {
      names.add("prev");
    }
    return names;
  }
}
