package dev.weft.benchmarks;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A runtime on one of its backends. */
@State(Scope.Benchmark)
public class WeftState {
  /** What runs the tasks. */
  @Param({"VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
  public Backend backend = Backend.VIRTUAL_THREADS;

  AsyncRuntime runtime = AsyncRuntime.virtualThreads();

  /** Makes the runtime. */
  @Setup(Level.Trial)
  public void open() {
    runtime = AsyncRuntime.builder().backend(backend).build();
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void close() {
    runtime.close();
  }
}
