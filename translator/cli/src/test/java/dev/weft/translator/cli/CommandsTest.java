package dev.weft.translator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private String source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void translateWritesFormattedJava() throws IOException {
    String file = source("hello_world.py", "print('hello')\n");

    int code = run(new TranslateCommand(), file, "-d", folder.toString(), "--package", "a.b");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(folder.resolve("a/b/HelloWorld.java"))
        .content()
        .startsWith("package a.b;\n")
        .contains("    Py.print(\"hello\");\n");
  }

  @Test
  void aRefusedFileExitsWith4AndNothingIsWritten() throws IOException {
    String good = source("good.py", "print(1)\n");
    String bad = source("bad.py", "import numpy\n");

    int code = run(new TranslateCommand(), good, bad, "-d", folder.resolve("out").toString());

    assertThat(code).isEqualTo(4);
    assertThat(err.toString()).contains("bad.py:1:1: module 'numpy' is not known");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void syntaxErrorIsShownAsCPythonDoes() throws IOException {
    String file = source("broken.py", "x = (1\n");

    int code = run(new ExecCommand(), file);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("line 1").contains("SyntaxError: '(' was never closed");
  }

  @Test
  void execReturnsTheProgramsExitCode() throws IOException {
    String file = source("leave.py", "import sys\nsys.exit(7)\n");

    assertThat(run(new ExecCommand(), file)).isEqualTo(7);
  }
}
