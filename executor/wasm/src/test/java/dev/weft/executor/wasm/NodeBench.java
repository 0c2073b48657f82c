package dev.weft.executor.wasm;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Input;
import dev.weft.executor.Limits;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs pipelines of one WebAssembly node. */
final class NodeBench {
  static final ExecutionPolicy POLICY = ExecutionPolicy.DEFAULT;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path directory;
  final GuestLimits limits;
  private final Grants grants;

  NodeBench(Path directory, GuestLimits limits, Grants grants) {
    this.directory = directory;
    this.limits = limits;
    this.grants = grants;
  }

  /** A module's file, from an example or from text. */
  String file(String wat) {
    try {
      String text =
          wat.startsWith("(") ? wat : Files.readString(Path.of("../../examples/wasm", wat));
      Path file = directory.resolve("module" + COUNT.incrementAndGet() + ".wasm");
      Files.write(file, Wat.compile(text));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NodeRegistry registry(NodeType... more) {
    return NodeRegistry.of(more)
        .withEngine("wasm", () -> WasmEngine.of(Sandbox.of(limits, grants), directory));
  }

  /** A node that is a module. */
  static NodeSpec node(String id, Map<String, ?> wasm, ExecutionPolicy policy) {
    return NodeSpec.of(id, "Wasm", Map.of())
        .withExecution(policy)
        .withCode(new NodeCode("wasm", Map.copyOf(wasm)));
  }

  private static PipelineSpec spec(Map<String, ?> wasm, ExecutionPolicy policy) {
    return PipelineSpec.builder("wasm").node(node("guest", wasm, policy)).build();
  }

  Pipeline pipeline(Map<String, ?> wasm, ExecutionPolicy policy) {
    return Pipeline.of(spec(wasm, policy), registry());
  }

  RunResult run(Map<String, ?> wasm, ExecutionPolicy policy, List<?> items) {
    try {
      return pipeline(wasm, policy).run(Input.of(items), RunOptions.DEFAULT);
    } catch (PipelineException.Failed e) {
      return e.result();
    }
  }

  static RunResult run(AsyncRuntime runtime, Pipeline pipeline, Input input) {
    return runtime.blockOn(() -> pipeline.run(input, RunOptions.DEFAULT));
  }

  String problem(Map<String, ?> wasm) {
    return Pipeline.validate(spec(wasm, POLICY), registry(), Limits.DEFAULT).toString();
  }
}
