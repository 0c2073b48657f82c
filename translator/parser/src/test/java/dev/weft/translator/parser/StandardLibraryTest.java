package dev.weft.translator.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The standard library of a CPython 3.12, where there is one: every file has the tree, with the
 * positions, that CPython's own {@code ast} gives. {@code -Dweft.python=…} names another one.
 */
@Tag("endurance")
class StandardLibraryTest {
  private static final String PYTHON = System.getProperty("weft.python", "python3.12");

  @Test
  void everyFileHasTheTreeThatCPythonGives() throws Exception {
    Optional<Path> library = library();
    assumeTrue(library.isPresent(), "no Python 3.12 here: name one with -Dweft.python");
    List<Path> files;
    try (Stream<Path> all = Files.walk(library.get())) {
      files = all.filter(f -> f.toString().endsWith(".py") && isOfLibrary(f)).sorted().toList();
    }
    List<String> differences = new ArrayList<>();
    Process python = python();
    int parsed = 0;
    try (BufferedWriter in = python.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = python.inputReader(StandardCharsets.UTF_8)) {
      for (Path file : files) {
        in.write(file + "\n");
        in.flush();
        String theirs = out.readLine();
        String ours = digest(file);
        parsed += ours.equals("-") ? 0 : 1;
        if (!ours.equals(theirs)) {
          differences.add(
              file + ": " + (ours.equals("-") ? "not parsed" : ours + ", not " + theirs));
        }
      }
    }
    System.out.printf("%d files, %d parsed, %d differ%n", files.size(), parsed, differences.size());
    assertThat(parsed).isGreaterThan(1000);
    assertThat(differences).isEmpty();
  }

  private static boolean isOfLibrary(Path file) {
    return !file.toString().contains("site-packages");
  }

  private static Optional<Path> library() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(
                  PYTHON,
                  "-c",
                  "import sys, os; print(os.path.dirname(os.__file__) if sys.version_info[:2] == (3, 12) else '')")
              .start();
      String path =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      process.waitFor();
      return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Process python() throws IOException, URISyntaxException {
    Path script =
        Path.of(Objects.requireNonNull(StandardLibraryTest.class.getResource("/tree.py")).toURI());
    return new ProcessBuilder(PYTHON, script.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    String text;
    try {
      text = PythonParser.decode(file.toString(), Files.readAllBytes(file));
      text = TreeText.of(PythonParser.parse(file.toString(), text));
    } catch (SyntaxException e) {
      return "-";
    }
    byte[] digest =
        MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest);
  }
}
