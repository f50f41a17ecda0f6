package dev.convatlas.site;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Fills templates. A template sees one variable, {@code page}, and the words of its language as
 * {@code #{key}}. May be used by several threads.
 */
final class Pages {
  /** Errors are thrown to whoever renders, who reports them; a trace of the stack says no more. */
  private static final Logger LOG = Logger.getLogger("org.thymeleaf");

  private final TemplateEngine engine = new TemplateEngine();
  private final TemplateSources sources;

  /**
   * @param own folder of templates that go before ours
   */
  Pages(Optional<Path> own) {
    RecordProperties.install();
    LOG.setLevel(Level.OFF);
    this.sources = new TemplateSources(own);
    engine.setTemplateResolver(new Resolver(sources));
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

  /** A fault of the program, except where one of the catalog's own templates is at fault. */
  private RuntimeException fault(TemplateProcessingException wrong) {
    String name = wrong.getTemplateName();
    if (name == null || !sources.isOwn(name)) {
      return wrong;
    }
    Throwable root = wrong;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new TemplateFault(
        sources.shown(name),
        wrong.getLine() == null ? 0 : wrong.getLine(),
        wrong.getCol() == null ? 0 : wrong.getCol(),
        String.valueOf(root.getMessage()),
        wrong);
  }

  /** Templates as their sources have them, parsed once. */
  private static final class Resolver extends AbstractConfigurableTemplateResolver {
    private final TemplateSources sources;

    Resolver(TemplateSources sources) {
      this.sources = sources;
      setTemplateMode(TemplateMode.HTML);
    }

    @Override
    protected ITemplateResource computeTemplateResource(
        IEngineConfiguration configuration,
        String ownerTemplate,
        String template,
        String resourceName,
        String characterEncoding,
        Map<String, Object> attributes) {
      return sources.text(template).map(StringTemplateResource::new).orElse(null);
    }
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
