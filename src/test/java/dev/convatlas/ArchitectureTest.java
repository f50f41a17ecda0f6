package dev.convatlas;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages, the places of the libraries, and what makes output the same. */
class ArchitectureTest {
  private static final String ROOT = "dev.convatlas.";
  private static final Path SOURCES = Path.of("src/main/java/dev/convatlas");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.convatlas");

  /** The arrows of the design: a package may use these, and what they may use. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("source", List.of()),
          Map.entry("tensor", List.of("source")),
          Map.entry("text", List.of("source")),
          Map.entry("yaml", List.of("source")),
          Map.entry("definition", List.of("yaml", "source")),
          Map.entry("layer", List.of("tensor", "yaml", "source")),
          Map.entry("graph", List.of("definition", "layer", "source")),
          Map.entry("analysis", List.of("graph", "layer", "tensor")),
          Map.entry("convention", List.of("analysis", "layer", "tensor")),
          Map.entry("catalog", List.of("analysis", "convention")),
          Map.entry("chart", List.of("catalog", "text")),
          Map.entry("drawing", List.of("analysis")),
          Map.entry("report", List.of("catalog", "chart", "drawing", "text")),
          Map.entry("site", List.of("report", "chart")),
          Map.entry("cli", List.of("site", "report")));

  /**
   * Libraries by the beginning of their packages, and the classes that use each; all of the command
   * line is made with picocli.
   */
  private static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          entry(
              "com.ezylang.evalex.",
              List.of(
                  "definition.Adapters",
                  "definition.Engine",
                  "definition.Evaluation",
                  "definition.Grammar")),
          entry(
              "com.google.gson.",
              List.of(
                  "site.ComparisonFiles",
                  "site.DataFiles",
                  "site.DiagnosticFiles",
                  "site.HistoryFiles",
                  "site.Script",
                  "site.Sides",
                  "site.Verdicts")),
          entry("com.sun.net.httpserver.", List.of("cli.Changes", "cli.PreviewServer")),
          entry("me.tongfei.progressbar.", List.of("cli.Progress")),
          entry("picocli.", List.of("cli.*")),
          entry("javax.imageio.", List.of("chart.Painter")),
          entry("ognl.", List.of("site.RecordProperties")),
          entry("org.eclipse.", List.of("drawing.ElkLayout")),
          entry("org.commonmark.", List.of("site.Markdown")),
          entry("org.knowm.xchart.", List.of("chart.Plotter")),
          entry("org.thymeleaf.", List.of("site.Pages")),
          entry("org.owasp.html.", List.of("site.Markdown")),
          entry("org.yaml.snakeyaml.", List.of("yaml.Composer", "yaml.Syntax", "yaml.YamlReader")));

  /** What depends on the machine, its settings, the time or chance. */
  private static final Set<String> UNSTEADY =
      Set.of(
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.nio.charset.Charset.defaultCharset()",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.text.NumberFormat.getInstance()",
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.ZoneId.systemDefault()",
          "java.time.ZonedDateTime.now()",
          "java.util.Collections.shuffle(java.util.List)",
          "java.util.Date.<init>()",
          "java.util.Formatter.<init>()",
          "java.util.Locale.getDefault()",
          "java.util.Random.<init>()",
          "java.util.TimeZone.getDefault()",
          "java.util.UUID.randomUUID()",
          "java.lang.Math.random()");

  /** What only the command line may ask for or do; everything else is told. */
  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "java.lang.Runtime.exit(int)",
          "java.lang.Runtime.halt(int)",
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.err",
          "java.lang.System.exit(int)",
          "java.lang.System.getenv(java.lang.String)",
          "java.lang.System.out");

  @Test
  void packagesUseOnlyWhatStandsBelowThem() {
    ARROWS
        .keySet()
        .forEach(
            name -> {
              Set<String> below = below(name);
              classes()
                  .that(describe("are in " + name, type -> part(type).equals(name)))
                  .should()
                  .onlyDependOnClassesThat(
                      describe(
                          "are in " + below, type -> !isOurs(type) || below.contains(part(type))))
                  .allowEmptyShould(true)
                  .check(MAIN);
            });
  }

  private static Set<String> below(String name) {
    Set<String> all = new TreeSet<>(Set.of(name));
    ARROWS.get(name).forEach(direct -> all.addAll(below(direct)));
    return all;
  }

  @Test
  void everyPackageHasItsArrows() {
    assertThat(MAIN.stream().map(ArchitectureTest::part)).isSubsetOf(ARROWS.keySet());
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getParent).distinct())
          .hasSizeGreaterThanOrEqualTo(ARROWS.size() - 2)
          .allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
    }
  }

  @Test
  void librariesStayInTheirPlaces() {
    Map<String, Set<String>> users = new TreeMap<>();
    LIBRARIES.keySet().forEach(library -> users.put(library, new TreeSet<>()));
    for (JavaClass type : MAIN) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!isOurs(target) && !target.isPrimitive() && !target.getName().startsWith("java.")) {
          users
              .computeIfAbsent(library(target), name -> new TreeSet<>())
              .add(user(library(target), type));
        }
      }
    }
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    LIBRARIES.forEach((library, types) -> expected.put(library, Set.copyOf(types)));
    assertThat(users).isEqualTo(expected);
  }

  private static String user(String library, JavaClass type) {
    String all = part(type) + ".*";
    return LIBRARIES.getOrDefault(library, List.of()).contains(all) ? all : outermost(type);
  }

  /** The entry that the class belongs to, or its package when there is none. */
  private static String library(JavaClass target) {
    return LIBRARIES.keySet().stream()
        .filter(target.getName()::startsWith)
        .findFirst()
        .orElse(target.getPackageName());
  }

  @Test
  void onlyChartsDraw() {
    noClasses()
        .that(describe("are not of charts", type -> !part(type).equals("chart")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.awt..")
        .check(MAIN);
  }

  @Test
  void nothingDependsOnTheMachine() {
    noClasses()
        .should()
        .accessTargetWhere(describe("is unsteady", access -> UNSTEADY.contains(target(access))))
        .check(MAIN);
  }

  @Test
  void onlyTheCommandLineKnowsTheProcess() {
    noClasses()
        .that(describe("are not of the command line", type -> !part(type).equals("cli")))
        .should()
        .accessTargetWhere(
            describe("is of the process", access -> OF_THE_PROCESS.contains(target(access))))
        .check(MAIN);
  }

  @Test
  void noStateIsShared() {
    fields().that().areStatic().should().beFinal().check(MAIN);
  }

  @Test
  void nothingIsFoundByReflection() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.RecordProperties(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(MAIN);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .check(MAIN);
  }

  private static String target(JavaAccess<?> access) {
    return access.getTarget().getFullName();
  }

  private static boolean isOurs(JavaClass type) {
    return type.getBaseComponentType().getName().startsWith(ROOT);
  }

  /** {@code layer} of {@code dev.convatlas.layer.Pool}. */
  private static String part(JavaClass type) {
    String rest = type.getBaseComponentType().getName().substring(ROOT.length());
    return rest.substring(0, rest.indexOf('.'));
  }

  /** {@code layer.Pool}, also of the classes inside it. */
  private static String outermost(JavaClass type) {
    String name = type.getName().substring(ROOT.length());
    return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
  }
}
