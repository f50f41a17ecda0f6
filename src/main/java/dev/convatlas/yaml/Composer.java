package dev.convatlas.yaml;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Events to values. The library's own composer is not used: its limits carry no place, it does not
 * see duplicate keys, and it forgets where an alias stands.
 */
final class Composer {
  private static final String CORE = "tag:yaml.org,2002:";
  private static final Set<String> PLAIN_TAGS =
      Set.of(CORE + "int", CORE + "float", CORE + "bool", CORE + "null");
  private static final Set<String> TEXT_TAGS = Set.of("!", CORE + "str");
  private static final String MERGE = "<<";

  private final Parser events;
  private final Places places;
  private final Limits limits;
  private final Problems problems;
  private final Map<String, Composed> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private long values;
  private long aliases;

  /**
   * @param size number of values in it, aliases followed
   * @param height collections inside each other
   */
  private record Composed(Value value, long size, int height) {}

  /** Ends the reading of a file that is over a limit. */
  private static final class OverLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverLimit() {
      super(null, null, false, false);
    }
  }

  Composer(Parser events, Places places, Limits limits, Problems problems) {
    this.events = events;
    this.places = places;
    this.limits = limits;
    this.problems = problems;
  }

  /** The one document; nothing when there is none or it is over a limit. */
  Optional<Value> document() {
    events.getEvent();
    if (events.checkEvent(ID.StreamEnd)) {
      problems.error(places.file(), "yaml.empty");
      return Optional.empty();
    }
    events.getEvent();
    Value root;
    try {
      root = node(0).value();
    } catch (OverLimit reported) {
      return Optional.empty();
    }
    events.getEvent();
    if (!events.checkEvent(ID.StreamEnd)) {
      int second = start(events.peekEvent());
      problems.error(places.span(second, second + 3), "yaml.documents");
    }
    if (root instanceof Scalar scalar && scalar.isNull()) {
      problems.error(places.file(), "yaml.empty");
      return Optional.empty();
    }
    return Optional.of(root);
  }

  private Composed node(int depth) {
    Event event = events.getEvent();
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      open.add(anchor);
    }
    Composed composed =
        event instanceof ScalarEvent scalar
            ? scalar(scalar)
            : collection((CollectionStartEvent) event, depth + 1);
    if (anchor != null) {
      open.remove(anchor);
      anchors.put(anchor, composed);
    }
    return composed;
  }

  /** The anchor's value, its outermost place the alias's. */
  private Composed alias(AliasEvent event, int depth) {
    String anchor = event.getAnchor();
    SourceSpan span = places.span(start(event), end(event));
    aliases++;
    bound(Limit.ALIASES, aliases, span);
    Composed named = anchors.get(anchor);
    if (open.contains(anchor)) {
      problems.error(span, "yaml.alias.recursive", anchor);
      return new Composed(new Scalar(span, "", true), 1, 0);
    }
    if (named == null) {
      Diagnostic error = Diagnostic.error(span, Message.of("yaml.alias.unknown", anchor));
      Optional<String> near = Nearest.name(anchor, anchors.keySet());
      problems.add(near.map(n -> error.with(Note.of("yaml.did-you-mean", n))).orElse(error));
      return new Composed(new Scalar(span, "", true), 1, 0);
    }
    count(named.size(), span);
    bound(Limit.DEPTH, depth + (long) named.height(), span);
    return new Composed(placed(named.value(), span), named.size(), named.height());
  }

  private static Value placed(Value value, SourceSpan span) {
    if (value instanceof Scalar scalar) {
      return new Scalar(span, scalar.text(), scalar.plain());
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(span, sequence.items());
    }
    return new Mapping(span, ((Mapping) value).entries());
  }

  private Composed scalar(ScalarEvent event) {
    SourceSpan span = places.span(places.content(start(event)), end(event));
    count(1, span);
    String tag = event.getTag();
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    if (tag != null) {
      boolean known = PLAIN_TAGS.contains(tag) || TEXT_TAGS.contains(tag);
      if (!known) {
        refuse(tag, event);
      }
      plain = known ? PLAIN_TAGS.contains(tag) : plain;
    }
    // Those written as they are were found before; these are escapes.
    int hidden = Hidden.first(event.getValue());
    if (hidden >= 0) {
      int point = event.getValue().codePoints().skip(hidden).findFirst().getAsInt();
      problems.error(span, "yaml.hidden", Hidden.named(point));
    }
    return new Composed(new Scalar(span, event.getValue(), plain), 1, 0);
  }

  private Composed collection(CollectionStartEvent event, int depth) {
    int from = places.content(start(event));
    bound(Limit.DEPTH, depth, places.at(from));
    count(1, places.at(from));
    boolean list = event instanceof SequenceStartEvent;
    String tag = event.getTag();
    if (tag != null && !tag.equals("!") && !tag.equals(CORE + (list ? "seq" : "map"))) {
      refuse(tag, event);
    }
    return list ? sequence(event, from, depth) : mapping(event, from, depth);
  }

  private Composed sequence(CollectionStartEvent event, int from, int depth) {
    List<Value> items = new ArrayList<>();
    long size = 1;
    int height = 0;
    while (!events.checkEvent(ID.SequenceEnd)) {
      Composed item = node(depth);
      items.add(item.value());
      size += item.size();
      height = Math.max(height, item.height());
    }
    int to = end(events.getEvent());
    SourceSpan span = event.isFlow() ? places.span(from, to) : covering(places.at(from), items);
    return new Composed(new Sequence(span, items), size, height + 1);
  }

  private Composed mapping(CollectionStartEvent event, int from, int depth) {
    Map<String, Entry> own = new LinkedHashMap<>();
    List<Value> shown = new ArrayList<>();
    Map<String, Entry> merged = new LinkedHashMap<>();
    int mergedAt = 0;
    SourceSpan mergeKey = null;
    long size = 1;
    int height = 0;
    while (!events.checkEvent(ID.MappingEnd)) {
      boolean missing = events.peekEvent() instanceof ScalarEvent s && start(s) == end(s);
      Composed composedKey = node(depth);
      Value key = composedKey.value();
      Composed value = node(depth);
      size += composedKey.size() + value.size();
      height = Math.max(height, value.height());
      if (shown.isEmpty()) {
        shown.addAll(List.of(key, value.value()));
      }
      if (!(key instanceof Scalar name)) {
        problems.error(key.span(), "yaml.key.structure");
      } else if (missing) {
        problems.error(key.span(), "yaml.key.missing");
      } else if (name.plain() && name.text().equals(MERGE)) {
        if (mergeKey != null) {
          duplicate(name, mergeKey);
        } else {
          mergeKey = name.span();
          mergedAt = own.size();
          merge(value.value(), merged);
        }
      } else {
        Entry first = own.putIfAbsent(name.text(), new Entry(name, value.value()));
        if (first != null) {
          duplicate(name, first.key().span());
        }
      }
    }
    int to = end(events.getEvent());
    SourceSpan span = event.isFlow() ? places.span(from, to) : covering(places.at(from), shown);
    List<Entry> entries = new ArrayList<>(own.values());
    merged.keySet().removeAll(own.keySet());
    entries.addAll(mergedAt, merged.values());
    return new Composed(new Mapping(span, entries), size, height + 1);
  }

  /** Merged entries stand where {@code <<} does; earlier mappings win over later ones. */
  private void merge(Value value, Map<String, Entry> into) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> into.putIfAbsent(entry.key().text(), entry));
    } else if (value instanceof Sequence list
        && list.items().stream().allMatch(Mapping.class::isInstance)) {
      list.items().forEach(item -> merge(item, into));
    } else {
      problems.error(value.span(), "yaml.merge", value.shown());
    }
  }

  private void duplicate(Scalar key, SourceSpan first) {
    problems.add(
        Diagnostic.error(key.span(), Message.of("yaml.key.duplicate", key.text()))
            .with(Note.at(first, "yaml.key.first")));
  }

  /** A block collection has no end of its own: it is shown as far as its first line's parts go. */
  private static SourceSpan covering(SourceSpan start, List<Value> parts) {
    int end = start.column() + start.length();
    for (Value part : parts.subList(0, Math.min(2, parts.size()))) {
      if (part.span().line() == start.line()) {
        end = Math.max(end, part.span().column() + part.span().length());
      }
    }
    return new SourceSpan(start.path(), start.line(), start.column(), end - start.column());
  }

  private void refuse(String tag, NodeEvent event) {
    String shown = tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
    problems.error(places.at(start(event)), "yaml.tag", shown);
  }

  private void count(long more, SourceSpan place) {
    values += more;
    bound(Limit.VALUES, values, place);
  }

  private void bound(Limit limit, long found, SourceSpan place) {
    if (found > limits.get(limit)) {
      problems.add(exceeded(limit, limits, place));
      throw new OverLimit();
    }
  }

  static Diagnostic exceeded(Limit limit, Limits limits, SourceSpan place) {
    return Diagnostic.error(place, Message.of("limit." + limit.key(), limits.get(limit)))
        .with(Note.of("limit.raise", limit.key(), limits.get(limit)));
  }

  private static int start(Event event) {
    return event.getStartMark().getIndex();
  }

  private static int end(Event event) {
    return event.getEndMark().getIndex();
  }
}
