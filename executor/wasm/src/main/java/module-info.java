/**
 * WebAssembly in the executor: the sandbox that every guest runs in, be it a module of a user or an
 * interpreter of another language, and nodes that are WebAssembly modules.
 *
 * <p>Start at {@link dev.weft.executor.wasm.Sandbox}.
 */
module dev.weft.executor.wasm {
  requires static org.jspecify;
  requires com.dylibso.chicory.compiler;
  requires transitive com.dylibso.chicory.runtime;
  requires transitive com.dylibso.chicory.wasm;
  requires transitive dev.weft.executor;

  exports dev.weft.executor.wasm;
}
