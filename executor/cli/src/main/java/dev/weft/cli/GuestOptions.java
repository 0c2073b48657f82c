package dev.weft.cli;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.wasm.GuestLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options for nodes whose code comes with the manifest: where it is, how much it may use, and
 * what it may reach. None of its engine is loaded before a manifest asks for it.
 */
final class GuestOptions {
  private static final Pattern NODE_CLASS =
      Pattern.compile("^class\\s+(\\w+)\\s*\\([^)]*Node[^)]*\\)", Pattern.MULTILINE);
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--nodes",
      paramLabel = "DIR",
      description = "A directory whose Python files have nodes; their classes are node types.")
  private List<Path> nodes = new ArrayList<>();

  @Option(
      names = "--allow-read",
      paramLabel = "DIR",
      description = "Let nodes in a sandbox read the files below a directory.")
  private List<Path> readable = new ArrayList<>();

  @Option(
      names = "--allow-write",
      paramLabel = "DIR",
      description = "Let nodes in a sandbox read and change the files below a directory.")
  private List<Path> writable = new ArrayList<>();

  @Option(
      names = "--allow-env",
      paramLabel = "NAME",
      description = "Let nodes in a sandbox see an environment variable.")
  private List<String> variables = new ArrayList<>();

  @Option(names = "--allow-clock", description = "Let nodes in a sandbox see the real time.")
  private boolean clock;

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      description = "The most memory for a node in a sandbox, as 64m or 1g. Default: 256m.")
  private @Nullable String memory;

  @Option(
      names = "--item-time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The most computing for an item of a node in a sandbox. Default: 10s.")
  private @Nullable Duration itemTime;

  @Option(
      names = "--total-time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The most computing for a node in a sandbox in all. Default: 1h.")
  private @Nullable Duration totalTime;

  @Option(
      names = "--output-limit",
      paramLabel = "SIZE",
      description =
          "The most that a node in a sandbox may give at a time, as 64k or 1m. Default: 16m.")
  private @Nullable String output;

  /** All types and engines that a manifest may use. */
  NodeRegistry registry(String manifest) {
    NodeRegistry registry =
        NodeRegistry.load().withEngine("python", () -> PythonEngine.of(python(manifest)));
    for (Path directory : nodes) {
      registry = withNodesOf(directory, registry);
    }
    return registry;
  }

  private PythonOptions python(String manifest) {
    PythonOptions options = PythonOptions.DEFAULT.limits(limits());
    Path file = Path.of(manifest).getParent();
    if (file != null && !manifest.equals("-")) {
      options = options.base(file);
    }
    for (Path directory : readable) {
      options = options.allowRead(existing("--allow-read", directory));
    }
    for (Path directory : writable) {
      options = options.allowWrite(existing("--allow-write", directory));
    }
    for (String name : variables) {
      String value = System.getenv(name);
      if (value != null) {
        options = options.allowVariable(name, value);
      }
    }
    Optional<Path> cache = cache();
    if (cache.isPresent()) {
      options = options.cache(cache.get());
    }
    return clock ? options.allowClock() : options;
  }

  private static Optional<Path> cache() {
    if (System.getenv("WEFT_NO_CACHE") != null) {
      return Optional.empty();
    }
    String own = System.getenv("WEFT_CACHE");
    if (own != null) {
      return Optional.of(Path.of(own));
    }
    String common = System.getenv("XDG_CACHE_HOME");
    return Optional.of(
        common == null || common.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache", "weft")
            : Path.of(common, "weft"));
  }

  private GuestLimits limits() {
    GuestLimits limits = GuestLimits.DEFAULT;
    if (memory != null) {
      limits = limits.withMemoryBytes(size("--memory-limit", memory));
    }
    if (output != null) {
      limits = limits.withOutputBytes(size("--output-limit", output));
    }
    if (itemTime != null) {
      limits = limits.withCallTime(itemTime);
    }
    return totalTime == null ? limits : limits.withTotalTime(totalTime);
  }

  private long size(String option, String text) {
    Matcher matcher = SIZE.matcher(text.toLowerCase(java.util.Locale.ROOT));
    if (!matcher.matches()) {
      throw usage(option + ": '" + text + "' is no size; write a number and k, m or g, as 256m");
    }
    int shift =
        switch (matcher.group(2)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> 0;
        };
    long bytes = Long.parseLong(matcher.group(1)) << shift;
    if (bytes >= 1L << 31) {
      throw usage(option + ": " + text + " is too much; write less than 2g");
    }
    return bytes;
  }

  private Path existing(String option, Path directory) {
    if (!Files.isDirectory(directory)) {
      throw usage(option + ": there is no directory '" + directory + "'; check the path");
    }
    return directory;
  }

  private NodeRegistry withNodesOf(Path directory, NodeRegistry registry) {
    NodeRegistry all = registry;
    try (Stream<Path> files = Files.list(existing("--nodes", directory))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".py")).sorted().toList()) {
        Matcher matcher = NODE_CLASS.matcher(Files.readString(file));
        while (matcher.find()) {
          Map<String, Object> where =
              Map.of(
                  "file",
                  file.toAbsolutePath().toString(),
                  "path",
                  List.of(directory.toAbsolutePath().toString()));
          all = all.withCode(matcher.group(1), new NodeCode("python", where));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw usage("--nodes " + directory + ": " + e.getMessage());
    }
    return all;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
