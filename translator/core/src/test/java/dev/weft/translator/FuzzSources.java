package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes Python sources, right and wrong ones, from a seed. */
final class FuzzSources {
  private static final List<String> TOKENS =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ":",
          ",",
          ".",
          "=",
          "==",
          "+",
          "-",
          "*",
          "**",
          "//",
          "%",
          "@",
          "->",
          ":=",
          "<",
          ">",
          "!=",
          "&",
          "|",
          "~",
          "^",
          "<<",
          "await",
          "async",
          "def",
          "class",
          "return",
          "yield",
          "from",
          "import",
          "for",
          "in",
          "if",
          "else",
          "elif",
          "while",
          "break",
          "continue",
          "pass",
          "try",
          "except",
          "finally",
          "raise",
          "with",
          "as",
          "lambda",
          "not",
          "and",
          "or",
          "is",
          "None",
          "True",
          "False",
          "global",
          "nonlocal",
          "match",
          "case",
          "del",
          "assert",
          "self",
          "x",
          "y",
          "print",
          "len",
          "range",
          "1",
          "0",
          "2.5",
          "'a'",
          "f'{x}'",
          "\n",
          "\n    ",
          "    ",
          "#",
          "\\",
          "'",
          "\"\"\"",
          "*args",
          "**kw",
          "...",
          "1j",
          "b'x'",
          "asyncio",
          "super()",
          "__init__",
          "\t",
          "\u00e9",
          "\ud83d\ude00",
          "\u0000");

  private static final List<String> TYPES = List.of("int", "float", "str", "bool", "list", "dict");

  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private int fresh;
  private boolean inAsync;
  private boolean inFunction;
  private int loops;
  private final List<String> functions = new ArrayList<>(List.of("str", "repr", "bool"));

  /** Whether things are called and asked for what they hardly have. */
  private final boolean isWild;

  private FuzzSources(long seed) {
    random = new SplittableRandom(seed);
    isWild = random.nextInt(4) == 0;
  }

  /** A program by the grammar: mostly meaningful, though its types may not fit. */
  static String grown(long seed) {
    FuzzSources sources = new FuzzSources(seed);
    sources.out.append("import asyncio\nimport random\nfrom dataclasses import dataclass\n\n");
    sources.names.addAll(List.of("a", "b"));
    sources.out.append("a = 3\nb = 'text'\n");
    sources.block(0, 6 + sources.random.nextInt(6));
    return sources.out.toString();
  }

  /** A program with some of its text changed. */
  static String mutated(String source, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(source);
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int length = Math.min(text.length() - at, 1 + random.nextInt(12));
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      switch (random.nextInt(7)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, token);
        case 2 -> text.replace(at, at + length, token);
        case 3 -> text.insert(at, text.substring(at, at + length));
        case 4 -> swapLines(text, random);
        case 5 -> copyLine(text, random);
        default -> swapWord(text, random);
      }
    }
    return text.toString();
  }

  private static void swapLines(StringBuilder text, SplittableRandom random) {
    String[] lines = text.toString().split("\n", -1);
    int a = random.nextInt(lines.length);
    int b = random.nextInt(lines.length);
    String line = lines[a];
    lines[a] = lines[b];
    lines[b] = line;
    text.setLength(0);
    text.append(String.join("\n", lines));
  }

  private static void copyLine(StringBuilder text, SplittableRandom random) {
    String[] lines = text.toString().split("\n", -1);
    int to = random.nextInt(lines.length);
    lines[to] = lines[random.nextInt(lines.length)] + "\n" + lines[to];
    text.setLength(0);
    text.append(String.join("\n", lines));
  }

  /** Puts one word of the program where another one is: the source stays Python more often. */
  private static void swapWord(StringBuilder text, SplittableRandom random) {
    String[] words = text.toString().split("\\W+", -1);
    String from = words[random.nextInt(words.length)];
    String to = words[random.nextInt(words.length)];
    int at = from.isEmpty() ? -1 : text.indexOf(from, random.nextInt(text.length()));
    if (at >= 0) {
      text.replace(at, at + from.length(), to);
    }
  }

  private String name() {
    return names.get(random.nextInt(names.size()));
  }

  private String bind() {
    if (random.nextInt(3) == 0) {
      return name();
    }
    String made = "v" + fresh++;
    names.add(made);
    return made;
  }

  private void line(int depth, String text) {
    out.append("    ".repeat(depth)).append(text).append('\n');
  }

  private void block(int depth, int statements) {
    for (int i = 0; i < statements; i++) {
      statement(depth);
    }
  }

  private void inner(int depth) {
    block(depth + 1, 1 + random.nextInt(3));
  }

  private void statement(int depth) {
    int deep = depth > 4 ? 9 : 24;
    switch (random.nextInt(deep)) {
      case 0, 1 -> {
        String value = expr(3);
        line(depth, bind() + " = " + value);
      }
      case 2 -> line(depth, "print(" + expr(3) + ", " + expr(2) + ")");
      case 3 ->
          line(depth, name() + " " + pick("+=", "-=", "*=", "//=", "%=", "|=") + " " + expr(2));
      case 4 -> line(depth, expr(3));
      case 5 -> line(depth, "assert " + expr(2) + ", " + expr(1));
      case 6 -> {
        String value = expr(2) + ", " + expr(2);
        line(depth, bind() + ", " + bind() + " = " + value);
      }
      case 7 -> line(depth, inFunction ? "return " + expr(2) : "pass");
      case 8 ->
          line(
              depth,
              loops > 0 ? pick("break", "continue", "pass") : isWild ? "del " + name() : "pass");
      case 9, 10 -> {
        line(depth, "if " + expr(3) + ":");
        inner(depth);
        if (random.nextBoolean()) {
          line(depth, random.nextBoolean() ? "else:" : "elif " + expr(2) + ":");
          inner(depth);
        }
      }
      case 11, 12 -> {
        String iterable = random.nextBoolean() ? "range(" + expr(1) + ")" : expr(2);
        line(depth, "for " + bind() + " in " + iterable + ":");
        loops++;
        inner(depth);
        loops--;
      }
      case 13 -> {
        line(depth, "while " + expr(2) + ":");
        loops++;
        inner(depth);
        line(depth + 1, "break");
        loops--;
      }
      case 14 -> {
        line(depth, "try:");
        inner(depth);
        line(
            depth, "except " + pick("ValueError", "Exception", "(KeyError, TypeError)") + " as e:");
        inner(depth);
        if (random.nextBoolean()) {
          line(depth, "finally:");
          inner(depth);
        }
      }
      case 15, 16, 17 -> function(depth, random.nextInt(3) == 0);
      case 18 -> type(depth);
      case 19 -> {
        line(depth, "match " + expr(2) + ":");
        line(
            depth + 1,
            "case " + pick("1", "'a'", "[x, y]", "{'k': k}", "int()", "str() as s") + ":");
        inner(depth + 1);
        line(depth + 1, "case _:");
        inner(depth + 1);
      }
      case 20 ->
          line(depth, "raise " + pick("ValueError(", "KeyError(", "RuntimeError(") + expr(1) + ")");
      case 21 -> {
        line(depth, inAsync ? "async with asyncio.timeout(1.5):" : "if True:");
        inner(depth);
      }
      case 22 ->
          line(
              depth, inFunction && !inAsync ? "yield " + expr(2) : "asyncio.run(asyncio.sleep(0))");
      default -> line(depth, bind() + ": " + pick(TYPES.toArray(String[]::new)) + " = " + expr(2));
    }
  }

  private void function(int depth, boolean isAsync) {
    String made = "f" + fresh++;
    String parameters =
        pick("", "p", "p, q=1", "p: int, *args", "p, *, k=None, **kw", "p: str = 'x'");
    line(depth, (isAsync ? "async " : "") + "def " + made + "(" + parameters + "):");
    boolean outerAsync = inAsync;
    boolean outerFunction = inFunction;
    int outerLoops = loops;
    inAsync = isAsync;
    inFunction = true;
    loops = 0;
    List<String> outer = new ArrayList<>(names);
    if (!parameters.isEmpty()) {
      names.add("p");
    }
    inner(depth);
    names.clear();
    names.addAll(outer);
    inAsync = outerAsync;
    inFunction = outerFunction;
    loops = outerLoops;
    if (isWild) {
      names.add(made);
    } else if (!parameters.isEmpty() && !isAsync && !parameters.contains("k=")) {
      functions.add(made);
    }
  }

  private void type(int depth) {
    String made = "C" + fresh++;
    boolean isData = random.nextInt(3) == 0;
    if (isData) {
      line(depth, "@dataclass");
    }
    line(depth, "class " + made + ":");
    if (isData) {
      line(depth + 1, "x: int");
      line(depth + 1, "y: str = " + expr(1));
    } else {
      line(depth + 1, "def __init__(self, x=0):");
      line(depth + 2, "self.x = " + expr(2));
    }
    line(depth + 1, "def m(self, p):");
    boolean outerAsync = inAsync;
    boolean outerFunction = inFunction;
    int outerLoops = loops;
    inAsync = false;
    inFunction = true;
    loops = 0;
    names.add("self.x");
    names.add("p");
    inner(depth + 1);
    names.remove("self.x");
    names.remove("p");
    inAsync = outerAsync;
    inFunction = outerFunction;
    loops = outerLoops;
    if (isWild) {
      names.add(made);
    }
  }

  private String expr(int depth) {
    if (depth <= 0) {
      return random.nextInt(3) == 0
          ? pick("0", "1", "-3", "2.5", "'s'", "''", "None", "True", "[]", "{}", "10**20", "b'x'")
          : name();
    }
    String a = expr(depth - 1);
    String b = expr(depth - 1);
    return switch (random.nextInt(22)) {
      case 0, 1 -> a + " " + pick("+", "-", "*", "/", "//", "%", "**", "&", "|", "<<") + " " + b;
      case 2 -> a + " " + pick("<", "<=", "==", "!=", "in", "is", "not in") + " " + b;
      case 3 -> "(" + a + " " + pick("and", "or") + " " + b + ")";
      case 4 -> "(not " + a + ")";
      case 5 -> "[" + a + ", " + b + "]";
      case 6 -> "{" + a + ": " + b + "}";
      case 7 -> "(" + a + ", " + b + ")";
      case 8 -> a + "[" + b + "]";
      case 9 -> a + "[" + b + ":]";
      case 10 ->
          pick("len", "str", "int", "abs", "sorted", "sum", "list", "repr", "bool") + "(" + a + ")";
      case 11 ->
          isWild
              ? name() + "(" + a + pick("", ", q=" + b, ", *" + b) + ")"
              : functions.get(random.nextInt(functions.size())) + "(" + a + ")";
      case 12 -> "f'{" + pick("a", "b", "a!r", "a:>5", "b:.2f") + "} and'";
      case 13 -> "[i for i in " + quiet(a) + " if " + b + "]";
      case 14 -> "(" + a + " if " + b + " else " + name() + ")";
      case 15 -> "(lambda z: " + (a.contains("await") ? name() : a) + ")(" + b + ")";
      case 16 ->
          isWild
              ? "("
                  + a
                  + ")."
                  + pick(
                      "x",
                      "upper()",
                      "append(" + b + ")",
                      "items()",
                      "m(" + b + ")",
                      "get(" + b + ")")
              : "str(" + a + ")." + pick("upper()", "split()", "strip()", "title()");
      case 17 -> "{" + a + " for i in " + quiet(b) + "}";
      case 18 -> inAsync ? "(await asyncio.sleep(0, " + a + "))" : a;
      case 19 -> "max(" + a + ", " + b + ")";
      case 20 -> "(w" + fresh++ + " := " + a + ")";
      default -> "-" + a;
    };
  }

  /** As a part that may neither bind names nor wait, as iterables and lambdas. */
  private String quiet(String expr) {
    return expr.contains(":=") || expr.contains("await") ? name() : expr;
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
