package dev.weft.cli;

import dev.weft.executor.NodeError;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.executor.manifest.ItemReader;
import dev.weft.executor.manifest.Manifest;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a pipeline and writes its results as JSON.",
      "The manifest may stand alone or, with its input, in {\"manifest\": …, \"input_data\": […]}."
    })
final class RunCommand implements Callable<Integer> {
  private final Streams streams;
  private final Interruption interruption;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "MANIFEST", description = "The manifest; - is the standard input.")
  private String manifest = "";

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "The items, as a JSON array or a line each; - is the standard input.")
  private @Nullable String input;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description =
          "How the items stand in the input: auto (seen from the data), array, lines."
              + " Default: ${DEFAULT-VALUE}.")
  private ItemReader.Format inputFormat = ItemReader.Format.AUTO;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description =
          "json: one object, once the run has ended; jsonl: a line per result, as it comes."
              + " Default: ${DEFAULT-VALUE}.")
  private OutputFormat output = OutputFormat.json;

  @Option(
      names = "--tag",
      description = "With jsonl, write {\"sink\": …, \"output\": …} per result.")
  private boolean tag;

  @Option(
      names = "--runtime",
      paramLabel = "RUNTIME",
      converter = BackendConverter.class,
      defaultValue = "virtual-threads",
      description =
          "What runs the nodes: virtual-threads or event-loop. Default: ${DEFAULT-VALUE}.")
  private AsyncRuntime.Backend backend = AsyncRuntime.Backend.VIRTUAL_THREADS;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The most that the run may take, as 500ms, 30s or 5m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--metrics",
      description = "Add what each node did; with jsonl, as a line of JSON on the standard error.")
  private boolean metrics;

  @Option(
      names = "--explain",
      description = "Tell on the standard error which engine runs each Python node, and why.")
  private boolean explain;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors to the standard error.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Write more to the standard error, stack traces among it.")
  private boolean verbose;

  @Mixin private SandboxOptions sandbox = new SandboxOptions();

  @Mixin private NodeDirectories directories = new NodeDirectories();

  RunCommand(Streams streams, Interruption interruption) {
    this.streams = streams;
    this.interruption = interruption;
  }

  /** How results are written. */
  @SuppressWarnings("checkstyle:ConstantName") // these are the words of the command line
  enum OutputFormat {
    json,
    jsonl
  }

  @Override
  public Integer call() throws IOException {
    setUpLogging();
    if (manifest.equals("-") && "-".equals(input)) {
      throw usage("the manifest and the input cannot both be the standard input; name a file");
    }
    long start = System.nanoTime();
    NodeRegistry registry = directories.addTo(sandbox.registry(manifest));
    Manifest read = ManifestFile.read(manifest, registry, streams);
    Pipeline pipeline = Pipeline.of(read.spec(), registry);
    requireSensibleInput(read, pipeline, registry);
    try (RunInput opened = RunInput.open(read, input, inputFormat, streams)) {
      return run(
          pipeline, opened, new RunReport(metrics, start, engines(read.spec().nodes(), registry)));
    }
  }

  /** Which engine runs a node, where there is a choice; told if that is of interest. */
  private Map<String, String> engines(List<NodeSpec> nodes, NodeRegistry registry) {
    Map<String, String> engines = new LinkedHashMap<>();
    for (NodeSpec node : nodes) {
      registry
          .find(node)
          .flatMap(NodeType::engine)
          .ifPresent(choice -> {
            engines.put(node.id(), choice.name());
            if (explain || verbose || (choice.isFallback() && !quiet)) {
              streams
                  .err()
                  .println(
                      "weft: node '%s' runs %s: %s"
                          .formatted(node.id(), choice.name(), choice.reason()));
            }
          });
    }
    return engines;
  }

  private int run(Pipeline pipeline, RunInput items, RunReport report) throws IOException {
    AtomicReference<PipelineRun> running = new AtomicReference<>();
    Runnable cancel =
        () ->
            Optional.ofNullable(running.get())
                .ifPresent(it -> it.cancel("nobody takes its results"));
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build();
        ResultWriter writer = writer(pipeline, report, cancel)) {
      PipelineRun run = pipeline.start(runtime, items.input(), options(writer));
      running.set(run);
      interruption.onRequest(() -> run.cancel("interrupted"));
      RunResult result;
      try (ProgressBar _ = ProgressBar.start(run, items, streams, showsProgress())) {
        result = run.await();
      }
      writer.finish(result);
      return end(result, writer);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private ResultWriter writer(Pipeline pipeline, RunReport report, Runnable cancel) {
    return switch (output) {
      case json -> new JsonResultWriter(streams.out(), pipeline.graph(), report);
      case jsonl -> new LinesResultWriter(streams.out(), streams.err(), report, tag, cancel);
    };
  }

  private RunOptions options(ResultWriter writer) {
    RunOptions options =
        RunOptions.DEFAULT.onOutput(writer::output).onDeadLetter(writer::deadLetter);
    return timeout == null ? options : options.timeout(timeout);
  }

  private int end(RunResult result, ResultWriter writer) {
    if (writer.isBroken()) {
      return ExitCode.DONE;
    }
    for (NodeError error : result.errors()) {
      streams.err().println("weft: " + error.message());
      Reports.details(error).lines().forEach(line -> streams.err().println("  " + line));
      if (verbose) {
        error.cause().printStackTrace(streams.err());
      }
    }
    if (!quiet) {
      result
          .metrics()
          .forEach((node, counts) -> {
            if (counts.failed() > 0 && result.status() == RunResult.Status.SUCCESS) {
              streams
                  .err()
                  .println(
                      "weft: node '%s' left out %d failed items".formatted(node, counts.failed()));
            }
          });
    }
    return result.status() == RunResult.Status.SUCCESS ? ExitCode.DONE : ExitCode.RUN_FAILED;
  }

  /** Input that nobody takes, or none where some is needed, is a mistake of the command line. */
  private void requireSensibleInput(Manifest read, Pipeline pipeline, NodeRegistry registry) {
    boolean given = input != null || read.input().isPresent();
    if (input != null && read.input().isPresent()) {
      throw usage("there is input_data beside the manifest and --input too; leave one of them out");
    }
    Optional<NodeSpec> taker =
        read.spec().nodes().stream()
            .filter(node -> pipeline.graph().sources().contains(node.id()))
            .filter(node -> takesInput(node, registry))
            .findFirst();
    if (!given && taker.isPresent()) {
      throw usage(
          "node '%s' needs input; give it with --input FILE, or as input_data beside the manifest"
              .formatted(taker.get().id()));
    }
    if (given && taker.isEmpty()) {
      throw usage("there is input, but the pipeline has only sources; leave the input out");
    }
  }

  private static boolean takesInput(NodeSpec node, NodeRegistry registry) {
    return registry.find(node).map(NodeType::form).orElse(NodeType.Form.FUNCTION)
        != NodeType.Form.SOURCE;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private boolean showsProgress() {
    boolean mixed = output == OutputFormat.jsonl && streams.outIsTerminal();
    return streams.errIsTerminal() && !quiet && !mixed;
  }

  private void setUpLogging() {
    if (quiet && verbose) {
      throw usage("--quiet and --verbose contradict each other; leave one of them out");
    }
    StderrLoggerFinder.threshold(
        quiet
            ? System.Logger.Level.ERROR
            : verbose ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING);
  }
}
