package dev.convatlas.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, which stands behind validator.w3.org. One of them is for one thread. */
final class Checker {
  private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

  /** Where the pages would be, so that what they load comes from their own host. */
  private static final String ROOT = "https://site.invalid/project/";

  private static final int THREADS = 2;

  /** In bytes: the checker reads its schema by deep recursion. */
  private static final long STACK = 64L << 20;

  private final SimpleDocumentValidator validator =
      new SimpleDocumentValidator(false, false, false);
  private final List<String> complaints = new ArrayList<>();

  private Checker() {
    try {
      validator.setUpMainSchema(SCHEMA, new Complaints());
      validator.setUpValidatorAndParsers(new Complaints(), false, false);
    } catch (Exception unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  /** What is wrong with a site's pages, errors and warnings alike, with lines and columns. */
  static List<String> check(SortedMap<String, byte[]> site) throws InterruptedException {
    List<String> pages = site.keySet().stream().filter(path -> path.endsWith(".html")).toList();
    ExecutorService threads =
        Executors.newFixedThreadPool(THREADS, task -> new Thread(null, task, "checker", STACK));
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int first = i;
        tasks.add(() -> new Checker().every(THREADS, first, pages, site));
      }
      List<String> complaints = new ArrayList<>();
      for (Future<List<String>> task : threads.invokeAll(tasks)) {
        complaints.addAll(task.get());
      }
      return complaints;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> every(
      int step, int first, List<String> pages, SortedMap<String, byte[]> site) {
    List<String> all = new ArrayList<>();
    for (int i = first; i < pages.size(); i += step) {
      all.addAll(check(pages.get(i), site.get(pages.get(i))));
    }
    return all;
  }

  private List<String> check(String path, byte[] content) {
    complaints.clear();
    InputSource source = new InputSource(new ByteArrayInputStream(content));
    source.setSystemId(ROOT + path);
    source.setEncoding("UTF-8");
    try {
      validator.checkHtmlInputSource(source);
    } catch (SAXException fatal) {
      complaints.add(path + ": " + fatal.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(path, impossible);
    }
    return List.copyOf(complaints);
  }

  private final class Complaints implements ErrorHandler {
    @Override
    public void warning(SAXParseException complaint) {
      error(complaint);
    }

    @Override
    public void error(SAXParseException complaint) {
      String path = complaint.getSystemId() == null ? "" : complaint.getSystemId();
      complaints.add(
          path.replace(ROOT, "")
              + ":"
              + complaint.getLineNumber()
              + ":"
              + complaint.getColumnNumber()
              + ": "
              + complaint.getMessage());
    }

    @Override
    public void fatalError(SAXParseException complaint) {
      error(complaint);
    }
  }
}
