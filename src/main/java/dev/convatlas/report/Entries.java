package dev.convatlas.report;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Summary;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that can be found on a site, in one language. */
public final class Entries {
  private Entries() {}

  /**
   * A heading of the guide.
   *
   * @param id its anchor; empty when it has none
   */
  public record Heading(String chapter, String id, String title) {}

  public static List<Entry> of(Edition edition, Catalog catalog, List<Heading> headings) {
    List<Entry> entries = new ArrayList<>();
    catalog.models().forEach(model -> entries.add(model(edition, model)));
    catalog.families().forEach(family -> entries.add(family(edition, family)));
    catalog.comparisons().forEach(one -> entries.add(comparison(edition, one)));
    tags(catalog).forEach(tag -> entries.add(tag(edition, tag)));
    LayerTypes.ALL.forEach(type -> entries.add(layer(edition, type)));
    GuidePage.CHAPTERS.forEach(chapter -> entries.add(chapter(edition, chapter)));
    headings.forEach(heading -> entries.add(heading(edition, heading)));
    return entries;
  }

  static Set<String> tags(Catalog catalog) {
    Set<String> tags = new TreeSet<>();
    catalog.models().forEach(model -> tags.addAll(model.metadata().tags()));
    return tags;
  }

  /** Anchor of a tag on the search page. */
  static String anchor(String tag) {
    return "tag-" + tag.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  private static Entry model(Edition edition, Summary model) {
    Set<String> words = new LinkedHashSet<>();
    words.add(edition.text(model.metadata().family()));
    words.add(edition.said(model.metadata().task()));
    model.metadata().tags().forEach(tag -> words.add(edition.said(tag)));
    words.add(model.metadata().task());
    words.addAll(model.metadata().tags());
    words.addAll(model.metadata().aliases());
    // Who reads Chinese may know a model by its English name only.
    words.add(model.metadata().title().plain());
    String title = edition.text(model.metadata().title());
    words.remove(title);
    words.remove("");
    return new Entry(
        Entry.Kind.MODEL, title, Addresses.model(model.id()), model.id(), List.copyOf(words));
  }

  private static Entry family(Edition edition, Family family) {
    String title = edition.text(family.title());
    List<String> words =
        Stream.of(family.title().plain()).filter(plain -> !plain.equals(title)).toList();
    return new Entry(
        Entry.Kind.FAMILY,
        title,
        Addresses.family(family.id()),
        edition.word("site.index.count", family.models().size()),
        words);
  }

  private static Entry comparison(Edition edition, Authored comparison) {
    List<String> words =
        comparison.models().stream().map(model -> edition.text(model.metadata().title())).toList();
    return new Entry(
        Entry.Kind.COMPARISON,
        edition.text(comparison.title()),
        Addresses.comparison(comparison.id()),
        String.join(" · ", words),
        comparison.ids());
  }

  private static Entry tag(Edition edition, String tag) {
    String said = edition.said(tag);
    return new Entry(
        Entry.Kind.TAG,
        said,
        SearchPage.PATH + "#" + anchor(tag),
        "",
        said.equals(tag) ? List.of() : List.of(tag));
  }

  private static Entry layer(Edition edition, LayerType type) {
    String category =
        edition.word("site.category." + type.category().name().toLowerCase(Locale.ROOT));
    return new Entry(
        Entry.Kind.LAYER,
        type.name(),
        Addresses.layer(type.name()),
        category,
        type.torch().isEmpty() ? List.of() : List.of(type.torch()));
  }

  private static Entry chapter(Edition edition, String chapter) {
    return new Entry(
        Entry.Kind.GUIDE,
        edition.word("site.guide." + chapter),
        Addresses.guide(chapter),
        "",
        List.of(edition.word("site.guide." + chapter + ".summary")));
  }

  private static Entry heading(Edition edition, Heading heading) {
    String address = Addresses.guide(heading.chapter());
    return new Entry(
        Entry.Kind.GUIDE,
        heading.title(),
        heading.id().isEmpty() ? address : address + "#" + heading.id(),
        edition.word("site.guide." + heading.chapter()),
        List.of());
  }
}
