package dev.convatlas.cli;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convatlas.site.TemplateFault;
import dev.convatlas.source.Message;
import dev.convatlas.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a preview to this machine. It never opens a file for a request: what a site does not have
 * cannot be asked for. Requests that name another host are refused, or any web site could read the
 * preview by a name that it lets lead here.
 */
final class PreviewServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("xml", "application/xml; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final byte[] SCRIPT = script();

  private final Preview preview;
  private final Messages words;
  private final Changes changes;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> hosts;

  /**
   * @param port 0 for any that is free
   * @throws java.net.BindException when somebody else has the port
   */
  PreviewServer(Preview preview, int port, Messages words) throws IOException {
    this.preview = preview;
    this.words = words;
    this.changes = new Changes(preview);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    int taken = server.getAddress().getPort();
    this.hosts = Set.of("127.0.0.1:" + taken, "localhost:" + taken, "[::1]:" + taken);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Tells the pages that are open what changed. */
  void changed() {
    changes.tell();
  }

  private static final class Answer {
    private final int code;
    private final String type;
    private final byte[] content;

    Answer(int code, String type, byte[] content) {
      this.code = code;
      this.type = type;
      this.content = content;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Answer> refused = refused(exchange);
      String path = path(exchange);
      if (refused.isEmpty() && path.equals(LivePage.EVENTS)) {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        changes.listen(exchange, query.getOrDefault("page", ""), query.getOrDefault("version", ""));
        return;
      }
      Answer answer = refused.orElseGet(() -> content(path));
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.type);
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("X-Frame-Options", "DENY");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      int length = answer.content.length;
      exchange.sendResponseHeaders(answer.code, head || length == 0 ? -1 : length);
      if (!head) {
        try (OutputStream body = exchange.getResponseBody()) {
          body.write(answer.content);
        }
      }
    }
  }

  private Optional<Answer> refused(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.of(plain(403, words.text("serve.host", String.valueOf(host))));
    }
    String method = exchange.getRequestMethod();
    return method.equals("GET") || method.equals("HEAD")
        ? Optional.empty()
        : Optional.of(plain(405, method));
  }

  private static Answer plain(int code, String text) {
    return new Answer(code, TYPES.get("txt"), (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The file that is meant, by its path in the site. */
  private static String path(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String file = path == null || path.isEmpty() ? "" : path.substring(1);
    return file.isEmpty() || file.endsWith("/") ? file + "index.html" : file;
  }

  private Answer content(String path) {
    if (path.equals(LivePage.SCRIPT)) {
      return new Answer(200, TYPES.get("js"), SCRIPT);
    }
    Preview.State state = preview.state();
    String version = state.site().version(path);
    try {
      Optional<byte[]> file = state.site().file(path);
      if (file.isEmpty()) {
        return page(404, words.text("serve.none"), path, path, version);
      }
      String type =
          TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
      byte[] content =
          path.endsWith(".html") ? LivePage.of(file.get(), path, version, words) : file.get();
      return new Answer(200, type, content);
    } catch (TemplateFault wrong) {
      return page(500, words.text("serve.failed"), words.text(wrong.message()), path, version);
    } catch (RuntimeException fault) {
      String said = words.text(Message.of("cli.fault", fault.toString()));
      return page(500, words.text("serve.failed"), said, path, version);
    }
  }

  private Answer page(int code, String title, String text, String path, String version) {
    byte[] page = LivePage.about(title, text, path, version, words);
    return new Answer(code, TYPES.get("html"), page);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String part : (raw == null ? "" : raw).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        query.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static byte[] script() {
    try (InputStream stream = PreviewServer.class.getResourceAsStream("/serve/live.js")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    changes.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
