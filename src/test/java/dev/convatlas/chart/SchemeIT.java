package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A picture in a page follows the system and the page's switch, opened from a file, under the
 * pages' content security policy. Needs Chromium; skipped where there is none.
 */
class SchemeIT {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @TempDir Path folder;

  @Test
  void followsTheSystemAndTheSwitch() throws Exception {
    Optional<Path> browser =
        Stream.of(BROWSERS).flatMap(List::stream).map(Path::of).filter(Files::exists).findFirst();
    assumeTrue(browser.isPresent(), "no Chromium");
    Picture picture = Pictures.of(Picture.Form.BARS, 5, index -> index);
    Files.write(folder.resolve("chart.svg"), Painter.svg(picture, "chart"));
    Files.writeString(
        folder.resolve("page.css"),
        """
        :root { color-scheme: light dark }
        [data-theme=light] { color-scheme: light }
        [data-theme=dark] { color-scheme: dark }
        """);
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser chromium =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(browser.get())
                        .setArgs(List.of("--no-sandbox")))) {
      for (ColorScheme system : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Palette usual = system == ColorScheme.LIGHT ? Palette.LIGHT : Palette.DARK;
        assertThat(corner(chromium, system, "")).isEqualTo(usual.background());
        assertThat(corner(chromium, system, "light")).isEqualTo(Palette.LIGHT.background());
        assertThat(corner(chromium, system, "dark")).isEqualTo(Palette.DARK.background());
      }
    }
  }

  /** The colour that a picture has in its corner. */
  private Color corner(Browser browser, ColorScheme system, String theme) throws Exception {
    Path file = folder.resolve("page.html");
    Files.writeString(
        file,
        """
        <!doctype html><html data-theme="%s"><meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'self'; img-src 'self' data:">
        <link rel="stylesheet" href="page.css"><img src="chart.svg" alt="">
        """
            .replace("%s", theme));
    try (Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(system))) {
      page.navigate(file.toUri().toString());
      byte[] seen = page.locator("img").screenshot();
      return new Color(ImageIO.read(new ByteArrayInputStream(seen)).getRGB(2, 2));
    }
  }
}
