package dev.weft.cli;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Directories whose Python files have nodes; their text is looked at, and nothing is run. */
final class NodeDirectories {
  private static final Pattern NODE_CLASS =
      Pattern.compile("^class\\s+(\\w+)\\s*\\([^)]*Node[^)]*\\)", Pattern.MULTILINE);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--nodes",
      paramLabel = "DIR",
      description = "A directory whose Python files have nodes; their classes are node types.")
  private List<Path> directories = new ArrayList<>();

  /** A registry with the nodes of the directories. */
  NodeRegistry addTo(NodeRegistry registry) {
    NodeRegistry all = registry;
    for (Path directory : directories) {
      all = add(directory, all);
    }
    return all;
  }

  private NodeRegistry add(Path directory, NodeRegistry registry) {
    if (!Files.isDirectory(directory)) {
      throw usage("'" + directory + "' is no directory; check the path");
    }
    NodeRegistry all = registry;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".py")).sorted().toList()) {
        // A file that is broken says so when a node of it is used, and no sooner.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Matcher matcher = NODE_CLASS.matcher(text);
        while (matcher.find()) {
          all = all.withCode(matcher.group(1), code(directory, file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    return all;
  }

  private static NodeCode code(Path directory, Path file) {
    return new NodeCode(
        "python",
        Map.of(
            "file",
            file.toAbsolutePath().toString(),
            "path",
            List.of(directory.toAbsolutePath().toString())));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), "--nodes: " + message);
  }
}
