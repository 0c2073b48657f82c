package dev.weft.python.image;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;

/**
 * What makes CPython fast on HotSpot: its functions, made from those of {@code
 * io.trino.wasm.python.Python} by splitting each that is longer than HotSpot compiles, the loop
 * over Python's bytecode above all; and a memory with a short way to each byte.
 *
 * <p>Both stand in for what an instance of CPython has otherwise. Either can be left out.
 *
 * <pre>{@code
 * Instance.builder(Python.load())
 *     .withMachineFactory(SplitPython::create)
 *     .withMemoryFactory(SplitPython::memory)
 * }</pre>
 */
public final class SplitPython {
  private SplitPython() {}

  /** The functions for an instance. As the instance, they serve one thread at a time. */
  public static Machine create(Instance instance) {
    return new PythonMachine(instance);
  }

  /** A memory within these limits, for one thread at a time. */
  public static Memory memory(MemoryLimits limits) {
    return new FlatMemory(limits);
  }

  /**
   * A memory that begins with a content, for an instance of a module whose data is in it already.
   *
   * @param content what the memory takes over: as many bytes as the limits want at first, and any
   *     behind them, as room to grow into
   */
  public static Memory memory(MemoryLimits limits, byte[] content) {
    return new FlatMemory(limits, content);
  }

  /**
   * Takes the array out of a memory of this class, which must not be in use any more and is empty
   * after that. The memory of the next instance can be made in it sooner than in a new one.
   */
  public static byte[] release(Memory memory) {
    return ((FlatMemory) memory).release();
  }
}
