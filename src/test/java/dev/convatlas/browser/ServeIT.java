package dev.convatlas.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.convatlas.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code convatlas serve} as a process of its own, with a browser that looks at it. */
@ExtendWith(InBrowser.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServeIT {
  private static final String NET =
      """
      title: A net
      input: [3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3}
        - relu
      """;

  private final TestBed bed;
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Process process;
  private BufferedReader out;
  private String root;

  ServeIT(TestBed bed) {
    this.bed = bed;
  }

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("net.yaml"), NET);
    Files.writeString(folder.resolve("other.yaml"), NET.replace("A net", "Another"));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                folder.toString(),
                "--port",
                "0",
                "--no-cache",
                "--language",
                "en")
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    out = process.inputReader(StandardCharsets.UTF_8);
    root = out.readLine();
    assertThat(root).as(said()).matches("http://127\\.0\\.0\\.1:\\d+/");
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  /** As editors do: the old file is replaced. */
  private void save(String name, String text) throws IOException {
    Path fresh = Files.writeString(folder.resolve(".fresh"), text);
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(root + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aSavedFileIsSeenAtOnceAndABrokenOneIsSaid() throws IOException {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext reader = bed.browser().newContext()) {
      // Not a visit: a page that is loaded again stops listening, which counts as a failed request.
      reader.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
      reader.onWebError(error -> complaints.add(error.error()));
      Page page = reader.newPage();
      page.navigate(root + "models/net.html");
      assertThat(page.locator("h1")).hasText("A net");
      save("net.yaml", NET.replace("A net", "The same net"));
      assertThat(page.locator("h1")).hasText("The same net");

      save("net.yaml", NET.replace("conv2d", "conv9d"));
      assertThat(page.locator("#convatlas-problems")).containsText("net.yaml:4:5: error");
      assertThat(page.locator("#convatlas-problems")).containsText("conv9d");
      assertThat(page.locator("h1")).hasText("The same net");
      page.reload();
      assertThat(page.locator("#convatlas-problems")).isVisible();
      assertThat(page.locator("h1")).hasText("The same net");

      save("net.yaml", NET.replace("A net", "Mended"));
      assertThat(page.locator("h1")).hasText("Mended");
      assertThat(page.locator("#convatlas-problems")).hasCount(0);
    }
    assertThat(complaints).isEmpty();
    assertThat(said()).contains("net.yaml changed", "net.yaml:4:5: error").doesNotContain("\tat ");
  }

  @Test
  void onlyPagesThatChangedAreLoadedAgain() throws Exception {
    String other = get("models/other.html").body();
    Matcher version = Pattern.compile("data-version=\"([0-9a-f]{64})\"").matcher(other);
    assertThat(version.find()).isTrue();
    HttpResponse<InputStream> events =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(
                        root
                            + ".convatlas/events?page=models/other.html&version="
                            + version.group(1)))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(events.headers().firstValue("Content-Type"))
        .contains("text/event-stream; charset=utf-8");
    // A change elsewhere that this page prints nothing of, and one of the page's own file.
    save("net.yaml", NET.replace("out_channels: 4", "out_channels: 5"));
    while (!said().contains("net.yaml changed")) {
      Thread.sleep(20);
    }
    save("other.yaml", NET.replace("A net", "Yet another"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: reload");
    }
    while (!said().contains("other.yaml changed")) {
      Thread.sleep(20);
    }
    assertThat(get("models/other.html").body()).contains("Yet another");
  }

  @Test
  void onlyThisMachineGetsWhatTheSiteHas() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    for (String path :
        List.of(
            "secret.txt", "net.yaml", "..%2fsecret.txt", "%2e%2e/secret.txt", "models//net.html")) {
      HttpResponse<String> none = get(path);
      assertThat(none.statusCode()).as(path).isEqualTo(404);
      assertThat(none.body()).doesNotContain("secret\n");
    }
    URI address = URI.create(root);
    for (String host : List.of("example.org", "127.0.0.1", "localhost.example.org", "")) {
      assertThat(raw(address, "GET /index.html HTTP/1.1\r\nHost: " + host))
          .as(host)
          .startsWith("HTTP/1.1 403")
          .doesNotContain("A net");
    }
    String own = "Host: localhost:" + address.getPort();
    assertThat(raw(address, "GET /index.html HTTP/1.1\r\n" + own)).startsWith("HTTP/1.1 200");
    assertThat(raw(address, "GET /../../../etc/passwd HTTP/1.1\r\n" + own))
        .doesNotContain("root:")
        .startsWith("HTTP/1.1 404");
    assertThat(raw(address, "POST /index.html HTTP/1.1\r\n" + own)).startsWith("HTTP/1.1 405");
  }

  private static String raw(URI address, String head) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** With a page open that listens. */
  @Test
  void controlCEndsIt() throws Exception {
    HttpResponse<InputStream> events =
        client.send(
            HttpRequest.newBuilder(URI.create(root + ".convatlas/events?page=index.html")).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(events.statusCode()).isEqualTo(200);
    String id = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-INT", id).start().waitFor()).isZero();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    // By the convention of shells: ended by signal 2.
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(said()).doesNotContain("Exception");
  }
}
