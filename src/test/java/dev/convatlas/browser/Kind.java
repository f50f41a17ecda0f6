package dev.convatlas.browser;

import java.util.Comparator;
import java.util.Map;

/** One page of each kind, and the states of those that scripts fill. */
enum Kind {
  CATALOG("index.html"),
  FILTERED("index.html#family=resnet&q=no"),
  MODEL("models/resnet18.html"),
  FAMILY("families/resnet.html"),
  COMPARE("compare.html"),
  COMPARED("compare.html#m=resnet18,resnet50,alexnet"),
  AUTHORED("compare/wider_or_grouped.html"),
  LAYERS("layers/index.html"),
  GUIDE("guide/index.html"),
  CHAPTER("guide/receptive-field.html"),
  WRITING("guide/writing.html"),
  CONVENTIONS("guide/conventions.html"),
  DATA("guide/data.html"),
  BUILT("build.html"),
  CHANGES("changes.html"),
  SEARCH("search.html"),
  FOUND("search.html#q=net"),
  CARD("embed/resnet18.html"),
  NOT_FOUND("404.html");

  private final String address;

  Kind(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  String path() {
    return address.replaceFirst("#.*", "");
  }

  /** Path of the model page of most bytes. */
  static String heaviest(TestBed bed) {
    return bed.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("models/"))
        .max(Comparator.comparing(file -> file.getValue().length))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
