package dev.weft.executor.test;

import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.translated.TranslatedEngine;
import dev.weft.runtime.AsyncRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Testers with what makes them quick. */
final class Testers {
  /** Kept from build to build. */
  private static final PythonOptions OPTIONS =
      PythonOptions.DEFAULT.cache(Path.of("executor", "test", "target", "python-cache"));

  private Testers() {}

  static NodeTester embedded(Duration limit) {
    return NodeTester.of("embedded", limits -> PythonEngine.of(OPTIONS.limits(limits)), limit);
  }

  static NodeTester translated() {
    return NodeTester.of("translated", limits -> TranslatedEngine.of(OPTIONS.limits(limits)));
  }

  static NodeTester embedded(AsyncRuntime.Backend backend) {
    return NodeTester.of(
        "embedded", limits -> PythonEngine.of(OPTIONS.limits(limits)), NodeTester.LIMIT, backend);
  }

  static NodeTester translated(AsyncRuntime.Backend backend) {
    return NodeTester.of(
        "translated",
        limits -> TranslatedEngine.of(OPTIONS.limits(limits)),
        NodeTester.LIMIT,
        backend);
  }

  static Optional<NodeTester> installed() {
    return NodeTester.installed(NodeTester.LIMIT);
  }
}
