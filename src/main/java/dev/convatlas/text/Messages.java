package dev.convatlas.text;

import dev.convatlas.source.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The sentences of one language, from {@code messages/<language>/<area>.properties} (UTF-8).
 *
 * <p>A sentence has places. <code>{0}</code> is the first argument, and <code>{0|layer|layers}
 * </code> one of two wordings: the first when that argument is written {@code 1}. Everything else,
 * quotes and other braces included, stands for itself. Numbers are written in plain digits; who
 * wants them grouped or shortened passes what {@link Numbers} made of them. Arguments that are
 * messages are sentences of the same language.
 */
public final class Messages {

  /** The one list of areas: each is a file in every language, and a key is in one of them only. */
  static final List<String> AREAS =
      List.of(
          "about",
          "analysis",
          "browser",
          "catalog",
          "cli",
          "chart",
          "compare",
          "convention",
          "definition",
          "explore",
          "drawing",
          "embed",
          "format",
          "graph",
          "layer",
          "publish",
          "site",
          "study",
          "text",
          "tray",
          "yaml");

  private final Language language;
  private final Map<String, String> sentences;

  private Messages(Language language, Map<String, String> sentences) {
    this.language = language;
    this.sentences = Map.copyOf(sentences);
  }

  /** Read when the language is first asked for: a command in one language reads one. */
  private static final class English {
    static final Messages MESSAGES = load(Language.ENGLISH);
  }

  private static final class Chinese {
    static final Messages MESSAGES = load(Language.CHINESE);
  }

  public static Messages of(Language language) {
    return switch (language) {
      case ENGLISH -> English.MESSAGES;
      case CHINESE -> Chinese.MESSAGES;
    };
  }

  public Language language() {
    return language;
  }

  /**
   * The sentence with its places filled in; arguments that are messages are sentences too.
   *
   * @throws IllegalStateException when the language has no such sentence, or the sentence has a
   *     place that the message does not fill
   */
  public String text(Message message) {
    List<String> arguments = new ArrayList<>(message.arguments().size());
    for (Object argument : message.arguments()) {
      arguments.add(written(argument));
    }
    return Places.fill(message.key(), sentence(message.key()), arguments);
  }

  public String text(String key, Object... arguments) {
    return text(Message.of(key, arguments));
  }

  /** A sentence with its places, for a script to fill. */
  public String sentence(String key) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalStateException(
          "no message '" + key + "' in language '" + language.tag() + "'");
    }
    return sentence;
  }

  /** All the sentences of an area, with their places. */
  public Map<String, String> area(String area) {
    Map<String, String> all = new HashMap<>();
    read(language, area).forEach((key, sentence) -> all.put((String) key, (String) sentence));
    return all;
  }

  private String written(Object argument) {
    return argument instanceof Message message ? text(message) : argument.toString();
  }

  private static Messages load(Language language) {
    Map<String, String> sentences = new HashMap<>();
    for (String area : AREAS) {
      read(language, area)
          .forEach(
              (key, sentence) -> {
                if (sentences.put((String) key, (String) sentence) != null) {
                  throw new IllegalStateException("message '" + key + "' is in two areas");
                }
              });
    }
    return new Messages(language, sentences);
  }

  static Properties read(Language language, String area) {
    String path = "/messages/" + language.tag() + "/" + area + ".properties";
    Properties properties = new Properties();
    try (InputStream stream = Messages.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no message file " + path);
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return properties;
  }
}
