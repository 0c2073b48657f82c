/**
 * Nodes written in Python, run by a CPython inside the JVM: no Python needs to be installed.
 *
 * <p>Start at {@link dev.weft.executor.python.PythonEngine}.
 */
module dev.weft.executor.python {
  requires static org.jspecify;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.wasm;
  requires transitive dev.weft.executor.wasm;
  requires dev.weft.python.image;
  requires trino.wasm.python;

  exports dev.weft.executor.python;

  provides dev.weft.executor.NodeEngine with
      dev.weft.executor.python.PythonEngine;
}
