package dev.convatlas.site;

import dev.convatlas.definition.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A small site of some sample files, rendered once for all tests of a run.
 *
 * @param files of the site
 */
public record SampleSite(CatalogFolder catalog, MemorySink files) {

  /** Models that people compare, one that is nothing like them, and the one of most layers. */
  private static final String[] FILES = {
    "lenet5.yaml",
    "alexnet.yaml",
    "resnet.yaml",
    "resnext.yaml",
    "wide_resnet.yaml",
    "unet.yaml",
    "efficientnet_v2.yaml"
  };

  private static SampleSite rendered() {
    CatalogFolder catalog = CatalogFolder.read(CatalogFolder.SAMPLES, FILES);
    return new SampleSite(catalog, catalog.render(2));
  }

  /** All the sample files: it takes minutes. */
  public static SampleSite whole() {
    try (Stream<Path> files = Files.list(CatalogFolder.SAMPLES)) {
      String[] names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && !name.equals(SettingsReader.FILE))
              .sorted()
              .toArray(String[]::new);
      CatalogFolder catalog = CatalogFolder.read(CatalogFolder.SAMPLES, names);
      return new SampleSite(catalog, catalog.render(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this run. */
  public static SampleSite of(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SampleSite.class))
        .computeIfAbsent(SampleSite.class, type -> rendered(), SampleSite.class);
  }

  /** Gives it to tests that ask for it. */
  static final class Given implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SampleSite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return of(context);
    }
  }
}
