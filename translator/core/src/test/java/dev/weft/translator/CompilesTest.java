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
        "def f(p):\n  pass\nprint({1: 2}[f] if f(1) else f[1:], f and None or f)",
        // Choices in a place that tells Java no types.
        "v = {}\nfor k in ({} if v else {'a': 1}):\n  print(k)\nprint([i for i in (v if v else None)])",
        "for i in [{1: 2}, {}]:\n  print(i)\nfor i in None and 'ab':\n  print(i)",
        // Constants that Java looks into.
        "while -True == None:\n  pass\nprint(1)",
        // A loop variable that its own iterable uses, or that two targets bind.
        "def f(p):\n  for a in (p, (lambda: a)()):\n    print((lambda: a)())",
        "v, a = v, a = 1, 2\nprint(v)",
        // Ints among what may be None.
        "class C:\n  def m(self, p):\n    if p:\n      return -1\nprint(C().m(1), -1 or C().m(0))",
        // Methods that Java calls, and what they give.
        "class C:\n  def __str__(self):\n    return 1\n  def __len__(self): ...\nprint(C)",
        "class C:\n  def __iter__(self): ...\nprint(C)",
        "class C:\n  def __eq__(self):\n    return True\nprint(C)",
        "class C:\n  def __init__(self, n, *m):\n    if n:\n      m = (n,) + m\n      self.f = lambda: m\n    return print(m)\nC(1)",
        "class C:\n  pass\ndef f():\n  return C(1, x=2)",
        "class A:\n  def m(self):\n    return 1\nclass B:\n  n = A.m\nprint(B.n(A()))",
        // What is no iterable, and containers of which nothing is known.
        "async def f():\n  pass\nfor i in f():\n  print(i)",
        "class C:\n  pass\nfor i in C():\n  print(i)",
        "a = [1]\nb = [[] for i in a]\nfor i in a:\n  print(['x'] + b[0], {1} | {None})",
        "d = {}\nd |= 3 if d else {1: 2}\ns = {1}\ns |= {2: 3}",
        "t = [(1, 2), (1, 2, 3)]\nt += [('a', 'b')]\nt.extend([(1,)])\nprint(t)",
        // A default of a function that is called before it is defined.
        "n = 2\nif n:\n  print(f())\ndef f(m=n * 2):\n  return m",
        // Loops with an else that ends the function.
        "def f(p):\n  for i in p:\n    if i:\n      return 1\n  else:\n    raise ValueError(p)\nprint(f([1]))",
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
