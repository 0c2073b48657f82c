package dev.weft.benchmarks;

import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.translated.TranslatedEngine;
import dev.weft.runtime.AsyncRuntime;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One contender of one node in a JVM of its own, which runs when it is told to. JMH does the same
 * with what it measures: what HotSpot has seen one do decides how it compiles what the next shares
 * with it.
 */
final class NodeProcess implements NodeWay.Timed, AutoCloseable {
  private final Process process;
  private final BufferedReader windows;
  private final BufferedWriter counts;

  private NodeProcess(Process process) {
    this.process = process;
    this.windows = process.inputReader(StandardCharsets.UTF_8);
    this.counts = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts a JVM like this one. */
  static NodeProcess start(NodeLoad load, String contender, Path nodes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(NodeProcess.class.getName());
    command.addAll(List.of(load.file(), contender, nodes.toString()));
    return new NodeProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  @Override
  public NodeWay.Window run(int count) throws IOException {
    counts.write(count + "\n");
    counts.flush();
    String line = windows.readLine();
    if (line == null) {
      throw new IOException("the process of a node ended; the reason stands above");
    }
    String[] numbers = line.split(" ", -1);
    return new NodeWay.Window(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Runs one way of one node, as often and for as many items as standard input says. */
  public static void main(String[] arguments) throws IOException {
    NodeLoad load = NodeLoad.named(arguments[0]);
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads();
        BufferedReader counts =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      NodeWay way =
          arguments[1].equals(NodeMeter.JAVA)
              ? NodeWay.java(load, runtime)
              : NodeWay.python(
                  load, Path.of(arguments[2]), TranslatedEngine.of(PythonOptions.DEFAULT), runtime);
      NodeWay.Timed timed = way.timed(load);
      for (String line = counts.readLine(); line != null; line = counts.readLine()) {
        NodeWay.Window window = timed.run(Integer.parseInt(line));
        System.out.printf("%d %d %d%n", window.wall(), window.cpu(), window.compiling());
      }
    }
  }
}
