package dev.weft.executor.test;

import dev.weft.executor.Input;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.Problem;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.executor.manifest.ManifestException;
import dev.weft.executor.manifest.ManifestReader;
import dev.weft.executor.test.NodeCase.CaseRun;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs cases in pipelines of this JVM, on an engine for nodes in Python. */
final class HostEngine implements CaseEngine {
  private static final Pattern IMPORT =
      Pattern.compile("^\\s*(?:from|import)\\s+(\\w+)", Pattern.MULTILINE);
  private static final String FIRST_NODE = "nodes[0].";
  private static final double NANOS = 1e9;

  /** How long a run that was cancelled may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final String name;
  private final Function<GuestLimits, ? extends NodeEngine> engines;
  private final Duration limit;
  private final Map<GuestLimits, NodeEngine> made = new ConcurrentHashMap<>();

  private final AsyncRuntime.Backend backend;

  HostEngine(
      String name,
      Function<GuestLimits, ? extends NodeEngine> engines,
      Duration limit,
      AsyncRuntime.Backend backend) {
    this.name = name;
    this.engines = engines;
    this.limit = limit;
    this.backend = backend;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Map<String, Object>> run(Path node, NodeCase nodeCase) {
    GuestLimits limits = limits(nodeCase);
    NodeRegistry registry =
        NodeRegistry.load().withEngine("python", () -> made.computeIfAbsent(limits, engines));
    PipelineSpec spec;
    try {
      spec = ManifestReader.of(registry).read(manifest(node, nodeCase)).spec();
    } catch (ManifestException e) {
      Map<String, Object> seen =
          Observation.of(e.problems().stream().map(it -> shortened(it.problem(), node)).toList());
      return nodeCase.runs().stream().map(it -> seen).toList();
    }
    Pipeline pipeline = Pipeline.of(spec, registry);
    List<Map<String, Object>> seen = new ArrayList<>();
    for (CaseRun run : nodeCase.runs()) {
      Optional<Map<String, Object>> observed = inTime(() -> observe(pipeline, run));
      if (observed.isEmpty()) {
        seen.add(Observation.endless(limit));
        return seen;
      }
      seen.add(observed.get());
    }
    return seen;
  }

  /** What a run gives, in a thread that is left behind if even its cancellation does not end it. */
  private Optional<Map<String, Object>> inTime(Supplier<Map<String, Object>> run) {
    CompletableFuture<Map<String, Object>> observed = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("weft-test-" + name)
        .start(() -> {
          try {
            observed.complete(run.get());
          } catch (RuntimeException | Error e) {
            observed.completeExceptionally(e);
          }
        });
    try {
      return Optional.of(observed.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CaseException known) {
        throw known;
      }
      throw new CaseException("the engine " + name + " failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseException("interrupted while a case was run", e);
    }
  }

  private static GuestLimits limits(NodeCase nodeCase) {
    GuestLimits limits = GuestLimits.DEFAULT;
    if (nodeCase.limits().get("seconds") instanceof Number seconds) {
      limits = limits.withCallTime(Duration.ofNanos(Math.round(seconds.doubleValue() * NANOS)));
    }
    if (nodeCase.limits().get("mebibytes") instanceof Number mebibytes) {
      limits = limits.withMemoryBytes(mebibytes.longValue() << 20);
    }
    return limits;
  }

  /** The case as a manifest, so that it is checked as one. */
  private static String manifest(Path node, NodeCase nodeCase) {
    Map<String, Object> code = new LinkedHashMap<>();
    code.put("file", node.toAbsolutePath().toString());
    siblings(node).ifPresent(directory -> code.put("path", List.of(directory.toString())));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("id", nodeCase.id());
    described.put("node_type", nodeCase.node());
    described.put("params", nodeCase.params());
    described.put("execution", nodeCase.execution());
    described.put("python", code);
    return CaseJson.line(
        Map.of(
            "version",
            "v1",
            "metadata",
            Map.of("name", nodeCase.name()),
            "nodes",
            List.of(described)));
  }

  /** The directory of the node, if the node imports a file from it. */
  private static Optional<Path> siblings(Path node) {
    Path directory = node.toAbsolutePath().getParent();
    try {
      Matcher imports = IMPORT.matcher(Files.readString(node));
      while (directory != null && imports.find()) {
        if (Files.exists(directory.resolve(imports.group(1) + ".py"))) {
          return Optional.of(directory);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A problem without what differs from machine to machine. */
  private static Problem shortened(Problem problem, Path node) {
    String path = problem.path();
    String directory = node.toAbsolutePath().getParent() + "/";
    return new Problem(
        path.startsWith(FIRST_NODE) ? path.substring(FIRST_NODE.length()) : path,
        problem.message().replace(directory, ""),
        problem.met().map(it -> it.replace(directory, "")),
        problem.hint().map(it -> it.replace(directory, "")));
  }

  private Map<String, Object> observe(Pipeline pipeline, CaseRun run) {
    List<Object> outputs = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    Input input =
        run.input()
            .map(items -> items.stream().map(CaseJson::item).toList())
            .map(items ->
                run.delays().isEmpty()
                    ? Input.of(items)
                    : Input.of(new TimedInput(items, run.delays())))
            .orElseGet(Input::none);
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().backend(backend).clock(VirtualClock.automatic()).build()) {
      RunOptions options =
          RunOptions.DEFAULT
              .session(run.session())
              .onOutput(output -> {
                outputs.add(output.item());
                times.add(runtime.now().toNanos());
              });
      RunResult result =
          runtime.blockOn(() -> {
            PipelineRun started = pipeline.start(runtime, input, options);
            Thread watchdog = watchdog(started);
            try {
              return started.await();
            } finally {
              watchdog.interrupt();
            }
          });
      return Observation.of(outputs, times, result);
    }
  }

  /** Ends a run that goes on for too long, by the clock on the wall. */
  private Thread watchdog(PipelineRun run) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(limit);
            run.cancel(Observation.endlessText(limit));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    made.clear();
  }
}
