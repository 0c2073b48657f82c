package dev.weft.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the translator in a JVM of its own, since it needs a newer one than Maven does. */
final class TranslatorRun {
  private static final List<String> FLAGS =
      Stream.of("api", "code", "file", "parser", "tree", "util")
          .map(name -> "--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
          .collect(Collectors.toList());

  private TranslatorRun() {}

  /**
   * What the translator said.
   *
   * @param code its exit code
   * @param out the lines of its standard output
   * @param errors what it found, each with the lines that belong to it
   */
  record Result(int code, List<String> out, List<String> errors) {}

  static Result start(Path jdk, List<Path> classPath, List<String> arguments, Path work)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    List<String> all = new ArrayList<>(FLAGS);
    all.add("-Xss8m");
    all.add("-cp");
    all.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    all.add(PythonMojo.COMMAND);
    all.addAll(arguments);
    // In a file, since a command line has a limit, and class paths are long.
    Path file = work.resolve("translator.args");
    Files.write(file, all.stream().map(TranslatorRun::quoted).toList());
    Path out = work.resolve("translator.out");
    Path err = work.resolve("translator.err");
    Process process =
        new ProcessBuilder(jdk.resolve("bin/java").toString(), "@" + file)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      int code = process.waitFor();
      return new Result(code, lines(out), blocks(lines(err)));
    } finally {
      process.destroy();
    }
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * Lines that belong together, each block one message: a refusal is followed by its source line,
   * CPython's errors end with their name.
   */
  static List<String> blocks(List<String> lines) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean isPython = false;
    for (String line : lines) {
      boolean startsPython = line.startsWith("  File \"");
      boolean starts = startsPython || (!line.startsWith(" ") && !isPython);
      if (starts && block.length() > 0) {
        blocks.add(block.toString());
        block.setLength(0);
      }
      isPython = startsPython || (isPython && line.startsWith(" "));
      block.append(block.length() == 0 ? "" : System.lineSeparator()).append(line);
    }
    if (block.length() > 0) {
      blocks.add(block.toString());
    }
    return blocks;
  }
}
