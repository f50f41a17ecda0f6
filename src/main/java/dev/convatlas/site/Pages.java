package dev.convatlas.site;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/**
 * Fills templates. A template sees one variable, {@code page}, and the words of its language as
 * {@code #{key}}. May be used by several threads.
 */
final class Pages {
  private static final String ENDING = ".html";

  private final TemplateEngine engine = new TemplateEngine();

  private final Optional<Path> own;

  /**
   * @param own folder of templates that go before ours, each in place of ours of the same name
   */
  Pages(Optional<Path> own) {
    this.own = own;
    RecordProperties.install();
    own.ifPresent(folder -> engine.addTemplateResolver(resolver(folder)));
    ClassLoaderTemplateResolver packed =
        new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
    packed.setPrefix("templates/");
    packed.setSuffix(ENDING);
    packed.setTemplateMode(TemplateMode.HTML);
    packed.setCharacterEncoding(StandardCharsets.UTF_8.name());
    packed.setOrder(2);
    engine.addTemplateResolver(packed);
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
    } catch (TemplateProcessingException wrong) {
      throw fault(wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(template, e);
    }
    return bytes.toByteArray();
  }

  private static ITemplateResolver resolver(Path folder) {
    FileTemplateResolver resolver = new FileTemplateResolver();
    resolver.setPrefix(folder + "/");
    resolver.setSuffix(ENDING);
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    resolver.setCheckExistence(true);
    resolver.setOrder(1);
    return resolver;
  }

  /** A fault of the program, except where one of the catalog's own templates is at fault. */
  private RuntimeException fault(TemplateProcessingException wrong) {
    String name = wrong.getTemplateName();
    if (name == null || own.isEmpty() || !Files.exists(own.get().resolve(name + ENDING))) {
      return wrong;
    }
    Throwable root = wrong;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new TemplateFault(
        own.get().getFileName() + "/" + name + ENDING,
        wrong.getLine() == null ? 0 : wrong.getLine(),
        wrong.getCol() == null ? 0 : wrong.getCol(),
        String.valueOf(root.getMessage()),
        wrong);
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
