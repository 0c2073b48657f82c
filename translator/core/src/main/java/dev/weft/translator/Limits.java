package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Java cannot hold: expressions nested deeper than its compiler's stack, methods over 64 KB,
 * classes with too many constants.
 */
final class Limits {
  /** Half of what javac and the formatter bear on a stack of 1 MB. */
  private static final int DEEPEST = 120;

  private static final int LONGEST_CHAIN = 600;
  private static final int MOST_PARAMETERS = 250;

  /** Some 25 bytes of code for each node of the tree fill a method. */
  static final int LARGE_BODY = 2500;

  /** A class has at most 65,535 constants; this many of a source may become so many. */
  private static final int MANY_CONSTANTS = 20_000;

  private final ModuleInfo module;
  private final Diagnostics diagnostics;

  Limits(ModuleInfo module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  private static final Set<String> COMPARISONS =
      Set.of("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__");

  /**
   * Refuses comparisons that give something else than a bool, which no comparison here hands on.
   */
  void checkComparisons() {
    for (FunctionInfo function : module.functions) {
      Type result = Types.strip(function.result.type());
      if (COMPARISONS.contains(function.plainName())
          && function.node instanceof Stmt.FunctionDef f
          && (function.owner != null || function.isDynamicMethod())
          && (result instanceof Type.Instance || result instanceof Type.Generic)) {
        diagnostics.refuse(
            f,
            "a comparison that gives " + Types.text(result) + " and no bool is not supported",
            "give this method a name of its own, and call it");
      }
    }
  }

  /** Refuses what is nested too deeply; whether there is such. */
  boolean refusesNesting() {
    int before = diagnostics.size();
    new TreeWalker() {
      private int depth;
      private @Nullable Expr refused;

      @Override
      protected boolean enter(Expr expr) {
        depth++;
        if (depth > DEEPEST && refused == null) {
          refused = expr;
          diagnostics.refuse(
              expr,
              "this expression is nested more than " + DEEPEST + " levels deep",
              "give its parts names, each in a statement of its own");
        }
        if (expr instanceof Expr.BoolOp b && b.values().size() > LONGEST_CHAIN) {
          diagnostics.refuse(
              expr,
              "this condition has more than " + LONGEST_CHAIN + " parts",
              "use any() or all()");
        }
        return true;
      }

      @Override
      protected void leave(Expr expr) {
        depth--;
        if (depth == 0) {
          refused = null;
        }
      }

      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.If i && chain(i) > LONGEST_CHAIN) {
          diagnostics.refuse(
              stmt, "this if has more than " + LONGEST_CHAIN + " branches", "look it up in a dict");
          return false;
        }
        if (stmt instanceof Stmt.FunctionDef f && f.parameters().size() > MOST_PARAMETERS) {
          diagnostics.refuse(
              stmt,
              "this function has more than " + MOST_PARAMETERS + " parameters",
              "pass an object that holds them");
        }
        return true;
      }
    }.block(module.source.body());
    return diagnostics.size() > before;
  }

  private static int chain(Stmt.If first) {
    int length = 1;
    List<Stmt> rest = first.orElse();
    while (rest.size() == 1 && rest.get(0) instanceof Stmt.If next) {
      length++;
      rest = next.orElse();
    }
    return length;
  }

  /** How many nodes some statements have, those of functions and classes in them left out. */
  static int size(List<? extends Stmt> body) {
    int[] size = {0};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        size[0]++;
        return !(stmt instanceof Stmt.FunctionDef || stmt instanceof Stmt.ClassDef);
      }

      @Override
      protected boolean enter(Expr expr) {
        size[0]++;
        return true;
      }
    }.block(body);
    return size[0];
  }

  /** The statements in runs that a Java method can hold, if each statement alone fits into one. */
  static List<List<Stmt>> split(List<Stmt> body) {
    List<List<Stmt>> parts = new ArrayList<>();
    List<Stmt> part = new ArrayList<>();
    int size = 0;
    for (Stmt stmt : body) {
      int next = size(List.of(stmt));
      if (size + next > LARGE_BODY / 2 && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        size = 0;
      }
      part.add(stmt);
      size += next;
    }
    parts.add(part);
    return parts;
  }

  /** Refuses what javac says is too large; it is only asked where something might be. */
  void checkSize(Map<String, String> java) {
    Node largest = module.body.node;
    int most = 0;
    for (Stmt stmt : module.source.body()) {
      int size = size(List.of(stmt));
      if (size > most) {
        most = size;
        largest = stmt;
      }
    }
    for (FunctionInfo function : module.functions) {
      int size = size(function.body);
      if (size > most) {
        most = size;
        largest = function.node;
      }
    }
    if (most <= LARGE_BODY && constants() <= MANY_CONSTANTS) {
      return;
    }
    InMemoryCompiler.Result compiled =
        InMemoryCompiler.compile(java, List.of("-nowarn", "-implicit:none"));
    for (String message : compiled.messages()) {
      if (message.contains("code too large")) {
        diagnostics.refuse(
            largest,
            "this is more code than a Java method can hold",
            "split it into functions, or read large data from a file");
      } else if (message.contains("too many constants")) {
        diagnostics.refuse(
            module.body.node,
            "this module has more constants than a Java class can hold",
            "split it into modules");
      }
    }
  }

  private int constants() {
    Set<Object> values = new HashSet<>();
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        switch (expr) {
          case Expr.IntLiteral i -> values.add(i.value());
          case Expr.FloatLiteral f -> values.add(f.value());
          case Expr.StringLiteral s -> values.add(s.value());
          case Expr.Attribute a -> values.add(a.name());
          case Expr.Name n -> values.add(n.id());
          default -> {}
        }
        return true;
      }
    }.block(module.source.body());
    return values.size() + 3 * module.functions.size();
  }
}
