package dev.weft.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The command, run inside of the test.
 *
 * @param code its exit code
 * @param out what it wrote to the standard output
 * @param err what it wrote to the standard error
 */
record Cli(int code, String out, String err) {

  static Cli run(String in, String... arguments) {
    return run(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  static Cli run(InputStream in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(in, out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    int code = Weft.execute(streams, Interruption.manual(), arguments);
    return new Cli(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * A manifest of nodes in a row, each given as {@code id:Type} or {@code id:Type:extra fields}.
   */
  static String chain(String... nodes) {
    StringBuilder list = new StringBuilder();
    StringBuilder connections = new StringBuilder();
    String last = "";
    for (String node : nodes) {
      String[] parts = node.split(":", 3);
      String separator = list.isEmpty() ? "" : ", ";
      list.append(separator)
          .append("{\"id\": \"%s\", \"node_type\": \"%s\"".formatted(parts[0], parts[1]))
          .append(parts.length > 2 ? ", " + parts[2] : "")
          .append('}');
      if (!last.isEmpty()) {
        connections
            .append(connections.isEmpty() ? "" : ", ")
            .append("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(last, parts[0]));
      }
      last = parts[0];
    }
    return "{\"version\": \"v1\", \"metadata\": {\"name\": \"test\"}, \"nodes\": [%s], \"connections\": [%s]}"
        .formatted(list, connections);
  }

  static String withInput(String manifest, String items) {
    return "{\"manifest\": " + manifest + ", \"input_data\": " + items + "}";
  }
}
