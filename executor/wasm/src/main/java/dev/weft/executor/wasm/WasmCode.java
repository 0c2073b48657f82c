package dev.weft.executor.wasm;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.weft.executor.NodeType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of a node that is a module.
 *
 * @param file the module
 * @param export the function to call; null for a program
 * @param exchange how items get in and out
 * @param arguments what a program is started with, its name first
 * @param perItem whether a program is run anew for each item
 */
record WasmCode(
    Path file,
    @Nullable String export,
    Exchange exchange,
    List<String> arguments,
    boolean perItem) {
  static final String START = "_start";

  private static final List<String> FIELDS =
      List.of("file", "export", "values", "arguments", "per");

  /** Something is wrong with the code of a node. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    final String field;
    final String message;
    final transient Object met;
    final String hint;

    /**
     * A fault.
     *
     * @param field which field it concerns
     * @param message what is wrong
     * @param met the value that was met
     * @param hint what to do
     */
    Fault(String field, String message, Object met, String hint) {
      super(message, null, false, false);
      this.field = field;
      this.message = message;
      this.met = met;
      this.hint = hint;
    }
  }

  static WasmCode read(Map<String, Object> fields, Path base) throws Fault {
    for (String name : fields.keySet()) {
      if (!FIELDS.contains(name)) {
        throw new Fault(name, "unknown field of 'wasm'", name, "use " + String.join(", ", FIELDS));
      }
    }
    String file = string(fields, "file");
    if (file == null) {
      throw new Fault("", "the module is missing", fields.keySet(), "add \"file\": \"….wasm\"");
    }
    String export = string(fields, "export");
    for (String name : List.of("arguments", "per")) {
      if (export != null && fields.containsKey(name)) {
        throw new Fault(
            name, "'%s' is for programs".formatted(name), export, "leave it, or 'export', out");
      }
    }
    if (export == null && fields.containsKey("values")) {
      throw new Fault(
          "values",
          "'values' is for exported functions; a program reads and writes JSON",
          String.valueOf(fields.get("values")),
          "leave it out, or name an 'export'");
    }
    return new WasmCode(
        path(base, file),
        export,
        Exchange.of(choice(fields, "values", List.of("numbers", "text", "json", "bytes"))),
        arguments(fields),
        choice(fields, "per", List.of("run", "item")).equals("item"));
  }

  private static Path path(Path base, String file) throws Fault {
    try {
      return base.resolve(file);
    } catch (InvalidPathException e) {
      throw new Fault("file", "this is not a path: " + e.getReason(), file, "check the path");
    }
  }

  private static @Nullable String string(Map<String, Object> fields, String name) throws Fault {
    Object value = fields.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text) || text.isBlank()) {
      throw new Fault(name, "expected a string", value, "write it in quotes");
    }
    return text;
  }

  /** One of several words, the first unless another is given. */
  private static String choice(Map<String, Object> fields, String name, List<String> words)
      throws Fault {
    Object value = fields.getOrDefault(name, words.getFirst());
    if (!(value instanceof String word) || !words.contains(word)) {
      throw new Fault(
          name, "expected one of several words", value, "use " + String.join(", ", words));
    }
    return word;
  }

  private static List<String> arguments(Map<String, Object> fields) throws Fault {
    Object value = fields.getOrDefault("arguments", List.of());
    if (!(value instanceof List<?> list)) {
      throw new Fault("arguments", "expected a list of strings", value, "write [\"…\"]");
    }
    List<String> arguments = new ArrayList<>(List.of("program"));
    for (Object each : list) {
      if (!(each instanceof String text) || text.indexOf('\0') >= 0) {
        throw new Fault("arguments", "an argument is not a string", each, "write it in quotes");
      }
      arguments.add(text);
    }
    return List.copyOf(arguments);
  }

  /** The type of the node, once its module was found to be right. */
  NodeType type(String name, ConfinedSandbox sandbox) throws Fault {
    ModuleFile module = ModuleFile.read(file, sandbox.limits());
    if (export != null) {
      exchange.check(module, export);
      return new WasmNodeType.OfFunction(name, module, exchange, export, sandbox);
    }
    checkProgram(module);
    return perItem
        ? new WasmNodeType.OfProgram(name, module, arguments, sandbox)
        : new WasmNodeType.OfStream(name, module, arguments, sandbox);
  }

  private void checkProgram(ModuleFile module) throws Fault {
    FunctionType start =
        module
            .function(START)
            .orElseThrow(() ->
                new Fault(
                    "file",
                    "the module is no WASI program: it exports no function '_start'",
                    file.toString(),
                    "build it as a program, or name an 'export' to call"));
    if (!start.params().isEmpty() || !start.returns().isEmpty()) {
      throw new Fault(
          "file",
          "the module's '_start' is %s; it must take and give nothing"
              .formatted(ModuleCheck.shown(start)),
          file.toString(),
          "build it as a WASI program");
    }
  }
}
