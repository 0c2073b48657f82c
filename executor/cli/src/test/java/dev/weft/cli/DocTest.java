package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.executor.Limits;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.manifest.ManifestReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * What the documentation shows is compiled and run. In a console block, an ellipsis stands for any
 * text.
 */
class DocTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** What a program prints, right behind it. */
  private static final Pattern OUTPUT = Pattern.compile("(?ms)\\A\\s*^```text\\n(.*?)^```$");

  /** Declarations that the fragments behind them may use, and that a reader need not see. */
  private static final Pattern GIVEN = Pattern.compile("(?ms)^<!-- given\\n(.*?)^-->$");

  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>.*?</artifactId>");
  private static final Pattern NODE_CLASS = Pattern.compile("(?m)^class (\\w+)\\(weft\\.Node\\)");
  private static final NodeRegistry ALL = NodeRegistry.load();
  private static final String NODES_START = "<!-- nodes -->\n";

  /** Nothing of these can be run by a test: they start the build that runs it, or a shell. */
  private static final List<String> NOT_RUN =
      List.of(
          "./weft run examples/calculator.json\nmvn -B verify -Pslow\n",
          "source <(./weft generate-completion)\n",
          """
          ./weft bench --quick                            # about six minutes
          ./weft bench --full                             # most of an hour
          ./weft bench --quick --publish docs/performance.md
          """);

  /** What the manifest of the jar asks for. */
  private static final String FLAGS =
      Stream.of("api", "code", "file", "parser", "tree", "util")
          .map(p -> "--add-exports=jdk.compiler/com.sun.tools.javac." + p + "=ALL-UNNAMED")
          .collect(Collectors.joining(" "));

  /** Its Java stands in the tests of the built-in nodes too, which run it. */
  private static final Path GUIDE_TO_NODES = Path.of("docs/nodes.md");

  @TempDir private Path directory;

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md") && !path.equals(GUIDE_TO_NODES))
          .sorted()
          .forEach(documents::add);
    }
    return documents;
  }

  @TestFactory
  List<DynamicTest> everyBlockIsTrue() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      Matcher block = BLOCK.matcher(text);
      while (block.find()) {
        String language = block.group(1);
        String code = block.group(2);
        long line = text.substring(0, block.start()).lines().count() + 1;
        Check check =
            switch (language) {
              case "java" -> javaBlock(code, text, block)::check;
              case "text" -> () -> assertThat(code).isNotBlank();
              default -> () -> check(language, code);
            };
        tests.add(dynamicTest(document + ":" + line, check::run));
      }
    }
    assertThat(tests).hasSizeGreaterThan(8);
    return tests;
  }

  private void check(String language, String code) throws Exception {
    switch (language) {
      case "json" -> {
        if (code.contains("\"cases\"")) {
          table(code);
        } else {
          ManifestReader.of(NodeRegistry.load()).read(code);
        }
      }
      case "python" -> {
        python(code);
        node(code);
      }
      case "xml" -> xml(code);
      case "console" -> console(code);
      case "sh" -> assertThat(NOT_RUN).contains(code);
      default -> throw new AssertionError("a block in " + language + " is not checked by any test");
    }
  }

  /** A table of cases, for the node that {@code weft new} writes. */
  private void table(String code) throws IOException {
    Cli.run("", "new", "node", "Greet", "--python", "-d", directory.toString());
    Files.writeString(directory.resolve("greet.cases.json"), code);
    Cli tested =
        Cli.run("", "test-node", directory.resolve("greet.py").toString(), "--engine", "embedded");
    assertThat(tested.code()).as(tested.out() + tested.err()).isZero();
  }

  private static void console(String block) throws Exception {
    List<String> lines = block.lines().toList();
    for (int i = 0; i < lines.size(); ) {
      String command = lines.get(i++);
      assertThat(command).startsWith("$ ");
      StringBuilder expected = new StringBuilder();
      while (i < lines.size() && !lines.get(i).startsWith("$ ")) {
        expected.append(lines.get(i++)).append('\n');
      }
      assertThat(shell(command.substring(2))).as(command).matches(anyText(expected.toString()));
    }
  }

  /** Runs a line of shell, in which {@code ./weft} is the command under test. */
  private static String shell(String line) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "{ " + line.replace("./weft", "\"$JAVA\" $FLAGS dev.weft.cli.Weft") + "; } 2>&1");
    builder.environment().put("JAVA", java);
    builder.environment().put("FLAGS", FLAGS);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private JavaBlock javaBlock(String code, String text, Matcher block) throws IOException {
    StringBuilder given = new StringBuilder();
    GIVEN
        .matcher(text.substring(0, block.start()))
        .results()
        .forEach(found -> given.append(found.group(1)));
    Optional<String> output =
        Optional.of(OUTPUT.matcher(text.substring(block.end())))
            .filter(Matcher::find)
            .map(found -> found.group(1));
    return new JavaBlock(
        code, given.toString(), output, Files.createTempDirectory(directory, "block"));
  }

  /** Whether Python accepts it, where there is one; a block may be the inside of a coroutine. */
  private static void python(String code) throws Exception {
    String check =
        "import ast, sys; compile(sys.stdin.read(), 'block', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)";
    Process process;
    try {
      process = new ProcessBuilder("python3", "-c", check).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new TestAbortedException("there is no python3 here", e);
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write(code.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
  }

  /** Whether a class of a node is one that can be loaded as it stands. */
  private static void node(String code) {
    Matcher type = NODE_CLASS.matcher(code);
    if (type.find()) {
      NodeSpec node =
          NodeSpec.of("node", type.group(1), Map.of())
              .withCode(new NodeCode("python", Map.of("source", code)));
      assertThat(
              Pipeline.validate(
                  PipelineSpec.builder("doc").node(node).build(), ALL, Limits.DEFAULT))
          .allSatisfy(it -> assertThat(it.path()).startsWith("nodes[0].params"));
    }
  }

  /** A dependency must be one that the bill of materials has; a plugin one that a build has run. */
  private static void xml(String code) throws IOException {
    if (code.startsWith("<plugin>")) {
      String built = Files.readString(Path.of("translator/maven-plugin/src/it/simple/pom.xml"));
      assertThat(built).containsIgnoringWhitespaces(code);
      return;
    }
    String bom = Files.readString(Path.of("bom/pom.xml"));
    Matcher artifact = ARTIFACT.matcher(code);
    while (artifact.find()) {
      assertThat(bom).contains(artifact.group());
    }
  }

  /** A pattern for a text in which an ellipsis stands for any text. */
  static String anyText(String shown) {
    return Stream.of(shown.split("…", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("(?s:.*)"));
  }

  private interface Check {
    void run() throws Exception;
  }

  /** Run with {@code -Dweft.docs.write=true}, this writes the reference anew. */
  @Test
  void theReferenceOfNodesIsThatOfTheirDeclarations() throws IOException {
    Path page = Path.of("docs/manifest.md");
    String text = Files.readString(page);
    int start = text.indexOf(NODES_START) + NODES_START.length();
    List<NodeType> builtIn =
        NodeRegistry.load().types().stream()
            .filter(type -> type.getClass().getPackageName().equals("dev.weft.executor.nodes"))
            .toList();
    String reference = "\n" + NodeReference.markdown(builtIn).stripTrailing() + "\n";
    if (Boolean.getBoolean("weft.docs.write")) {
      Files.writeString(page, text.substring(0, start) + reference);
    } else {
      assertThat(text.substring(start)).isEqualTo(reference);
    }
  }
}
