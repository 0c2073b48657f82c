package dev.weft.translator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void translateWritesFormattedJavaAndAPom() throws IOException {
    String file = source("hello_world.py", "print('hello')\n");

    int code = run(new TranslateCommand(), file, "-d", folder.toString(), "--package", "a.b");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(folder.resolve("src/main/java/a/b/HelloWorld.java"))
        .content()
        .startsWith("package a.b;\n")
        .contains("    Py.print(\"hello\");\n");
    assertThat(folder.resolve("pom.xml"))
        .content()
        .contains("<mainClass>a.b.HelloWorld</mainClass>", "<artifactId>hello-world</artifactId>")
        .doesNotContain("@");
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void aSourceRootGetsJavaOnly() throws IOException {
    String file = source("hello_world.py", "print('hello')\n");
    Path root = folder.resolve("root");

    int code =
        run(
            new TranslateCommand(),
            "--sources-only",
            file,
            "-d",
            root.toString(),
            "--package",
            "a.b");

    assertThat(code).isZero();
    assertThat(out.toString()).isEqualTo(root.resolve("a/b/HelloWorld.java") + "\n");
    assertThat(root.resolve("a/b/HelloWorld.java")).exists();
    assertThat(root.resolve("pom.xml")).doesNotExist();
  }

  @Test
  void aPomThatIsThereIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "mine");

    run(new TranslateCommand(), source("a.py", "print(1)\n"), "-d", folder.toString());

    assertThat(folder.resolve("pom.xml")).hasContent("mine");
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
  void whatCannotBeWrittenLeavesEverythingAsItWas() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out/src/main/java"));
    Files.writeString(out.resolve("A.java"), "old");
    Files.createDirectory(out.resolve("B.java"));

    int code =
        run(
            new TranslateCommand(),
            source("a.py", "print(1)\n"),
            source("b.py", "print(2)\n"),
            "-d",
            folder.resolve("out").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("B.java is a directory");
    assertThat(out.resolve("A.java")).hasContent("old");
    assertThat(folder.resolve("out/pom.xml")).doesNotExist();
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void checkCountsByConstructAndWritesNothing() throws IOException {
    source("pkg/bad.py", "import numpy\nimport scipy\nx = eval('1')\n");
    source("pkg/broken.py", "x = (1\n");
    source("pkg/good.py", "print(1)\n");
    Files.write(folder.resolve("pkg/latin.py"), new byte[] {'#', (byte) 0xe9, '\n'});

    int code = run(new TranslateCommand(), "--check", folder.resolve("pkg").toString());

    assertThat(code).isEqualTo(4);
    assertThat(out.toString())
        .startsWith("4 files: 1 translate, 1 are refused, 2 are no Python 3.12 or cannot be read\n")
        .contains(
            "     2 in 1 files: module '…' is not known to the translator (numpy 1, scipy 1)");
    assertThat(err.toString()).contains("bad.py:1:1: ").contains("SyntaxError: ");
    assertThat(folder.resolve("pom.xml")).doesNotExist();
  }

  @Test
  void checkTakesNamesOfModulesThatAreCheckedWithIt() throws IOException {
    source("pkg/words.py", "def greet(name):\n    return name\n");
    source("pkg/main.py", "from words import greet\n\nprint(greet('Ada'))\n");

    int code = run(new TranslateCommand(), "--check", folder.resolve("pkg").toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("2 files: 2 translate, 0 are refused");
  }

  @Test
  void explainTellsTypesAndWhatIsLeftToRunTime() throws IOException {
    String file = source("a.py", "def f(n):\n    return n + 1\n\n\nprint(f(2))\n");

    run(new TranslateCommand(), "--explain", "--check", file);

    assertThat(out.toString()).contains("a.py: ").contains("  f[n: int] -> int");
  }

  @Test
  void syntaxErrorIsShownAsCPythonDoes() throws IOException {
    String file = source("broken.py", "x = (1\n");

    int code = run(new ExecCommand(), file);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            """
              File "%s", line 1
                x = (1
                    ^
            SyntaxError: '(' was never closed
            """
                .formatted(file));
  }

  @Test
  void execReturnsTheProgramsExitCode() throws IOException {
    String file = source("leave.py", "import sys\nsys.exit(7)\n");

    assertThat(run(new ExecCommand(), file)).isEqualTo(7);
  }

  @Test
  void execRunsNothingOfARefusedSource() throws IOException {
    String file = source("bad.py", "print('started')\nimport numpy\n");

    assertThat(run(new ExecCommand(), file)).isEqualTo(4);
    assertThat(err.toString()).contains("bad.py:2:1: ");
  }

  @Test
  void execOfAMissingFileIsAMistakeOfTheCommandLine() {
    assertThat(run(new ExecCommand(), folder.resolve("none.py").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.py': there is no such file");
  }

  @Test
  void whatStandsBehindTheFileIsTheProgramsOwn() throws IOException {
    String file = source("args.py", "import sys\nsys.exit(len(sys.argv[1:]))\n");

    assertThat(run(new ExecCommand(), "--virtual-time", file, "--help", "-x", "a b")).isEqualTo(3);
  }

  @Test
  void neighboursThatAreImportedAreTranslatedToo() throws IOException {
    source("app/tools/text.py", "def shout(s):\n    return s.upper()\n");
    source("app/limits.py", "MOST = 3\n");
    String file =
        source(
            "app/main.py",
            """
            import sys
            from tools.text import shout
            import limits

            sys.exit(len(shout('abc')) + limits.MOST)
            """);

    assertThat(run(new ExecCommand(), file)).isEqualTo(6);
    assertThat(run(new TranslateCommand(), file, "-d", folder.resolve("out").toString())).isZero();
    assertThat(folder.resolve("out/src/main/java"))
        .isDirectoryContaining("glob:**Main.java")
        .isDirectoryContaining("glob:**Text.java")
        .isDirectoryContaining("glob:**Limits.java");
  }

  @Test
  void aNeighbourThatIsNoPythonIsToldWithItsOwnName() throws IOException {
    source("broken.py", "def f(:\n");
    String file = source("main.py", "import broken\n");

    assertThat(run(new ExecCommand(), file)).isEqualTo(1);
    assertThat(err.toString()).contains("broken.py\", line 1").contains("SyntaxError");
  }
}
