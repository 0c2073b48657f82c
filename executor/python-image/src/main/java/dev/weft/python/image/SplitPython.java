package dev.weft.python.image;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;

/**
 * The functions of CPython, made from those of {@code io.trino.wasm.python.Python} by splitting each
 * that is longer than HotSpot compiles, the loop over Python's bytecode above all.
 *
 * <p>Takes the place of {@code Python::create} where an instance of the module that {@code
 * Python.load()} gives is built:
 *
 * <pre>{@code
 * Instance.builder(Python.load()).withMachineFactory(SplitPython::create)
 * }</pre>
 */
public final class SplitPython {
  private SplitPython() {}

  /** The machine for an instance. As the instance, it serves one thread at a time. */
  public static Machine create(Instance instance) {
    return new PythonMachine(instance);
  }
}
