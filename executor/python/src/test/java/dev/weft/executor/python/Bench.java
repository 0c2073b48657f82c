package dev.weft.executor.python;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Input;
import dev.weft.executor.Limits;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.Problem;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.AsyncRuntime;
import java.util.List;
import java.util.Map;

/** Shortcuts for tests of nodes whose source is in the test. */
final class Bench {
  /** Shared, so that code and Python itself are loaded once for all tests. */
  static final PythonEngine ENGINE = new PythonEngine();

  private Bench() {}

  static NodeRegistry registry(PythonEngine engine) {
    return NodeRegistry.load().withEngine("python", () -> engine);
  }

  static NodeSpec node(String id, String type, Map<String, ?> params, String source) {
    return NodeSpec.of(id, type, params)
        .withCode(new NodeCode("python", Map.of("source", "import weft\n" + source)));
  }

  static NodeSpec shipped(String id, String type, Map<String, ?> params) {
    return NodeSpec.of(id, type, params)
        .withCode(new NodeCode("python", Map.of("module", "weft.nodes")));
  }

  static Pipeline pipeline(PythonEngine engine, NodeSpec... nodes) {
    PipelineSpec.Builder spec = PipelineSpec.builder("test");
    for (NodeSpec node : nodes) {
      spec.node(node);
    }
    for (int i = 1; i < nodes.length; i++) {
      spec.connect(nodes[i - 1].id(), nodes[i].id());
    }
    return Pipeline.of(spec.build(), registry(engine));
  }

  static RunResult run(Pipeline pipeline, Object... items) {
    return run(pipeline, RunOptions.DEFAULT, items);
  }

  static RunResult run(Pipeline pipeline, RunOptions options, Object... items) {
    return run(pipeline, options, Input.of(List.of(items)));
  }

  static RunResult run(Pipeline pipeline, RunOptions options, Input input) {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      return runtime.blockOn(() -> pipeline.start(runtime, input, options).await());
    }
  }

  /** The outputs of a node whose class is {@code N}. */
  static List<Object> outputs(String source, Object... items) {
    RunResult result = run(pipeline(ENGINE, node("n", "N", Map.of(), source)), items);
    if (result.status() != RunResult.Status.SUCCESS) {
      throw new AssertionError(
          result.errors().getFirst().message() + "\n" + result.errors().getFirst().cause());
    }
    return result.outputs();
  }

  /** The outputs of a node whose class is {@code N}, with a policy. */
  static RunResult run(String source, ExecutionPolicy policy, Object... items) {
    return run(pipeline(ENGINE, node("n", "N", Map.of(), source).withExecution(policy)), items);
  }

  static List<Problem> problems(PythonEngine engine, NodeSpec node) {
    return Pipeline.validate(
        PipelineSpec.builder("test").node(node).build(), registry(engine), Limits.DEFAULT);
  }
}
