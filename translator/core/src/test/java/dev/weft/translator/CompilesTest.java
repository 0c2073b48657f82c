package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that hardly anybody writes, and whose Java must compile all the same. */
class CompilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // What a dict or a display that has no target of its own holds.
        "a = 3\nprint([i for i in {a: a}])",
        "for k in {}:\n  print(k)",
        "print(sum({}), len({} or {1: 2}))",
        // What nothing reaches.
        "def f(p, q):\n  x = [p] if q else p\n  return max(p, 'a').upper(), x",
        "def f(p):\n  return sum(p), [i for i in {None: p}], {p: 1}[p]",
        // None where Java wants a primitive or an index.
        "print([1, 2][None])",
        "print({1}[0] if len('a') else 'b'[None])",
        "print([None, -3], (None, -3), {None: -3})",
        // Ints that Java would box as Integers.
        "f = lambda z: z\nprint(f(abs(1)), f(max(0, 0)), f(-True), f(~3))",
        "x = [1.5]\nx.append(1 if len('a') else 2)\nprint(x, 1 or 2, {'a': 1 and 2})",
        "def g():\n  yield 1 if len('a') else 2\nprint(list(g()), -(-2.5), abs(True))",
        "b = 'x'\nprint(-3 if b else b, b or -3)",
        // Operators on containers of different kinds.
        "print({1} | 2 if not len('a') else 0)",
        "print([1] + (2,) if not len('a') else {} | 3)",
        // Names bound more than once, in lambdas, and deleted.
        "v, v = 1, [2]\nprint(v)",
        "print((lambda z: (w := z) + w)(2))",
        "def g(p):\n  yield 1\n  del p\nb = 'x'\ndel b\nprint(list(g(1)))",
        // Functions among other values.
        "def f():\n  pass\nprint(not f, bool(f), f and 1, [f, 1])",
        "def f():\n  pass\nassert f, f\nprint(f'{f:>9}')",
        "def f(p):\n  pass\nassert not f, (f if f(1) else (lambda q: None))",
        // A factory that is no function.
        "from collections import defaultdict\nd = defaultdict(None)\nd = defaultdict(len)",
      })
  void theJavaCompiles(String source) {
    Compilation compilation =
        Compilation.of(
            List.of(new PythonSource("__main__", "odd.py", source)),
            "",
            TranslatorOptions.DEFAULT,
            List.of());

    assertThat(compilation.translations().getFirst().diagnostics())
        .extracting(Diagnostic::text)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from enum import Enum\nclass E(Enum):\n  A = 1\n  def __init__(self, n, m=2):\n    self.n = n\nprint([e.n for e in E])",
        "class C:\n  def __init__(self, n=1):\n    self.n = n\nfor c in C:\n  print(c)",
      })
  void classesAreIterated(String source) {
    theJavaCompiles(source);
  }
}
