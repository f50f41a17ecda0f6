package dev.convatlas.graph;

import dev.convatlas.source.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a model's tree of names while it is laid out: what has run in it so far, by name.
 * References look into it, then outward to the root of the block.
 */
final class Area {
  private final Area outer;
  private final List<Scope> scopes;
  private final String path;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, SourceSpan> leftOut = new HashMap<>();
  private final Map<String, Integer> written = new HashMap<>();

  /** What this area repeats, and how; null where its own names have run. */
  private Area original;

  private Repeats.Move move;

  /**
   * Something that has run.
   *
   * @param inside its own names; empty for a layer
   * @param first index of its first node
   * @param end index behind its last node
   * @param again runs it once more
   */
  record Entry(
      Tensor output, Optional<Area> inside, SourceSpan span, int first, int end, Again again) {
    private Entry moved(Repeats.Move move) {
      return new Entry(
          move.of(output),
          inside.map(area -> new Area(null, List.of(), "").repeating(area, move)),
          span,
          first + move.shift(),
          end + move.shift(),
          again);
    }
  }

  /** Runs something once more, elsewhere and on other tensors. */
  @FunctionalInterface
  interface Again {
    Tensor run(Area area, String name, List<Tensor> inputs);
  }

  private Area(Area outer, List<Scope> scopes, String path) {
    this.outer = outer;
    this.scopes = List.copyOf(scopes);
    this.path = path;
  }

  static Area root() {
    return new Area(null, List.of(), "");
  }

  /** An area whose names are looked for in this one too. */
  Area within(Scope scope) {
    return new Area(this, more(scope), path(scope.name()) + ".");
  }

  /** The root of a block: nothing outside is visible. */
  Area block(Scope scope) {
    return new Area(null, more(scope), path(scope.name()) + ".");
  }

  private List<Scope> more(Scope scope) {
    List<Scope> all = new ArrayList<>(scopes);
    all.add(scope);
    return all;
  }

  List<Scope> scopes() {
    return scopes;
  }

  /** The whole path of a name in this area. */
  String path(String name) {
    return path + name;
  }

  /** The path of the area itself. */
  String path() {
    return path.isEmpty() ? "" : path.substring(0, path.length() - 1);
  }

  /** The name of the next unnamed item of a type: the type, then with _2, _3, … */
  String unnamed(String type) {
    int count = written.merge(type, 1, Integer::sum);
    return count == 1 ? type : type + "_" + count;
  }

  /** The name of something that runs again: never that of what it shares. */
  String again(String name) {
    if (entries.containsKey(name)) {
      written.putIfAbsent(name, 1);
    }
    return unnamed(name);
  }

  /** Notes something that does not run because its condition is false. */
  void leaveOut(String name, SourceSpan span) {
    leftOut.put(name, span);
  }

  /** Where something of that name was left out, from here or from further outside. */
  Optional<SourceSpan> leftOut(String name) {
    for (Area area = this; area != null; area = area.outer) {
      if (area.leftOut.containsKey(name)) {
        return Optional.of(area.leftOut.get(name));
      }
    }
    return Optional.empty();
  }

  /** Makes this area hold what another one holds, moved. */
  Area repeating(Area other, Repeats.Move by) {
    original = other;
    move = by;
    return this;
  }

  Optional<Entry> own(String name) {
    return original == null
        ? Optional.ofNullable(entries.get(name))
        : original.own(name).map(entry -> entry.moved(move));
  }

  void add(String name, Entry entry) {
    entries.put(name, entry);
  }

  /** What the parts of a path lead to, from here or from further outside. */
  Optional<Entry> find(List<String> parts) {
    for (Area area = this; area != null; area = area.outer) {
      Optional<Entry> found = area.walk(parts);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Entry> walk(List<String> parts) {
    Optional<Entry> entry = own(parts.get(0));
    for (String part : parts.subList(1, parts.size())) {
      Optional<Entry> inner = entry.flatMap(Entry::inside).flatMap(area -> area.own(part));
      // Inside what an error has stopped there may have been anything.
      boolean stopped = entry.isPresent() && entry.get().output().equals(Nodes.UNKNOWN);
      entry = inner.isEmpty() && stopped ? entry : inner;
    }
    return entry;
  }

  /** Names inside this area. */
  Collection<String> names() {
    return original == null ? entries.keySet() : original.names();
  }

  /** Every name that {@link #find} knows without a dot. */
  Collection<String> visible() {
    List<String> names = new ArrayList<>();
    for (Area area = this; area != null; area = area.outer) {
      names.addAll(area.entries.keySet());
    }
    return names;
  }
}
