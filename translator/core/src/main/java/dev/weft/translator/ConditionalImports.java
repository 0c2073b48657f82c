package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import dev.weft.translator.parser.WithItem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that a function imports on some of its ways only. What is imported is known all the same;
 * whether it was is kept in a variable, which statements with the name ask first.
 */
final class ConditionalImports {
  private final Lowering lowering;

  /** The Java variables of the names in question. */
  private final Map<String, String> variables = new LinkedHashMap<>();

  ConditionalImports(Lowering lowering, Body body) {
    this.lowering = lowering;
    for (String name : body.function.unsureImports) {
      variables.put(name, body.fresh(JavaNames.camel(name) + "Imported"));
    }
  }

  /** The names that a statement imports. */
  static List<String> names(Stmt stmt) {
    List<Stmt.Alias> names =
        switch (stmt) {
          case Stmt.Import i -> i.names();
          case Stmt.ImportFrom i -> i.names();
          default -> List.of();
        };
    return names.stream()
        .map(a -> a.asName() == null ? a.name().replaceFirst("\\..*", "") : a.asName())
        .toList();
  }

  /** The names that a function imports, its inner functions aside. */
  static Set<String> of(FunctionInfo function) {
    Set<String> all = new HashSet<>();
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        all.addAll(names(stmt));
        return !(stmt instanceof Stmt.FunctionDef || stmt instanceof Stmt.ClassDef);
      }
    }.block(function.body);
    return all;
  }

  void declare() {
    variables.forEach((name, java) ->
        lowering.line(
            support("Local")
                + "<Object> "
                + java
                + " = new "
                + support("Local")
                + "<>("
                + Strings.literal(name)
                + ");"));
  }

  /** Before a statement: asks for what it mentions. */
  void before(Stmt stmt) {
    if (variables.isEmpty()) {
      return;
    }
    Set<String> mentioned = new HashSet<>();
    TreeWalker walker =
        new TreeWalker() {
          @Override
          protected boolean enter(Expr expr) {
            if (expr instanceof Expr.Name n) {
              mentioned.add(n.id());
            }
            return true;
          }
        };
    switch (stmt) {
      case Stmt.If i -> walker.expr(i.test());
      case Stmt.While w -> walker.expr(w.test());
      case Stmt.For f -> walker.expr(f.iterable());
      case Stmt.With w -> w.items().stream().map(WithItem::context).forEach(walker::expr);
      case Stmt.Match m -> walker.expr(m.subject());
      case Stmt.Try t -> {}
      case Stmt.FunctionDef f -> {}
      case Stmt.ClassDef c -> {}
      default -> walker.stmt(stmt);
    }
    variables.forEach((name, java) -> {
      if (mentioned.contains(name)) {
        lowering.line(java + ".get();");
      }
    });
  }

  /** After an import: its names are bound. */
  void imported(Stmt stmt) {
    for (String name : names(stmt)) {
      @Nullable String java = variables.get(name);
      if (java != null) {
        lowering.line(java + ".set(null);");
      }
    }
  }
}
