package dev.weft.cli;

import dev.weft.executor.NodeEngine;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.wasm.GuestLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sets Python up as the command line says; a class of its own, so that it is loaded at need. */
final class PythonSetup {
  private PythonSetup() {}

  static NodeEngine engine(
      GuestLimits limits,
      Path base,
      List<Path> readable,
      List<Path> writable,
      List<String> variables,
      boolean clock) {
    PythonOptions options = PythonOptions.DEFAULT.limits(limits).base(base);
    for (Path directory : readable) {
      options = options.allowRead(directory);
    }
    for (Path directory : writable) {
      options = options.allowWrite(directory);
    }
    for (String name : variables) {
      options = options.allowVariable(name, System.getenv(name));
    }
    Optional<Path> cache = cache();
    if (cache.isPresent()) {
      options = options.cache(cache.get());
    }
    return PythonEngine.of(clock ? options.allowClock() : options);
  }

  /** Where what makes the next start quick is kept. */
  private static Optional<Path> cache() {
    if (System.getenv("WEFT_NO_CACHE") != null) {
      return Optional.empty();
    }
    String own = System.getenv("WEFT_CACHE");
    if (own != null) {
      return Optional.of(Path.of(own));
    }
    String common = System.getenv("XDG_CACHE_HOME");
    return Optional.of(
        common == null || common.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache", "weft")
            : Path.of(common, "weft"));
  }
}
