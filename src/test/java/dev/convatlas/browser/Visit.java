package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader's visit. At its end nothing may have gone wrong: no message in the console, no request
 * that left the site, not even one that the content security policy stopped.
 */
final class Visit implements AutoCloseable {
  /** What Chromium says of requests of a page that one leaves before it has all its files. */
  private static final String LEFT = "net::ERR_ABORTED";

  private final BrowserContext context;
  private final String root;
  private final Page page;
  private final List<String> wrong = new ArrayList<>();

  Visit(BrowserContext context, String root) {
    this.context = context;
    this.root = root;
    context.setDefaultTimeout(10_000);
    context.onRequest(
        request -> {
          if (!request.url().startsWith(root) && !request.url().startsWith("data:")) {
            wrong.add("request of " + request.url());
          }
        });
    context.onResponse(
        response -> {
          if (response.status() >= 400) {
            wrong.add(response.status() + " for " + response.url());
          }
        });
    context.onRequestFailed(
        request -> {
          if (!request.failure().equals(LEFT)) {
            wrong.add("no answer for " + request.url() + ": " + request.failure());
          }
        });
    context.onConsoleMessage(message -> wrong.add("console: " + message.text()));
    context.onWebError(error -> wrong.add("script: " + error.error()));
    this.page = context.newPage();
  }

  /**
   * @param path from the root of the site, such as {@code models/alexnet.html}
   */
  Page open(String path) {
    page.navigate(root + path);
    return page;
  }

  /** The whole address of a path: to wait for, since a browser tells of changes a moment later. */
  String at(String path) {
    return root + path;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Address of the page from the root of the site. */
  String address() {
    return page.url().substring(root.length());
  }

  @Override
  public void close() {
    context.close();
    assertThat(wrong).isEmpty();
  }
}
