package dev.weft.executor.python;

import com.dylibso.chicory.wasm.WasmModule;
import dev.weft.executor.wasm.Guest;
import java.util.List;

/**
 * A node's code, loaded: what it says of itself, and the memory to start instances from.
 *
 * @param module the module of CPython
 * @param base the image it was loaded into
 * @param difference what loading it changed
 * @param kind what the code says of itself
 */
record LoadedNode(WasmModule module, MemoryImage base, MemoryImage difference, NodeKind kind) {

  /** An instance that has loaded the code. */
  CPython restore(Guest guest, PythonOptions options) {
    RootedFiles files = new RootedFiles(options.paths(), CPython.dot());
    return CPython.restore(module, guest, files.leading(guest.wasi()), List.of(base, difference));
  }
}
