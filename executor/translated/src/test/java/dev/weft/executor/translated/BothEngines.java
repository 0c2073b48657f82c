package dev.weft.executor.translated;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Input;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeError;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonException;
import dev.weft.executor.python.PythonOptions;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.VirtualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a node on each engine, and writes down all that an author could see of it. */
final class BothEngines {
  static final PythonOptions OPTIONS =
      PythonOptions.DEFAULT
          .base(Path.of("src/test/resources/nodes"))
          .cache(Path.of("target/images"));

  static final NodeEngine EMBEDDED = PythonEngine.of(OPTIONS);
  static final NodeEngine TRANSLATED = TranslatedEngine.of(OPTIONS);

  private static final Pattern FRAME = Pattern.compile("File \"(.*)\", line (\\d+), in (.*)");

  private BothEngines() {}

  /** What is visible of a run. */
  record Seen(List<Object> outputs, List<String> skipped, List<String> errors) {}

  static Seen embedded(NodeSpec node, Object... items) {
    return see(EMBEDDED, AsyncRuntime.Backend.EVENT_LOOP, node, "default", items);
  }

  static Seen translated(AsyncRuntime.Backend backend, NodeSpec node, Object... items) {
    return see(TRANSLATED, backend, node, "default", items);
  }

  /** A node of a file, which leaves out the items that fail. */
  static NodeSpec node(String file, String type, Map<String, ?> params) {
    return NodeSpec.of("it", type, params)
        .withCode(new NodeCode("python", Map.of("file", file)))
        .withExecution(ExecutionPolicy.DEFAULT.withOnError(ExecutionPolicy.OnError.SKIP));
  }

  static Pipeline pipeline(NodeEngine engine, NodeSpec node) {
    return Pipeline.of(
        PipelineSpec.builder("test").node(node).build(),
        NodeRegistry.of().withEngine("python", () -> engine));
  }

  static Seen see(
      NodeEngine engine,
      AsyncRuntime.Backend backend,
      NodeSpec node,
      String session,
      Object... items) {
    Pipeline pipeline;
    try {
      pipeline = pipeline(engine, node);
    } catch (PipelineException e) {
      return new Seen(List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
    }
    Input input = items.length == 0 ? Input.none() : Input.of(List.of(items));
    List<Object> outputs = new ArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().backend(backend).clock(VirtualClock.automatic()).build()) {
      RunResult result =
          pipeline
              .start(
                  runtime,
                  input,
                  RunOptions.DEFAULT
                      .session(session)
                      .onOutput(output -> outputs.add(show(output.item()))))
              .await();
      return new Seen(
          outputs,
          result.skipped().stream().map(BothEngines::describe).toList(),
          result.errors().stream().map(BothEngines::describe).toList());
    }
  }

  /** Which lines of which functions the traceback of the item that fails has. */
  static List<String> frames(NodeEngine engine, NodeSpec node, Object item) {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      RunResult result =
          pipeline(engine, node)
              .start(runtime, Input.of(List.of(item)), RunOptions.DEFAULT)
              .await();
      String details = ((PipelineException) result.skipped().getFirst().cause()).details();
      return FRAME
          .matcher(details)
          .results()
          .map(it -> it.group(1) + ":" + it.group(2) + " " + it.group(3))
          .toList();
    }
  }

  private static Object show(Object value) {
    return switch (value) {
      case byte[] bytes -> "bytes " + Arrays.toString(bytes);
      case List<?> list -> list.stream().map(BothEngines::show).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> shown = new LinkedHashMap<>();
        map.forEach((key, each) -> shown.put(key, show(each)));
        yield shown;
      }
      default -> value;
    };
  }

  private static String describe(NodeError error) {
    String text = error.cause().getClass().getSimpleName() + " " + error.message();
    return error.cause() instanceof PythonException e
        ? text + " | " + e.kind() + " " + e.file() + ":" + e.line()
        : text;
  }
}
