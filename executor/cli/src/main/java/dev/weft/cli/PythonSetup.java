package dev.weft.cli;

import dev.weft.executor.NodeEngine;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.translated.PythonEngines;
import dev.weft.executor.translated.PythonMode;
import dev.weft.executor.wasm.GuestLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets Python up as the command line says; a class of its own, so that it is loaded at need. */
final class PythonSetup {
  private PythonSetup() {}

  static NodeEngine engine(
      GuestLimits limits,
      Path base,
      List<Path> readable,
      List<Path> writable,
      List<String> variables,
      boolean clock,
      @Nullable PythonMode mode) {
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
    PythonOptions all = clock ? options.allowClock() : options;
    // Without a word of the user's, a manifest takes no code out of the sandbox.
    return mode == null ? PythonEngine.of(all) : PythonEngines.of(all, mode);
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
