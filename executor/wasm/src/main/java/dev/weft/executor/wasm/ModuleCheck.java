package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemorySection;
import com.dylibso.chicory.wasm.types.SubType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a module asks for more than a sandbox gives. */
final class ModuleCheck {
  /** What a guest may import; the same in every sandbox, where a call may then give an error. */
  private static final Map<String, FunctionType> WASI =
      Sandbox.of(GuestLimits.DEFAULT, Grants.none()).guest("none").wasi().stream()
          .collect(Collectors.toUnmodifiableMap(HostFunction::name, HostFunction::functionType));

  private final WasmModule module;
  private final GuestLimits limits;
  private final String name;

  ModuleCheck(WasmModule module, GuestLimits limits, String name) {
    this.module = module;
    this.limits = limits;
    this.name = name;
  }

  void run() throws WasmCode.Fault {
    for (Import wanted : module.importSection().stream().toList()) {
      check(wanted);
    }
    types();
    memory();
    tables();
  }

  private WasmCode.Fault fault(String message, String hint) {
    return new WasmCode.Fault("file", message, name, hint);
  }

  private void check(Import wanted) throws WasmCode.Fault {
    String shown =
        "'%s' from '%s'"
            .formatted(Names.shortened(wanted.name()), Names.shortened(wanted.module()));
    if (!wanted.module().equals(WasiFunctions.MODULE)
        || !(wanted instanceof FunctionImport function)
        || !WASI.containsKey(wanted.name())) {
      throw fault(
          "the module imports %s, which it is not given".formatted(shown),
          "build it to import functions of %s only, or nothing".formatted(WasiFunctions.MODULE));
    }
    FunctionType type = module.typeSection().getType(function.typeIndex());
    if (!type.equals(WASI.get(wanted.name()))) {
      throw fault(
          "the module imports %s as %s, which is %s"
              .formatted(shown, shown(type), shown(WASI.get(wanted.name()))),
          "build it with a current toolchain");
    }
  }

  /** Objects of the guest in the host's heap are beyond every limit on memory. */
  private void types() throws WasmCode.Fault {
    for (int i = 0; i < module.typeSection().subTypeCount(); i++) {
      SubType type = module.typeSection().getSubType(i);
      if (type.compType().structType() != null || type.compType().arrayType() != null) {
        throw fault(
            "the module uses garbage-collected types, which a sandbox does not give",
            "build it without the GC proposal");
      }
    }
  }

  private void memory() throws WasmCode.Fault {
    int memories = module.memorySection().map(MemorySection::memoryCount).orElse(0);
    if (memories > 1) {
      throw fault("the module has %d memories".formatted(memories), "build it to have one memory");
    }
    if (memories == 1) {
      int pages = module.memorySection().orElseThrow().getMemory(0).limits().initialPages();
      if (pages > limits.memoryPages()) {
        throw fault(
            "the module wants %d pages of memory to start with, %d is the limit"
                .formatted(pages, limits.memoryPages()),
            "build it to start with less, or raise the limit");
      }
    }
  }

  private void tables() throws WasmCode.Fault {
    long entries =
        IntStream.range(0, module.tableSection().tableCount())
            .mapToLong(i -> module.tableSection().getTable(i).limits().min())
            .sum();
    if (entries > ConfinedGuest.MOST_TABLE_ENTRIES) {
      throw fault(
          "the module wants tables of %d entries, %d is the limit"
              .formatted(entries, ConfinedGuest.MOST_TABLE_ENTRIES),
          "build it with smaller tables");
    }
    if (module.tableSection().tableCount() > ConfinedGuest.MOST_TABLES) {
      throw fault(
          "the module has %d tables, %d is the limit"
              .formatted(module.tableSection().tableCount(), ConfinedGuest.MOST_TABLES),
          "build it with fewer tables");
    }
  }

  /** A type as in the text format, roughly: {@code (i32, i32) -> i64}. */
  static String shown(FunctionType type) {
    String returns = shown(type.returns());
    return "(%s) -> %s".formatted(shown(type.params()), returns.isEmpty() ? "nothing" : returns);
  }

  private static String shown(List<ValType> types) {
    String text =
        types.stream().map(ModuleCheck::shown).limit(20).collect(Collectors.joining(", "));
    return types.size() > 20 ? text + ", …" : text;
  }

  private static String shown(ValType type) {
    if (type.equals(ValType.I32)) {
      return "i32";
    } else if (type.equals(ValType.I64)) {
      return "i64";
    } else if (type.equals(ValType.F32)) {
      return "f32";
    } else if (type.equals(ValType.F64)) {
      return "f64";
    }
    return Names.shortened(type.toString());
  }
}
