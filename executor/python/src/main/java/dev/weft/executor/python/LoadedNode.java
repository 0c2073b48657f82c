package dev.weft.executor.python;

import com.dylibso.chicory.wasm.WasmModule;
import dev.weft.executor.NodeContext;
import dev.weft.executor.wasm.Guest;
import dev.weft.executor.wasm.Sandbox;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
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

  /** Starts an instance, and initializes the node in it. */
  PythonInstance start(PythonOptions options, NodeContext context) {
    AsyncRuntime runtime = Async.currentRuntime();
    Sandbox sandbox = Sandbox.of(options.limits(), options.grants(runtime));
    HostPipe pipe = new HostPipe();
    pipe.host(new NodeHost(context));
    byte[] start =
        FrameWriter.tuple(
            "start",
            context.id(),
            context.session(),
            kind.config(context),
            options.variables(),
            options.paths().stream().findFirst().orElse(""),
            options.limits().outputBytes());
    Guest guest = sandbox.guest(context.id(), List.of(), pipe.streams());
    try {
      Started started =
          guest.call(() -> {
            CPython python = restore(guest, options);
            return Started.of(python, FrameReader.read(python.call(start)));
          });
      PythonInstance instance =
          new PythonInstance(runtime, context.id(), started, options, guest, pipe);
      instance.initialize();
      return instance;
    } catch (Throwable e) {
      guest.close();
      throw e;
    }
  }

  private CPython restore(Guest guest, PythonOptions options) {
    RootedFiles files = new RootedFiles(options.paths(), CPython.dot());
    return CPython.restore(module, guest, files.leading(guest.wasi()), List.of(base, difference));
  }
}
