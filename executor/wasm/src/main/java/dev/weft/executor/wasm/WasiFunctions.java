package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/** Gathers functions of WASI preview 1, by their names and the types of their parameters. */
final class WasiFunctions {
  static final String MODULE = "wasi_snapshot_preview1";

  private final List<HostFunction> functions = new ArrayList<>();

  /** A function; what it returns or throws becomes its error number. */
  @FunctionalInterface
  interface Call {
    int run(Memory memory, Arguments in) throws Errno.Failure, IOException;
  }

  /** The arguments of a call. */
  static final class Arguments {
    private final long[] values;

    Arguments(long[] values) {
      this.values = values;
    }

    int number(int index) {
      return (int) values[index];
    }

    long wide(int index) {
      return values[index];
    }
  }

  /**
   * Adds a function.
   *
   * @param params the types of its parameters: {@code i} for i32, {@code l} for i64
   */
  void add(String name, String params, Call call) {
    functions.add(
        new HostFunction(
            MODULE,
            name,
            FunctionType.of(types(params), List.of(ValType.I32)),
            (instance, values) -> {
              Memory memory = instance.memory();
              if (memory == null) {
                return new long[] {Errno.FAULT};
              }
              try {
                return new long[] {call.run(memory, new Arguments(values))};
              } catch (Errno.Failure | IOException e) {
                return new long[] {Errno.of(e)};
              } catch (DirectoryIteratorException e) {
                return new long[] {Errno.IO};
              } catch (InvalidPathException e) {
                return new long[] {Errno.INVAL};
              }
            }));
  }

  /** Adds a function that does not return. */
  void addEnd(String name, String params, Call call) {
    functions.add(
        new HostFunction(
            MODULE,
            name,
            FunctionType.of(types(params), List.of()),
            (instance, values) -> {
              try {
                call.run(instance.memory(), new Arguments(values));
              } catch (Errno.Failure | IOException e) {
                throw new IllegalStateException(name + " cannot fail", e);
              }
              return new long[0];
            }));
  }

  private static List<ValType> types(String params) {
    return params.chars().mapToObj(type -> type == 'l' ? ValType.I64 : ValType.I32).toList();
  }

  List<HostFunction> all() {
    return List.copyOf(functions);
  }
}
