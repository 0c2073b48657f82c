package dev.weft.executor.test;

import dev.weft.executor.manifest.ItemFormatException;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.test.NodeCase.CaseRun;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases in an installed Python, in a process that serves one after the other. Its driver,
 * {@code reference.py}, does what the executor does around a node, on the same package {@code
 * weft}; all else is that Python's own.
 */
final class ReferenceEngine implements CaseEngine {
  static final String NAME = "python";
  private static final String DRIVER = "reference.py";

  private final Path python;
  private final Duration limit;
  private final Path directory;
  private @Nullable Process process;
  private @Nullable BufferedReader answers;
  private @Nullable BufferedWriter questions;

  ReferenceEngine(Path python, Duration limit) {
    this.python = python;
    this.limit = limit;
    try (InputStream driver =
        Objects.requireNonNull(ReferenceEngine.class.getResourceAsStream(DRIVER))) {
      this.directory = Files.createTempDirectory("weft-reference");
      Files.copy(driver, directory.resolve(DRIVER));
      PythonEngine.writePackage(directory.resolve("guest"));
    } catch (IOException e) {
      throw new CaseException("the reference cannot be set up: " + e.getMessage(), e);
    }
  }

  /**
   * A Python of 3.12 or newer, by {@code WEFT_PYTHON} or the names under which one is installed.
   */
  static Optional<Path> find() {
    String chosen = System.getenv("WEFT_PYTHON");
    List<String> names =
        chosen != null
            ? List.of(chosen)
            : List.of("python3.12", "python3.13", "python3.14", "python3");
    return names.stream().filter(ReferenceEngine::isNewEnough).findFirst().map(Path::of);
  }

  private static boolean isNewEnough(String name) {
    try {
      Process asked =
          new ProcessBuilder(name, "-c", "import sys; sys.exit(sys.version_info < (3, 12))")
              .redirectErrorStream(true)
              .start();
      asked.getOutputStream().close();
      asked.getInputStream().readAllBytes();
      return asked.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Map<String, Object>> run(Path node, NodeCase nodeCase) {
    try {
      BufferedReader lines = start();
      BufferedWriter asked = Objects.requireNonNull(questions);
      asked.write(CaseJson.line(question(node, nodeCase)));
      asked.newLine();
      asked.flush();
      String answer = readInTime(lines);
      if (answer == null) {
        stop();
        return List.of(
            Map.of(
                Observation.ERRORS,
                List.of(
                    Map.of(
                        "type",
                        "host",
                        "message",
                        "it did not end within %ds, or ended Python; look for what repeats without end, or raise --limit"
                            .formatted(limit.toSeconds())))));
      }
      return observations(answer);
    } catch (IOException e) {
      stop();
      throw new CaseException(python + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static List<Map<String, Object>> observations(String answer) {
    Map<?, ?> fields;
    try {
      fields = (Map<?, ?>) CaseJson.parse(answer.getBytes(StandardCharsets.UTF_8));
    } catch (ItemFormatException e) {
      throw new CaseException("the driver in Python gave no JSON: " + e.getMessage(), e);
    }
    if (!(fields.get("runs") instanceof List<?> runs)) {
      throw new CaseException("the driver in Python failed: " + fields.get("broken"), null);
    }
    List<Map<String, Object>> seen = new ArrayList<>();
    for (Object run : runs) {
      Map<String, Object> copy = new LinkedHashMap<>();
      ((Map<?, ?>) run).forEach((key, value) -> copy.put(String.valueOf(key), value));
      seen.add(copy);
    }
    return seen;
  }

  private static Map<String, Object> question(Path node, NodeCase nodeCase) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("file", node.toAbsolutePath().toString());
    question.put("node", nodeCase.node());
    question.put("id", nodeCase.id());
    question.put("params", nodeCase.params());
    question.put("execution", nodeCase.execution());
    List<Object> runs = new ArrayList<>();
    for (CaseRun run : nodeCase.runs()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("session", run.session());
      run.input().ifPresent(items -> told.put("input", items));
      told.put("delays", run.delays());
      runs.add(told);
    }
    question.put("runs", runs);
    return question;
  }

  private BufferedReader start() throws IOException {
    BufferedReader running = answers;
    if (running != null) {
      return running;
    }
    Process started =
        new ProcessBuilder(
                python.toString(),
                "-I",
                "-B",
                directory.resolve(DRIVER).toString(),
                directory.resolve("guest").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process = started;
    BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
    answers = lines;
    questions = started.outputWriter(StandardCharsets.UTF_8);
    if (readInTime(lines) == null) {
      throw new IOException("it did not start");
    }
    return lines;
  }

  /** The next line; null if none came in time, or none will come. */
  private @Nullable String readInTime(BufferedReader lines) {
    CompletableFuture<Optional<String>> read = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            read.complete(Optional.ofNullable(lines.readLine()));
          } catch (IOException | UncheckedIOException e) {
            read.complete(Optional.empty());
          }
        });
    try {
      return read.get(limit.toMillis(), TimeUnit.MILLISECONDS).orElse(null);
    } catch (TimeoutException | ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void stop() {
    if (process != null) {
      process.destroyForcibly();
    }
    process = null;
    answers = null;
    questions = null;
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      System.getLogger("dev.weft.executor.test")
          .log(System.Logger.Level.DEBUG, "left behind: " + directory, e);
    }
  }
}
