package dev.convatlas.site;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills templates. A template sees one variable, {@code page}, and the words of its language as
 * {@code #{key}}. May be used by several threads.
 */
final class Pages {
  private final TemplateEngine engine = new TemplateEngine();

  Pages() {
    RecordProperties.install();
    ClassLoaderTemplateResolver packed =
        new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
    packed.setPrefix("templates/");
    packed.setSuffix(".html");
    packed.setTemplateMode(TemplateMode.HTML);
    packed.setCharacterEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateResolver(packed);
    engine.setMessageResolver(new Words());
  }

  /**
   * @param template name without ending, such as {@code model}
   * @param page the view-model
   */
  byte[] render(String template, Language language, Object page) {
    Context context = new Context(Locale.forLanguageTag(language.tag()), Map.of("page", page));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      engine.process(template, context, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(template, e);
    }
    return bytes.toByteArray();
  }

  /** The project's own message files; a key that is missing stops the page. */
  private static final class Words extends AbstractMessageResolver {
    @Override
    public String resolveMessage(
        ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
      Language language = Language.of(context.getLocale().getLanguage()).orElseThrow();
      return Messages.of(language).text(key, parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
        ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
      throw new IllegalStateException("no message '" + key + "'");
    }
  }
}
