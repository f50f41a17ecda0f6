package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No page of the sample site links to what is not there, and no kind of page is passed over. */
@ExtendWith(SampleSite.Given.class)
class SampleLinksIT {

  @Test
  void everyLinkLeadsSomewhere(SampleSite site) throws IOException {
    assertThat(broken(site.files().files())).isEmpty();
  }

  @Test
  void aDeadLinkIsFoundInEveryFolder(SampleSite site) throws IOException {
    SortedMap<String, byte[]> files = site.files().files();
    Map<String, String> pages =
        files.keySet().stream()
            .filter(path -> path.endsWith(".html"))
            .collect(
                Collectors.toMap(
                    path -> path.substring(0, path.lastIndexOf('/') + 1),
                    path -> path,
                    (first, next) -> first));
    assertThat(pages).containsKeys("", "models/", "families/", "guide/", "zh/guide/");
    for (String page : pages.values()) {
      Map<String, byte[]> changed = new TreeMap<>(files);
      String text = new String(files.get(page), StandardCharsets.UTF_8);
      String spoilt = text.replace("</main>", "<a href='#gone'>x</a></main>");
      changed.put(page, spoilt.getBytes(StandardCharsets.UTF_8));
      assertThat(broken(changed)).containsExactly(new Links.Broken(page, "#gone"));
    }
  }

  private static List<Links.Broken> broken(Map<String, byte[]> site) throws IOException {
    Links links = new Links();
    site.forEach(
        (path, content) -> {
          if (path.endsWith(".html")) {
            links.add(path, content);
          }
        });
    return links.check(site.keySet(), site::get);
  }
}
