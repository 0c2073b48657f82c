/**
 * WebAssembly in the executor: the sandbox that every guest runs in, be it a module of a user or an
 * interpreter of another language, and nodes that are WebAssembly modules.
 *
 * <p>Start at {@link dev.weft.executor.wasm.WasmEngine} to run modules as nodes, at {@link
 * dev.weft.executor.wasm.Sandbox} to host guests of another kind.
 */
module dev.weft.executor.wasm {
  requires static org.jspecify;
  requires com.dylibso.chicory.compiler;
  requires transitive com.dylibso.chicory.runtime;
  requires transitive com.dylibso.chicory.wasm;
  requires transitive dev.weft.executor;
  requires dev.weft.executor.manifest;

  exports dev.weft.executor.wasm;

  provides dev.weft.executor.NodeEngine with
      dev.weft.executor.wasm.WasmEngine;
}
