package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes in Python, as the command runs them. */
class PythonCommandTest {
  private static final String SOURCE =
      """
      import weft

      class Inverse(weft.Node):
          def process(self, item):
              return 1 / item
      """;

  @TempDir private Path directory;

  private String manifest(String name, String node) throws IOException {
    return Files.writeString(directory.resolve(name), Cli.withInput(Cli.chain(node), "[2, 0]"))
        .toString();
  }

  @Test
  void tracebackStandsOnTheStandardErrorAndInTheError() throws IOException {
    Files.writeString(directory.resolve("inverse.py"), SOURCE);
    String manifest = manifest("m.json", "n:Inverse:\"python\": {\"file\": \"inverse.py\"}");
    Cli run = Cli.run("", "run", manifest);
    assertThat(run.code()).isEqualTo(ExitCode.RUN_FAILED);
    assertThat(run.err())
        .contains(
            "weft: node 'n' failed at item 1: ZeroDivisionError: division by zero (inverse.py:5)\n")
        .contains(
            "  Traceback (most recent call last):\n    File \"inverse.py\", line 5, in process\n");
    assertThat(run.out())
        .contains("\"outputs\": [0.5]")
        .contains("\"details\": \"Traceback (most recent call last):\\n  File");
  }

  @Test
  void syntaxErrorsAreFoundByValidate() throws IOException {
    Files.writeString(directory.resolve("inverse.py"), SOURCE.replace("return", "retrun"));
    String manifest = manifest("m.json", "n:Inverse:\"python\": {\"file\": \"inverse.py\"}");
    Cli run = Cli.run("", "validate", manifest);
    assertThat(run.code()).isEqualTo(ExitCode.MANIFEST_INVALID);
    assertThat(run.err())
        .contains("nodes[0].python.file: SyntaxError: invalid syntax (inverse.py:5)")
        .contains("mend the line: retrun 1 / item");
  }

  @Test
  void classesInADirectoryAreNodeTypes() throws IOException {
    Files.writeString(directory.resolve("inverse.py"), SOURCE);
    String manifest = manifest("m.json", "n:Inverse");
    assertThat(Cli.run("", "run", manifest, "--nodes", directory.toString()).out())
        .contains("\"outputs\": [0.5]");
    assertThat(Cli.run("", "run", manifest).err()).contains("unknown node type");
    assertThat(Cli.run("", "run", manifest, "--nodes", "no-such").err())
        .contains("--nodes: 'no-such' is no directory; check the path");
  }

  @Test
  void pythonIsLoadedOnlyForAPipelineThatHasIt() throws Exception {
    assertThat(classesLoadedFor("examples/calculator.json")).isEmpty();
    assertThat(classesLoadedFor("examples/mixed.json"))
        .contains("dev.weft.executor.python.CPython");
  }

  private static String classesLoadedFor(String manifest) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.weft.cli.Weft",
                "run",
                manifest)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return String.join(
        "\n",
        out.lines()
            .filter(it -> it.contains(" dev.weft.executor.python.") || it.contains(" io.trino."))
            .toList());
  }
}
