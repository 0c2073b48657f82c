package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.python.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modules that import each other are translated together, and run. */
class LinkingTest {
  private static PythonSource source(String module, String text) {
    return new PythonSource(module, module.replace('.', '/') + ".py", text);
  }

  private static String run(PythonSource... sources) throws ReflectiveOperationException {
    List<Translation> translations = Translator.translate(List.of(sources), "linked");
    Map<String, String> java = new LinkedHashMap<>();
    for (Translation translation : translations) {
      assertThat(translation.diagnostics()).isEmpty();
      java.put("linked." + translation.className(), translation.java());
    }
    InMemoryCompiler.Result compiled = InMemoryCompiler.compile(java, List.of("-nowarn"));
    assertThat(compiled.messages()).isEmpty();
    Method run =
        compiled
            .loader()
            .loadClass("linked." + translations.get(0).className())
            .getDeclaredMethod("run");
    run.setAccessible(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Program.run(
        "main.py",
        List.of(),
        stream,
        stream,
        true,
        () -> {
          try {
            run.invoke(null);
          } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        });
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void functionsClassesAndVariablesOfOtherModulesAreUsed() throws ReflectiveOperationException {
    assertThat(
            run(
                source(
                    "main",
                    """
                    import asyncio
                    import tools
                    from shapes import Square, area as area_of
                    from tools import *

                    LIMIT = 3

                    def helper(n):
                        return n + LIMIT

                    async def main():
                        print(helper(1), tools.helper(1), double(4))
                        print(area_of(Square(5)), repr(Square(2)))
                        tools.counter += 10
                        tools.bump()
                        print(tools.counter, tools.LIMIT, tools.history)
                        print(await tools.fetch("a"))
                        print([f(2) for f in (double, tools.helper)])

                    if __name__ == "__main__":
                        asyncio.run(main())
                    """),
                source(
                    "tools",
                    """
                    import asyncio

                    LIMIT = 100
                    counter = 0
                    history = []

                    def helper(n):
                        return n + LIMIT

                    def double(n):
                        return n * 2

                    def bump():
                        global counter
                        counter += 1
                        history.append(counter)

                    async def fetch(name):
                        await asyncio.sleep(1)
                        return name + "!"

                    print("tools loaded as", __name__)
                    if __name__ == "__main__":
                        print("never")
                    """),
                source(
                    "shapes",
                    """
                    from dataclasses import dataclass
                    import tools

                    @dataclass
                    class Square:
                        side: int

                    def area(shape):
                        return shape.side * shape.side + tools.LIMIT
                    """)))
        .isEqualTo(
            """
            tools loaded as tools
            4 101 8
            125 Square(side=2)
            11 100 [11]
            a!
            [4, 102]
            """);
  }

  @Test
  void packagesAndRelativeImports() throws ReflectiveOperationException {
    assertThat(
            run(
                source(
                    "main",
                    """
                    import app.web as web
                    import app.store.memory
                    from app import VERSION

                    print(web.start(), VERSION, app.store.memory.get("k"))
                    """),
                new PythonSource("app", "app/__init__.py", "VERSION = '1.0'\n"),
                source(
                    "app.web",
                    """
                    from .store import memory
                    from . import VERSION

                    def start():
                        memory.put("k", 7)
                        return VERSION + str(memory.get("k"))
                    """),
                source(
                    "app.store.memory",
                    """
                    data = {}

                    def put(key, value):
                        data[key] = value

                    def get(key):
                        return data[key]
                    """)))
        .isEqualTo("1.07 1.0 7\n");
  }

  @Test
  void aClassDerivesFromOneOfAnotherModule() throws ReflectiveOperationException {
    assertThat(
            run(
                source(
                    "main",
                    """
                    from base import Base, Problem

                    class Base2(Base):
                        def name(self):
                            return "two " + super().name()

                    try:
                        print(Base2().show())
                        raise Problem("x")
                    except Problem as e:
                        print(type(e).__name__, e)
                    """),
                source(
                    "base",
                    """
                    class Problem(Exception):
                        pass

                    class Base:
                        def name(self):
                            return "one"

                        def show(self):
                            return f"<{self.name()}>"
                    """)))
        .isEqualTo("<two one>\nProblem x\n");
  }

  @Test
  void refusalsNameTheFileTheyStandIn() {
    List<Translation> translations =
        Translator.translate(
            List.of(
                source("main", "import tools\nfrom tools import none\n"),
                source("tools", "x = 1\n\nimport numpy\n")),
            "");

    assertThat(translations.get(0).diagnostics().toString())
        .contains("main.py", "line=2", "module 'tools' has no name 'none'");
    assertThat(translations.get(1).diagnostics().toString())
        .contains("tools.py", "line=3", "numpy");
  }
}
