package dev.weft.cli;

import dev.weft.executor.NodeRegistry;
import dev.weft.executor.translated.PythonMode;
import dev.weft.executor.wasm.Grants;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.executor.wasm.Sandbox;
import dev.weft.executor.wasm.WasmEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What nodes whose code a manifest brings along may reach and use. */
final class SandboxOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--allow-read",
      paramLabel = "DIR",
      description = "Let sandboxed nodes read the files below DIR, under that name.")
  private List<Path> readable = new ArrayList<>();

  @Option(
      names = "--allow-write",
      paramLabel = "DIR",
      description = "Let sandboxed nodes read and change the files below DIR.")
  private List<Path> writable = new ArrayList<>();

  @Option(
      names = "--allow-env",
      paramLabel = "NAME",
      description = "Let sandboxed nodes see the environment variable NAME.")
  private List<String> variables = new ArrayList<>();

  @Option(names = "--allow-clock", description = "Let sandboxed nodes see the time.")
  private boolean clock;

  @Option(names = "--allow-random", description = "Give sandboxed nodes real randomness.")
  private boolean random;

  @Option(
      names = "--guest-memory",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "The most memory of a sandboxed node, as 64m. Default: 256m.")
  private @Nullable Long memory;

  @Option(
      names = "--guest-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The most that a sandboxed node may take for an item. Default: 10s.")
  private @Nullable Duration time;

  @Option(
      names = "--python",
      paramLabel = "ENGINE",
      description =
          "What runs Python nodes: embedded (CPython in the sandbox), translated (as Java, which is"
              + " fast, and for code that you trust), or auto (each node's runtime_hint, else"
              + " translated where that is possible). Default: embedded, whatever the manifest says.")
  private @Nullable PythonChoice python;

  /** The words for a {@link PythonMode}, whose class is loaded at need. */
  @SuppressWarnings("checkstyle:ConstantName") // these are the words of the command line
  enum PythonChoice {
    embedded,
    translated,
    auto
  }

  private @Nullable PythonMode mode() {
    return python == null ? null : PythonMode.valueOf(python.name().toUpperCase(Locale.ROOT));
  }

  /**
   * All types of nodes, and the engines for code, whose files stand relative to the manifest.
   *
   * @param manifest the manifest's name; "-" for the standard input
   */
  NodeRegistry registry(String manifest) {
    Path parent = manifest.equals("-") ? null : Path.of(manifest).getParent();
    Path base = parent == null ? Path.of("") : parent;
    GuestLimits limits = limits();
    Grants grants = grants();
    return NodeRegistry.load()
        .withEngine("wasm", () -> WasmEngine.of(Sandbox.of(limits, grants), base))
        .withEngine(
            "python",
            () -> PythonSetup.engine(limits, base, readable, writable, variables, clock, mode()));
  }

  private GuestLimits limits() {
    try {
      GuestLimits limits = GuestLimits.DEFAULT;
      limits = memory == null ? limits : limits.withMemoryBytes(memory);
      return time == null ? limits : limits.withCallTime(time);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--guest-memory: " + e.getMessage());
    }
  }

  private Grants grants() {
    Grants grants = Grants.none();
    for (Path directory : readable) {
      grants = grants.readDirectory(existing("--allow-read", directory), directory);
    }
    for (Path directory : writable) {
      grants = grants.writeDirectory(existing("--allow-write", directory), directory);
    }
    for (String name : variables) {
      String value = System.getenv(name);
      if (value == null) {
        throw new ParameterException(
            spec.commandLine(),
            "--allow-env: there is no environment variable '"
                + name
                + "'; set it, or leave the option out");
      }
      grants = grants.variable(name, value);
    }
    grants = clock ? grants.systemClock() : grants;
    return random ? grants.systemRandomness() : grants;
  }

  private String existing(String option, Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new ParameterException(
          spec.commandLine(), option + ": '" + directory + "' is no directory; check the path");
    }
    return directory.toString();
  }
}
