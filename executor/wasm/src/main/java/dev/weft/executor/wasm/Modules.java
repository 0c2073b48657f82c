package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.ArrayList;
import java.util.List;

/** What the types of nodes have in common. */
final class Modules {
  static final Param<String> FILE =
      Param.string("file", "The module, a .wasm file.").min(1).alsoCalled("path", "module", "wasm");

  static final Param<List<Object>> ARGUMENTS =
      Param.list("arguments", "What the program is started with, after its own name.")
          .orElse(List.of());

  private static final String START = "_start";

  private Modules() {}

  /** Loads a WASI program. */
  static ModuleFile program(Params params, GuestLimits limits) throws ModuleFault.Found {
    String name = params.get(FILE);
    ModuleFile file = ModuleFile.read(name, limits);
    FunctionType start =
        file.function(START)
            .orElseThrow(() ->
                new ModuleFault.Found(
                    "file",
                    "the module is no WASI program: it exports no function '_start'",
                    name,
                    "build it as a program, or call one of its functions with a WasmNode"));
    if (!start.params().isEmpty() || !start.returns().isEmpty()) {
      throw new ModuleFault.Found(
          "file",
          "the module's '_start' is %s; it must take and give nothing"
              .formatted(ModuleCheck.shown(start)),
          name,
          "build it as a WASI program");
    }
    for (Object argument : params.get(ARGUMENTS)) {
      if (!(argument instanceof String text) || text.indexOf('\0') >= 0) {
        throw new ModuleFault.Found(
            "arguments", "an argument is not a string", argument, "write it in quotes");
      }
    }
    return file;
  }

  /** The arguments of a program, its name first. */
  static List<String> arguments(Params params) {
    List<String> arguments = new ArrayList<>(List.of("program"));
    params.get(ARGUMENTS).forEach(argument -> arguments.add(String.valueOf(argument)));
    return arguments;
  }

  /**
   * Runs a program to its end. To be called in the guest.
   *
   * @throws WasiImports.Exit if it ends with another exit code than 0
   */
  static void runProgram(Instance instance) {
    try {
      instance.export(START).apply();
    } catch (WasiImports.Exit exit) {
      if (exit.code != 0) {
        throw exit;
      }
    }
  }

  /** Loads a module. */
  @FunctionalInterface
  interface Load {
    ModuleFile run() throws ModuleFault.Found;
  }

  static void report(NodeType.Report report, Load load) {
    try {
      load.run();
    } catch (ModuleFault.Found e) {
      report.problem(e.fault.param(), e.fault.message(), e.fault.met(), e.fault.hint());
    }
  }

  static ModuleFile orThrow(Load load) {
    try {
      return load.run();
    } catch (ModuleFault.Found e) {
      throw e.fault.asException();
    }
  }
}
