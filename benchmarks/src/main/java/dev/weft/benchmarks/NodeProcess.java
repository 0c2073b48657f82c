package dev.weft.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures each node in a JVM of its own, as JMH does with what it measures: what HotSpot has seen
 * one node do decides how it compiles what the next shares with it.
 */
final class NodeProcess {
  private NodeProcess() {}

  /** What a process has found out. */
  private record Found(List<Measurement> measurements, List<String> failures) {}

  /**
   * The measurements of the nodes that match; none where the nodes of the source tree are not
   * there.
   */
  static List<Measurement> measure(
      Duration each, String only, boolean together, List<String> failures)
      throws IOException, InterruptedException {
    String root = System.getenv("WEFT_ROOT");
    if (root == null) {
      return List.of();
    }
    Path nodes = Path.of(root, "examples", "nodes");
    Pattern wanted = Pattern.compile(only);
    List<NodeLoad> loads =
        NodeLoad.all().stream()
            .filter(it -> wanted.matcher(NodeMeter.GROUP + "." + it.file()).find())
            .toList();
    if (together) {
      return NodeMeter.measure(nodes, loads, each, failures);
    }
    List<Measurement> all = new ArrayList<>();
    for (NodeLoad load : loads) {
      Found found = inProcess(nodes, load, each);
      all.addAll(found.measurements());
      failures.addAll(found.failures());
    }
    return all;
  }

  private static Found inProcess(Path nodes, NodeLoad load, Duration each)
      throws IOException, InterruptedException {
    Path result = Files.createTempFile("weft-bench", ".json");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(NodeProcess.class.getName());
      command.addAll(
          List.of(nodes.toString(), load.file(), each.toString(), result.toAbsolutePath().toString()));
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        String failure = "%s.%s: its process ended with exit code %d; the reason stands above";
        return new Found(
            List.of(), List.of(failure.formatted(NodeMeter.GROUP, load.file(), exit)));
      }
      return JsonMapper.shared().readValue(result, Found.class);
    } finally {
      Files.delete(result);
    }
  }

  /** Measures one node: where nodes are, its name, for how long, and where the result goes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<NodeLoad> loads =
        NodeLoad.all().stream().filter(it -> it.file().equals(arguments[1])).toList();
    List<String> failures = new ArrayList<>();
    List<Measurement> measured =
        NodeMeter.measure(
            Path.of(arguments[0]), loads, Duration.parse(arguments[2]), failures);
    JsonMapper.shared().writeValue(Path.of(arguments[3]), new Found(measured, failures));
  }
}
