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

  /**
   * Where a method takes a message's key.
   *
   * @param place among its arguments
   * @param beginning of the key, where the argument is only its end
   */
  private record Keyed(int place, String beginning) {}

  private static final Keyed FIRST = new Keyed(0, "");
  private static final Keyed SECOND = new Keyed(1, "");

  private static final Map<String, Keyed> KEYED =
      Map.ofEntries(
          Map.entry("Message.of", FIRST),
          Map.entry("Refusal.of", FIRST),
          Map.entry("OutputRefused.of", FIRST),
          Map.entry("Stopped.with", SECOND),
          Map.entry("Note.of", FIRST),
          Map.entry("Diagnostic.Note.of", FIRST),
          Map.entry("Reading.unknown", FIRST),
          Map.entry("Note.at", SECOND),
          Map.entry("Diagnostic.Note.at", SECOND),
          Map.entry("problems.error", SECOND),
          Map.entry("problems.warning", SECOND),
          Map.entry("Keys.known", new Keyed(2, "subject.")),
          Map.entry("words.text", FIRST),
          Map.entry("edition.word", FIRST));

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
        Keyed keyed = KEYED.get(call.getMethodSelect().toString());
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (keyed != null
            && keyed.place() < arguments.size()
            && arguments.get(keyed.place()) instanceof LiteralTree literal) {
          String key = keyed.beginning() + literal.getValue();
          calls.add(new Call(file, key, arguments.size() - keyed.place() - 1));
        }
        return super.visitMethodInvocation(call, null);
      }
    }.scan(unit, null);
  }
}
