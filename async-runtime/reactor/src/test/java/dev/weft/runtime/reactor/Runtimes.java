package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;

/** Runtimes for tests. */
final class Runtimes {
  private Runtimes() {}

  /** A runtime that runs by itself. */
  static AsyncRuntime started(Backend backend) {
    AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build();
    runtime.start();
    return runtime;
  }
}
