package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.weft.executor.wasm.GuestException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How items go into an exported function and out of it. */
enum Exchange {
  /** Numbers as the function's own parameters and results. */
  NUMBERS,
  /** Strings in UTF-8. */
  TEXT,
  /** Any items, as JSON in UTF-8. */
  JSON,
  /** Byte arrays. */
  BYTES;

  private static final String ALLOC = "alloc";
  private static final String FREE = "dealloc";
  private static final FunctionType TRANSFORM =
      FunctionType.of(List.of(ValType.I32, ValType.I32), List.of(ValType.I64));
  private static final FunctionType ALLOCATES =
      FunctionType.of(List.of(ValType.I32), List.of(ValType.I32));
  private static final FunctionType FREES =
      FunctionType.of(List.of(ValType.I32, ValType.I32), List.of());

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Exchange of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether a module has what this way needs of it. */
  void check(ModuleFile file, String export) throws WasmCode.Fault {
    FunctionType type =
        file.function(export)
            .orElseThrow(() ->
                new WasmCode.Fault(
                    "export",
                    "the module exports no function of that name",
                    Names.shortened(export),
                    hint(file)));
    if (this == NUMBERS) {
      if (!Numbers.accepts(type)) {
        throw signature(export, type, "numbers, and gives at least one");
      }
      return;
    }
    if (!type.equals(TRANSFORM)) {
      throw signature(export, type, ModuleCheck.shown(TRANSFORM));
    }
    if (!file.exportsMemory()) {
      throw new WasmCode.Fault(
          "values",
          "the module does not export its memory",
          label(),
          "export it, so that %s can be put there".formatted(label()));
    }
    if (!file.function(ALLOC).filter(ALLOCATES::equals).isPresent()) {
      throw new WasmCode.Fault(
          "values",
          "the module exports no function '%s' of type %s"
              .formatted(ALLOC, ModuleCheck.shown(ALLOCATES)),
          label(),
          "export it, so that %s can be handed in".formatted(label()));
    }
    FunctionType free = file.function(FREE).orElse(FREES);
    if (!free.equals(FREES)) {
      throw new WasmCode.Fault(
          "values",
          "the module exports '%s' as %s".formatted(FREE, ModuleCheck.shown(free)),
          label(),
          "make it %s, or leave it out".formatted(ModuleCheck.shown(FREES)));
    }
  }

  private static String hint(ModuleFile file) {
    List<String> names = file.functions().stream().map(Names::shortened).limit(10).toList();
    return names.isEmpty() ? "export one" : "it exports " + String.join(", ", names);
  }

  private WasmCode.Fault signature(String export, FunctionType type, String wanted) {
    return new WasmCode.Fault(
        "export",
        "the function is %s; with values \"%s\" it must take %s"
            .formatted(ModuleCheck.shown(type), label(), wanted),
        Names.shortened(export),
        "change the function, or the param 'values'");
  }

  /** Calls a function for items. */
  @FunctionalInterface
  interface Function {
    /** The result for an item, null if there is none. To be called in the guest. */
    @Nullable Object call(Object item);
  }

  /** The function of an instance. */
  Function bind(ModuleFile file, String export, Instance instance, ConfinedGuest guest) {
    ExportFunction function = instance.export(export);
    if (this == NUMBERS) {
      FunctionType type = instance.exportType(export);
      return item ->
          Numbers.item(function.apply(Numbers.arguments(item, type.params())), type.returns());
    }
    ExportFunction free =
        file.function(FREE).isPresent() ? instance.export(FREE) : _ -> new long[0];
    Memory memory = Objects.requireNonNull(instance.memory());
    ExportFunction alloc = instance.export(ALLOC);
    return item -> {
      byte[] in = bytes(item);
      int at = (int) alloc.apply(in.length)[0];
      if (at == 0 && in.length > 0) {
        throw guest.broken(
            Reason.MEMORY, "has no memory for an item of %d bytes".formatted(in.length), null);
      }
      memory.write(at, in);
      long packed = function.apply(at, in.length)[0];
      int resultAt = (int) (packed >>> 32);
      long length = packed & 0xFFFF_FFFFL;
      guest.countOutput(length);
      byte[] out = memory.readBytes(resultAt, (int) length);
      free.apply(at, in.length);
      if (packed != 0 && resultAt != at) {
        free.apply(resultAt, length);
      }
      return packed == 0 ? null : item(out, guest.name());
    };
  }

  private byte[] bytes(Object item) {
    return switch (this) {
      case JSON -> JsonLine.of(item);
      case TEXT -> {
        if (!(item instanceof CharSequence text)) {
          throw new IllegalArgumentException("expected a string, got " + Numbers.shown(item));
        }
        yield text.toString().getBytes(UTF_8);
      }
      default -> {
        if (!(item instanceof byte[] bytes)) {
          throw new IllegalArgumentException("expected bytes, got " + Numbers.shown(item));
        }
        yield bytes;
      }
    };
  }

  private Object item(byte[] bytes, String guest) {
    return switch (this) {
      case JSON -> JsonLine.read(bytes, guest);
      case TEXT -> text(bytes, guest);
      default -> bytes;
    };
  }

  private static String text(byte[] bytes, String guest) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new GuestException(
          Reason.INVALID,
          "guest '%s' gave %d bytes that are not UTF-8; let it give text, or use values \"bytes\""
              .formatted(guest, bytes.length),
          e);
    }
  }
}
