package dev.weft.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.weft.executor.Input;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One way to run a node. */
@FunctionalInterface
interface NodeWay {
  CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
  OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** What comes of items. */
  List<Object> run(List<Object> items) throws IOException;

  /** Processor time in nanoseconds, beyond that of this process. */
  default long cpuElsewhere() {
    return 0;
  }

  /**
   * What running it once took.
   *
   * @param wall nanoseconds
   * @param cpu nanoseconds of processor time of all processes that took part
   * @param compiling milliseconds for which HotSpot's compilers were busy
   */
  record Window(long wall, long cpu, long compiling) {}

  /** Something that can be measured, here or in another process. */
  @FunctionalInterface
  interface Timed {
    /** Runs it for so many items. */
    Window run(int count) throws IOException;
  }

  /** Measures it in this process. */
  default Timed timed(NodeLoad load) {
    return new Timed() {
      private List<Object> items = List.of();

      @Override
      public Window run(int count) throws IOException {
        if (items.size() != count) {
          items = load.items(count);
        }
        long compiling = COMPILERS.getTotalCompilationTime();
        long cpu = SYSTEM.getProcessCpuTime() + cpuElsewhere();
        long begin = System.nanoTime();
        NodeWay.this.run(items);
        long wall = System.nanoTime() - begin;
        return new Window(
            wall,
            SYSTEM.getProcessCpuTime() + cpuElsewhere() - cpu,
            COMPILERS.getTotalCompilationTime() - compiling);
      }
    };
  }

  /** The node in Java, in a pipeline. */
  static NodeWay java(NodeLoad load, AsyncRuntime runtime) {
    return pipeline(runtime, node(load), NodeRegistry.of(load.java()));
  }

  /** The node in Python, in a pipeline, as an engine runs it. */
  static NodeWay python(NodeLoad load, Path nodes, NodeEngine engine, AsyncRuntime runtime) {
    String file = load.source(nodes).toString();
    return pipeline(
        runtime,
        node(load).withCode(new NodeCode("python", Map.of("file", file))),
        NodeRegistry.of().withEngine("python", () -> engine));
  }

  private static NodeSpec node(NodeLoad load) {
    return NodeSpec.of("node", load.type(), load.params());
  }

  private static NodeWay pipeline(AsyncRuntime runtime, NodeSpec node, NodeRegistry registry) {
    Pipeline pipeline = Pipeline.of(PipelineSpec.builder("bench").node(node).build(), registry);
    return items -> {
      List<Object> results = new ArrayList<>();
      RunOptions options = RunOptions.DEFAULT.onOutput(output -> results.add(output.item()));
      runtime.blockOn(() -> pipeline.run(Input.of(items), options));
      return results;
    };
  }
}
