package dev.weft.executor.python;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import dev.weft.executor.PipelineException;
import dev.weft.executor.wasm.Guest;
import dev.weft.python.image.SplitPython;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One CPython: bytes in, bytes out. The one place that knows how the guest is called and where in
 * its memory things are; made for {@code io.trino:trino-wasm-python:3.13-6}.
 *
 * <p>That module exports {@code allocate(size)}, {@code deallocate(pointer)}, {@code setup(name,
 * argument types, result type)}, which imports the module {@code guest} from {@code /guest} and
 * finds a function in it, and {@code execute(arguments)}, which calls it. Values are a byte that
 * says whether there is one, and for bytes a length of 32 bits before them; a result has four bytes
 * in front of all that. Where the function raises, {@code trino.return_error} is called, and the
 * result is null.
 *
 * <p>For one thread at a time, inside a call of its {@link Guest}.
 */
final class CPython {
  private static final int ROW = 0;
  private static final int BYTES = 12;
  private static final int STACK_POINTER = 0;
  private static final int PAGE = 65_536;

  /** The 64 KiB that the module comes with are too few: 16 MiB, for deep recursion. */
  private static final int STACK_PAGES = 256;

  /**
   * Where "guest", the name of the one directory that the C library knows, stands: there, twice.
   */
  private static final int[] ROOT_NAMES = {25_605_328, 25_655_248};

  private static final String GUEST = "guest\0";

  private final Instance instance;
  private final Memory memory;
  private @Nullable String error;

  private CPython(
      WasmModule module, Guest guest, List<HostFunction> wasi, List<MemoryImage> images) {
    List<HostFunction> functions = new ArrayList<>(wasi);
    functions.add(returnError());
    MemoryLimits declared = module.memorySection().orElseThrow().getMemory(0).limits();
    int pages = images.isEmpty() ? declared.initialPages() : images.getLast().pages();
    MemoryLimits limits = guest.confine(new MemoryLimits(pages, Integer.MAX_VALUE / PAGE));
    Instance.Builder builder = guest.confine(Instance.builder(module));
    instance =
        builder
            .withMachineFactory(SplitPython::create)
            .withMemoryLimits(limits)
            .withMemoryFactory(it ->
                images.isEmpty()
                    ? SplitPython.memory(limits)
                    : SplitPython.memory(limits, SpareArrays.restored(images)))
            .withImportValues(
                ImportValues.builder().addFunction(functions.toArray(HostFunction[]::new)).build())
            .withStart(false)
            .build();
    memory = instance.memory();
  }

  private HostFunction returnError() {
    return new HostFunction(
        "trino",
        "return_error",
        FunctionType.of(
            List.of(ValType.I32, ValType.I32, ValType.I32, ValType.I32, ValType.I32), List.of()),
        (guest, values) -> {
          error = guest.memory().readString((int) values[1], (int) values[2]);
          return new long[0];
        });
  }

  /**
   * Starts a CPython from the module as it comes, with the guest's code in the directory {@code
   * /guest} that the guest is granted.
   */
  static CPython boot(WasmModule module, Guest guest) {
    CPython python = new CPython(module, guest, guest.wasi(), List.of());
    int top = python.memory.grow(STACK_PAGES);
    python.instance.global(STACK_POINTER).setValue((long) (top + STACK_PAGES) * PAGE);
    python.setUp();
    python.renameRoot();
    return python;
  }

  /** Restores a CPython from images, each on top of the one before. */
  static CPython restore(
      WasmModule module, Guest guest, List<HostFunction> wasi, List<MemoryImage> images) {
    CPython python = new CPython(module, guest, wasi, images);
    python.instance.global(STACK_POINTER).setValue(images.getLast().stackPointer());
    return python;
  }

  /** Lets the next one have the memory. For when this is not called, and never will be again. */
  void release() {
    SpareArrays.keep(SplitPython.release(memory));
  }

  /** An address at which a dot stands, in any image made by {@link #boot}. */
  static int dot() {
    return ROOT_NAMES[0] + 1;
  }

  private void setUp() {
    int name = allocate(8);
    memory.writeCString(name, "call");
    int argument = allocate(3 * Integer.BYTES);
    memory.writeI32(argument, ROW);
    memory.writeI32(argument + 4, 1);
    memory.writeI32(argument + 8, BYTES);
    int result = allocate(Integer.BYTES);
    memory.writeI32(result, BYTES);
    instance.export("setup").apply(name, argument, result);
  }

  private void renameRoot() {
    for (int at : ROOT_NAMES) {
      if (!memory.readString(at, GUEST.length()).equals(GUEST)) {
        throw new PipelineException(
            "the CPython that was found is not the one this was made for: no directory's name at %d; use io.trino:trino-wasm-python:3.13-6"
                .formatted(at),
            null);
      }
      memory.writeByte(at, (byte) 0);
      memory.writeByte(at + 1, (byte) '.');
    }
  }

  private int allocate(int size) {
    return (int) instance.export("allocate").apply(size)[0];
  }

  private void deallocate(int pointer) {
    instance.export("deallocate").apply(pointer);
  }

  /** Has the guest answer a frame. */
  byte[] call(byte[] frame) {
    int argument = allocate(frame.length + 6);
    memory.writeByte(argument, (byte) 1);
    memory.writeByte(argument + 1, (byte) 1);
    memory.writeI32(argument + 2, frame.length);
    memory.write(argument + 6, frame);
    error = null;
    int result = (int) instance.export("execute").apply(argument)[0];
    deallocate(argument);
    if (result == 0) {
      throw new PipelineException(
          "Python could not answer: " + (error == null ? "no reason given" : error), null);
    }
    byte[] reply = memory.readBytes(result + 9, memory.readInt(result + 5));
    deallocate(result);
    return reply;
  }

  /** The memory as it is now. */
  MemoryImage image() {
    return MemoryImage.of(memory, stackPointer());
  }

  /** What is different in the memory from an image that this was restored from. */
  MemoryImage difference(MemoryImage base) {
    return base.difference(memory, stackPointer());
  }

  private long stackPointer() {
    return instance.global(STACK_POINTER).getValue();
  }
}
