package dev.convatlas.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.convatlas.site.CatalogFolder;
import dev.convatlas.site.MemorySink;
import dev.convatlas.site.SampleSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What the browser tests of a run share: one Chromium, one small site on disk, one server. */
final class TestBed implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** How a page is opened. */
  enum Way {
    FILE,
    HTTP
  }

  private final SampleSite site;
  private final Path folder;
  private final SiteServer server;
  private final Playwright playwright;
  private final Browser browser;

  private TestBed(SampleSite site, Path folder, SiteServer server) {
    this.site = site;
    this.folder = folder;
    this.server = server;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    boolean root = "root".equals(System.getProperty("user.name"));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium().orElseThrow())
                    .setArgs(root ? List.of("--no-sandbox") : List.of()));
  }

  static Optional<Path> chromium() {
    return BROWSERS.stream().map(Path::of).filter(Files::exists).findFirst();
  }

  static TestBed start(SampleSite site) {
    try {
      Path folder = Files.createTempDirectory("convatlas-browser");
      write(site.files(), folder);
      return new TestBed(site, folder, SiteServer.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(MemorySink site, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  CatalogFolder catalog() {
    return site.catalog();
  }

  /** The files of the site by path. */
  SortedMap<String, byte[]> files() {
    return site.files().files();
  }

  Browser browser() {
    return browser;
  }

  /** Where the site begins, with a slash at its end. */
  String root(Way way) {
    return way == Way.FILE ? folder.toUri().toString() : server.root();
  }

  /** A new reader, with nothing stored. */
  Visit visit(Way way) {
    return visit(way, new Browser.NewContextOptions());
  }

  Visit visit(Way way, Browser.NewContextOptions options) {
    return new Visit(browser.newContext(options), root(way));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
