package dev.weft.benchmarks;

import dev.weft.executor.python.PythonEngine;
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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node in a CPython of its own: items go there as JSON, a line each, and results come back so.
 */
final class NodePipe implements NodeWay, AutoCloseable {
  private static final ObjectWriter WRITER = JsonMapper.shared().writer();
  private static final ObjectReader READER = JsonMapper.shared().readerFor(Object.class);

  private final Process process;
  private final BufferedReader results;
  private final BufferedWriter items;

  private NodePipe(Process process) {
    this.process = process;
    this.results = process.inputReader(StandardCharsets.UTF_8);
    this.items = process.outputWriter(StandardCharsets.UTF_8);
  }

  static NodePipe start(String python, Path directory, Path node, NodeLoad load)
      throws IOException {
    Path script = directory.resolve("pipe_node.py");
    try (InputStream source =
        Objects.requireNonNull(NodePipe.class.getResourceAsStream("pipe_node.py"))) {
      Files.write(script, source.readAllBytes());
    }
    Path guest = directory.resolve("guest");
    PythonEngine.writePackage(guest);
    return new NodePipe(
        new ProcessBuilder(
                python,
                script.toString(),
                guest.toString(),
                node.toString(),
                load.type(),
                WRITER.writeValueAsString(load.params()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** What comes of items; they are written while results are read. */
  @Override
  public List<Object> run(List<Object> all) throws IOException {
    CompletableFuture<Void> written = new CompletableFuture<>();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (Object item : all) {
                  items.write(WRITER.writeValueAsString(item));
                  items.write('\n');
                }
                items.write('\n');
                items.flush();
                written.complete(null);
              } catch (IOException e) {
                written.completeExceptionally(new UncheckedIOException(e));
              }
            });
    List<Object> read = new ArrayList<>();
    for (String line = results.readLine(); !"".equals(line); line = results.readLine()) {
      if (line == null) {
        throw new IOException("the node's Python ended");
      }
      read.add(READER.readValue(line));
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    written.join();
    return read;
  }

  @Override
  public long cpuElsewhere() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
