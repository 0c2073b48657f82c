package dev.weft.executor.translated;

import dev.weft.executor.JsonNull;
import dev.weft.executor.NodeType.Form;
import dev.weft.executor.NodeType.Report;
import dev.weft.executor.PipelineException;
import dev.weft.executor.python.NodeCodeSource;
import dev.weft.executor.python.NodeKind;
import dev.weft.executor.python.PythonException;
import dev.weft.python.Dyn;
import dev.weft.python.Hosting;
import dev.weft.python.Py;
import dev.weft.python.PyClass;
import dev.weft.python.PyType;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.translator.parser.SyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Loads the code of nodes, once for each content of it. Thread-safe. */
final class TranslatedLoader {
  private final Map<String, ModuleTranslator.Result> modules = new ConcurrentHashMap<>();
  private final Map<String, LoadedNode> nodes = new ConcurrentHashMap<>();

  /** What became of the code as a whole. */
  ModuleTranslator.Result module(NodeCodeSource code) {
    return modules.computeIfAbsent(code.key(), key -> ModuleTranslator.translate(code));
  }

  /** Loads the code of a node of a type; empty if something was reported. */
  Optional<LoadedNode> load(NodeCodeSource code, String type, Report report) {
    String key = code.key() + " " + type;
    LoadedNode known = nodes.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      return switch (module(code)) {
        case ModuleTranslator.Result.Refused(String reason, String place, String hint) -> {
          report.problem(code.field(), "the code cannot be translated: " + reason, place, hint);
          yield Optional.empty();
        }
        case ModuleTranslator.Result.Compiled(CompiledModule module) -> {
          Optional<LoadedNode> loaded = look(code, module, type, report);
          loaded.ifPresent(it -> nodes.put(key, it));
          yield loaded;
        }
      };
    } catch (SyntaxException e) {
      code.reportFailure(
          PythonException.of(
              e.kind(), String.valueOf(e.getMessage()), "", e.file(), e.position().line()),
          report);
      return Optional.empty();
    }
  }

  private static Optional<LoadedNode> look(
      NodeCodeSource code, CompiledModule module, String type, Report report) {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads();
        Hosting hosting = Hosting.of(runtime, new Looking(type))) {
      LoadedModule classes = hosting.call(module::take);
      Optional<LoadedNode> node =
          hosting.<Optional<LoadedNode>>call(() -> look(code, module, classes, type, report));
      if (hosting.isIdle()) {
        module.giveBack(classes);
      }
      return node;
    } catch (NodeShape.NoNode e) {
      code.reportFailure(
          PythonException.of("TypeError", String.valueOf(e.getMessage()), "", "", 0), report);
    } catch (PipelineException e) {
      code.reportDescription(String.valueOf(e.getMessage()), report);
    } catch (Throwable e) {
      code.reportFailure(NodeFailures.python(e, module.names()), report);
    }
    return Optional.empty();
  }

  private static Optional<LoadedNode> look(
      NodeCodeSource code,
      CompiledModule module,
      LoadedModule classes,
      String type,
      Report report) {
    Map<String, Object> members = classes.members();
    Object found = members.get(type);
    if (found == null) {
      code.reportMissing(type, known(members), report);
      return Optional.empty();
    }
    if (!isNode(found)) {
      throw new NodeShape.NoNode(type + " is not a node; write 'class " + type + "(weft.Node)'");
    }
    NodeShape shape = NodeShape.of(type, module.trees());
    return Optional.of(new LoadedNode(module, type, shape, kind(shape, found)));
  }

  /** The host of code that is only looked at. */
  private record Looking(String type) implements Hosting.Host {
    private static final System.Logger LOG = System.getLogger("dev.weft.executor.python");

    @Override
    public void log(long level, String text) {
      LOG.log(System.Logger.Level.DEBUG, () -> "loading " + type + ": " + text);
    }

    @Override
    public Instant time() {
      return Instant.parse("2000-01-01T00:00:00Z");
    }
  }

  private static boolean isNode(@Nullable Object member) {
    return switch (member) {
      case PyClass made -> Py.isSubclass(made, NodeObject.CLASS) && made != NodeObject.CLASS;
      case PyType known -> known.javaClass().filter(NodeObject.class::isAssignableFrom).isPresent();
      case null, default -> false;
    };
  }

  private static List<String> known(Map<String, Object> members) {
    return members.entrySet().stream()
        .filter(entry -> isNode(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static NodeKind kind(NodeShape shape, Object type) {
    String form =
        switch (shape.form()) {
          case FUNCTION -> "function";
          case STREAMING -> "streaming";
          case SOURCE -> "source";
        };
    Object params = Dyn.getOr(type, "params", null);
    return NodeKind.of(
        List.of(
            "node",
            form,
            shape.expanding() && shape.form() != Form.SOURCE,
            shape.isAsync(),
            shape.documentation(),
            params == null ? JsonNull.NULL : described((Map<?, ?>) params)));
  }

  private static List<Object> described(Map<?, ?> params) {
    List<Object> described = new ArrayList<>();
    params.forEach((name, declared) -> {
      NodeParam param = NodeParam.of(declared);
      described.add(
          List.of(
              name,
              param.kind(),
              !(param.isOptional() || param.hasDefault()),
              param.hasDefault(),
              param.hasDefault()
                  ? Crossing.out(param.fallback(), "the default of " + name)
                  : JsonNull.NULL,
              param.doc(),
              param.choices(),
              bound(param.least()),
              bound(param.most())));
    });
    return described;
  }

  private static Object bound(@Nullable Object bound) {
    return bound == null ? JsonNull.NULL : bound;
  }
}
