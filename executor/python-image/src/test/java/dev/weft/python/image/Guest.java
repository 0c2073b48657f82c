package dev.weft.python.image;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import io.trino.wasm.python.Python;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A CPython whose module {@code guest}, in the file {@code guest.py} of a directory, has a function
 * {@code run} from a string to a string.
 */
final class Guest implements AutoCloseable {
  private static final int ROW = 0;
  private static final int STRING = 11;
  private static final int PAGE = 65_536;
  private static final int STACK_PAGES = 256;

  private final WasiPreview1 wasi;
  private final Instance instance;
  private final Memory memory;
  private String error = "";

  Guest(
      Function<Instance, Machine> machine,
      Function<MemoryLimits, Memory> memory,
      Path directory,
      OutputStream output) {
    wasi =
        WasiPreview1.builder()
            .withOptions(
                WasiOptions.builder().withDirectory("/guest", directory).withStdout(output).build())
            .build();
    ImportValues imports =
        ImportValues.builder()
            .addFunction(wasi.toHostFunctions())
            .addFunction(returnError())
            .build();
    instance =
        Instance.builder(Python.load())
            .withMachineFactory(machine)
            .withMemoryFactory(memory)
            .withImportValues(imports)
            .build();
    this.memory = instance.memory();
    growStack();
    int name = put("run\0".getBytes(StandardCharsets.UTF_8));
    instance.export("setup").apply(name, put(ints(ROW, 1, STRING)), put(ints(STRING)));
    check();
  }

  /** A guest with what the module under test makes, which prints to the given stream. */
  static Guest split(OutputStream output) {
    return new Guest(
        SplitPython::create, SplitPython::memory, Path.of("target/test-classes/guest"), output);
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

  /** The stack of 64 KiB that the module comes with is too small for programs that recurse. */
  private void growStack() {
    long top = (long) memory.grow(STACK_PAGES) + STACK_PAGES;
    instance.global(0).setValue(top * PAGE);
  }

  /** Calls the function. */
  String run(String argument) {
    byte[] text = argument.getBytes(StandardCharsets.UTF_8);
    ByteBuffer row = ByteBuffer.allocate(6 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    row.put((byte) 1).put((byte) 1).putInt(text.length).put(text);
    int given = put(row.array());
    error = "";
    int result = (int) instance.export("execute").apply(given)[0];
    check();
    String answer = memory.readString(result + 9, memory.readInt(result + 5));
    instance.export("deallocate").apply(given);
    instance.export("deallocate").apply(result);
    return answer;
  }

  private void check() {
    if (!error.isEmpty()) {
      throw new AssertionError("Python failed: " + error);
    }
  }

  private int put(byte[] bytes) {
    int address = (int) instance.export("allocate").apply(bytes.length)[0];
    memory.write(address, bytes);
    return address;
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  @Override
  public void close() {
    wasi.close();
  }
}
