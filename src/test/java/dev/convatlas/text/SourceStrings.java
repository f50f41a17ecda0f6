package dev.convatlas.text;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The strings that the main sources hold, and the calls that name a message.
 *
 * @param literals every string literal
 * @param calls every call whose key is a literal
 */
record SourceStrings(TreeSet<String> literals, List<Call> calls) {
  private static final Path SOURCES = Path.of("src/main/java");

  /** Methods that take a message's key, and where among their arguments it stands. */
  private static final Map<String, Integer> KEYED =
      Map.ofEntries(
          Map.entry("Message.of", 0),
          Map.entry("Refusal.of", 0),
          Map.entry("OutputRefused.of", 0),
          Map.entry("Note.of", 0),
          Map.entry("Diagnostic.Note.of", 0),
          Map.entry("Reading.unknown", 0),
          Map.entry("Note.at", 1),
          Map.entry("Diagnostic.Note.at", 1),
          Map.entry("problems.error", 1),
          Map.entry("problems.warning", 1),
          Map.entry("words.text", 0),
          Map.entry("edition.word", 0));

  /**
   * A call such as {@code Message.of("shape.split", a, b)}.
   *
   * @param arguments how many follow the key
   */
  record Call(String where, String key, int arguments) {}

  static SourceStrings read() {
    SourceStrings found = new SourceStrings(new TreeSet<>(), new ArrayList<>());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(SOURCES);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        found.scan(unit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private void scan(CompilationUnitTree unit) {
    String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text) {
          literals.add(text);
        }
        return super.visitLiteral(literal, null);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        Integer place = KEYED.get(call.getMethodSelect().toString());
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (place != null
            && place < arguments.size()
            && arguments.get(place) instanceof LiteralTree literal) {
          int rest = arguments.size() - place - 1;
          calls.add(new Call(file, (String) literal.getValue(), rest));
        }
        return super.visitMethodInvocation(call, null);
      }
    }.scan(unit, null);
  }
}
