package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.manifest.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documentation shows is compiled and run. In a console block, an ellipsis stands for any
 * text.
 */
class DocTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern CLASS_NAME = Pattern.compile("public (?:final )?class (\\w+)");
  private static final String NODES_START = "<!-- nodes -->\n";

  /** Nothing of these can be run by a test: they start the build that runs it, or a shell. */
  private static final List<String> NOT_RUN =
      List.of(
          "./weft run examples/calculator.json\nmvn -B verify\n",
          "source <(./weft generate-completion)\n");

  @TempDir private Path directory;

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(documents::add);
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
        tests.add(dynamicTest(document + ":" + line, () -> check(language, code)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(8);
    return tests;
  }

  private void check(String language, String code) throws Exception {
    switch (language) {
      case "json" -> ManifestReader.of(NodeRegistry.load()).read(code);
      case "java" -> compileAndRun(code);
      case "console" -> console(code);
      case "sh" -> assertThat(NOT_RUN).contains(code);
      default -> throw new AssertionError("a block in " + language + " is not checked by any test");
    }
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
      assertThat(shell(command.substring(2)))
          .as(command)
          .matches(
              Stream.of(expected.toString().split("…", -1))
                  .map(Pattern::quote)
                  .reduce((a, b) -> a + "(?s:.*)" + b)
                  .orElseThrow());
    }
  }

  /** Runs a line of shell, in which {@code ./weft} is the command under test. */
  private static String shell(String line) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", "{ " + line.replace("./weft", "\"$JAVA\" dev.weft.cli.Weft") + "; } 2>&1");
    builder.environment().put("JAVA", java);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private void compileAndRun(String code) throws Exception {
    Matcher name = CLASS_NAME.matcher(code);
    assertThat(name.find()).as("the block has a public class").isTrue();
    Path file = Files.writeString(directory.resolve(name.group(1) + ".java"), code);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).isNotBlank();
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
