package dev.weft.executor.wasm;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.weft.runtime.AsyncIo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A module, read from a file, and compiled when it is first needed. Thread-safe. */
final class ModuleFile {
  private static final System.Logger LOG = System.getLogger("dev.weft.executor.wasm");
  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final int REMEMBERED = 32;

  /** By content, so that the runs of a pipeline, and its check, parse and compile a module once. */
  private static final Map<String, SoftReference<ModuleFile>> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<ModuleFile>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final WasmModule module;
  private final Map<String, Export> exports = new LinkedHashMap<>();

  /** The types of all functions, those imported first. */
  private final List<FunctionType> types = new ArrayList<>();

  private @Nullable Function<Instance, Machine> machines;

  private ModuleFile(WasmModule module) {
    this.module = module;
    module.importSection().stream()
        .filter(FunctionImport.class::isInstance)
        .forEach(it -> addType(((FunctionImport) it).typeIndex()));
    for (int i = 0; i < module.functionSection().functionCount(); i++) {
      addType(module.functionSection().getFunctionType(i));
    }
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      Export export = module.exportSection().getExport(i);
      exports.put(export.name(), export);
      if (export.exportType() == ExternalType.FUNCTION) {
        Objects.checkIndex(export.index(), types.size());
      }
    }
  }

  private void addType(int index) {
    types.add(module.typeSection().getType(index));
  }

  /**
   * Reads a module and checks it against limits.
   *
   * @throws WasmCode.Fault if it cannot be used
   */
  static ModuleFile read(Path path, GuestLimits limits) throws WasmCode.Fault {
    String name = path.toString();
    byte[] bytes = bytes(path, limits);
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes.length <= i || bytes[i] != MAGIC[i]) {
        throw new WasmCode.Fault(
            "file",
            "the file is not a WebAssembly module",
            name,
            "give a .wasm file; compile the text format with wat2wasm");
      }
    }
    ModuleFile file = parsed(bytes, name);
    new ModuleCheck(file.module, limits, name).run();
    return file;
  }

  private static byte[] bytes(Path path, GuestLimits limits) throws WasmCode.Fault {
    String name = path.toString();
    try {
      if (!Files.exists(path)) {
        throw new WasmCode.Fault("file", "there is no such file", name, "check the path");
      }
      if (!Files.isRegularFile(path)) {
        throw new WasmCode.Fault("file", "this is not a file", name, "name a .wasm file");
      }
      int most = (int) limits.moduleBytes();
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new WasmCode.Fault(
              "file",
              "the module is larger than the limit of %d bytes".formatted(most),
              name,
              "build it smaller, or raise the limit");
        }
        return bytes;
      }
    } catch (IOException e) {
      throw new WasmCode.Fault(
          "file", "the file cannot be read: " + e.getMessage(), name, "check the path");
    }
  }

  private static ModuleFile parsed(byte[] bytes, String name) throws WasmCode.Fault {
    String digest = digest(bytes);
    synchronized (KNOWN) {
      SoftReference<ModuleFile> known = KNOWN.get(digest);
      ModuleFile file = known == null ? null : known.get();
      if (file != null) {
        return file;
      }
    }
    if (LocalsScan.count(bytes) > LocalsScan.MOST) {
      throw new WasmCode.Fault(
          "file",
          "the functions of the module have more than %d local variables"
              .formatted(LocalsScan.MOST),
          name,
          "build it with another compiler");
    }
    ModuleFile file;
    try {
      file = new ModuleFile(GuestThreads.compute(() -> Parser.parse(bytes)));
    } catch (RuntimeException e) {
      // The parser stumbles over what is malformed in more ways than it foresees.
      throw malformed(name, Names.shortened(String.valueOf(e.getMessage())));
    } catch (StackOverflowError e) {
      throw malformed(name, "it is nested too deep");
    } catch (OutOfMemoryError e) {
      throw new WasmCode.Fault(
          "file",
          "the JVM has too little memory to load the module",
          name,
          "give the JVM more, or build the module smaller");
    }
    synchronized (KNOWN) {
      KNOWN.put(digest, new SoftReference<>(file));
    }
    return file;
  }

  private static WasmCode.Fault malformed(String name, String why) {
    return new WasmCode.Fault(
        "file", "the module is malformed: " + why, name, "build it anew, or with another compiler");
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The type of an exported function; empty if there is none of that name. */
  Optional<FunctionType> function(String name) {
    Export export = exports.get(name);
    return export == null || export.exportType() != ExternalType.FUNCTION
        ? Optional.empty()
        : Optional.of(types.get(export.index()));
  }

  /** The names of the exported functions. */
  List<String> functions() {
    return exports.values().stream()
        .filter(export -> export.exportType() == ExternalType.FUNCTION)
        .map(Export::name)
        .toList();
  }

  /** Whether the first memory can be reached from outside, as those who exchange bytes need. */
  boolean exportsMemory() {
    return exports.values().stream().anyMatch(export -> export.exportType() == ExternalType.MEMORY);
  }

  /**
   * A new instance, started as a library is but not run as a program. To be called in the guest.
   */
  Instance instantiate(Guest guest) {
    Instance instance =
        guest
            .confine(Instance.builder(module))
            .withStart(false)
            .withMachineFactory(machines())
            .withImportValues(
                ImportValues.builder().withFunctions(List.copyOf(guest.wasi())).build())
            .build();
    if (function("_initialize").isPresent()) {
      instance.export("_initialize").apply();
    }
    return instance;
  }

  /**
   * Runs a program to its end. To be called in the guest.
   *
   * @throws WasiImports.Exit if it ends with another exit code than 0
   */
  void runProgram(Guest guest) {
    try {
      instantiate(guest).export(WasmCode.START).apply();
    } catch (WasiImports.Exit exit) {
      if (exit.code != 0) {
        throw exit;
      }
    }
  }

  /** Compiles the module, unless that was done; however long it takes. For a node's task. */
  void compile() {
    AsyncIo.<Object, RuntimeException>call(GuestThreads.CALLS, this::machines);
  }

  private synchronized Function<Instance, Machine> machines() {
    if (machines == null) {
      machines = compiled();
    }
    return machines;
  }

  private Function<Instance, Machine> compiled() {
    try {
      // Functions too large for the JVM are interpreted, one by one.
      return MachineFactoryCompiler.builder(module)
          .withInterpreterFallback(InterpreterFallback.SILENT)
          .compile();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "a module is interpreted, since it cannot be compiled", e);
      return InterpreterMachine::new;
    }
  }
}
