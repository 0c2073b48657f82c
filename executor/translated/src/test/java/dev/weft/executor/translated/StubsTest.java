package dev.weft.executor.translated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.Input;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.python.PythonEngine;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.Stmt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stubs of the package weft say what the package has. */
class StubsTest {
  /** Tells of each class its own public methods, and of each their parameters. */
  private static final String LOOK =
      """
      import inspect
      import weft
      from weft._state import State
      class Look(weft.Node):
          def process(self, item):
              found = {}
              for name in weft.__all__ + ["State"]:
                  thing = State if name == "State" else getattr(weft, name)
                  if inspect.isclass(thing):
                      for method, value in vars(thing).items():
                          if isinstance(value, property) and not method.startswith("_"):
                              found[f"{name}.{method}"] = ["self"]
                          value = getattr(value, "__func__", value)
                          if inspect.isfunction(value) and self.is_public(method):
                              found[f"{name}.{method}"] = list(inspect.signature(value).parameters)
                      found.setdefault(name, [])
                  elif inspect.isfunction(thing):
                      found[name] = list(inspect.signature(thing).parameters)
              return found
          def is_public(self, method):
              kept = ("__init__", "__getitem__", "__setitem__", "__delitem__", "__contains__",
                  "__len__", "__iter__", "__aiter__", "__anext__")
              return not method.startswith("_") or method in kept
      """;

  @Test
  void theyHaveTheSameNamesAndParameters(@TempDir Path directory) throws IOException {
    PythonEngine.writePackage(directory);
    Path stubs = directory.resolve("weft/__init__.pyi");
    assertThat(directory.resolve("weft/py.typed")).exists();
    Map<String, Object> declared = new TreeMap<>();
    for (Stmt stmt : PythonParser.parse("weft", Files.readString(stubs)).body()) {
      switch (stmt) {
        case Stmt.FunctionDef f -> declared.put(f.name(), parameters(f));
        case Stmt.ClassDef c -> {
          declared.put(c.name(), List.of());
          for (Stmt inner : c.body()) {
            if (inner instanceof Stmt.FunctionDef f) {
              declared.put(c.name() + "." + f.name(), parameters(f));
            }
          }
        }
        default -> {}
      }
    }
    NodeSpec look =
        NodeSpec.of("look", "Look", Map.of())
            .withCode(new NodeCode("python", Map.of("source", LOOK)));
    Object found =
        BothEngines.pipeline(PythonEngine.of(BothEngines.OPTIONS), look)
            .run(Input.of(List.of(1L)))
            .outputs()
            .getFirst();
    Map<Object, Object> real = new TreeMap<>((Map<?, ?>) found);
    // States are made by the host.
    real.remove("State.__init__");
    assertThat(real).isEqualTo(declared);
  }

  private static List<String> parameters(Stmt.FunctionDef function) {
    return function.parameters().stream().map(Parameter::name).toList();
  }
}
