package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.List;

/** Questions about where things stand in a source. */
final class Positions {
  private Positions() {}

  static boolean contains(Node outer, Node inner) {
    return contains(outer.at(), inner.at());
  }

  private static boolean contains(Position outer, Position inner) {
    boolean startsInside = outer.compareTo(inner) <= 0;
    boolean endsInside =
        inner.endLine() < outer.endLine()
            || (inner.endLine() == outer.endLine() && inner.endColumn() <= outer.endColumn());
    return startsInside && endsInside;
  }

  /** Whether a name occurs in a function, nested ones included, only inside some statements. */
  static boolean allUsesInside(String name, FunctionInfo function, List<? extends Stmt> inside) {
    boolean[] all = {true};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.Global g && g.names().contains(name)) {
          all[0] = false;
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.Name n && n.id().equals(name)) {
          all[0] &= inside.stream().anyMatch(block -> isInBody(block, n));
        }
        return true;
      }
    }.block(function.body);
    return all[0];
  }

  private static boolean isInBody(Stmt block, Expr.Name name) {
    if (block instanceof Stmt.For f) {
      return contains(f, name)
          && !contains(f.iterable(), name)
          && f.orElse().stream().noneMatch(s -> contains(s, name));
    }
    return contains(block, name);
  }

  /** The names that a target binds. */
  static List<String> names(Expr target) {
    List<String> names = new ArrayList<>();
    collect(target, names);
    return names;
  }

  private static void collect(Expr target, List<String> names) {
    switch (target) {
      case Expr.Name n -> names.add(n.id());
      case Expr.TupleDisplay t -> t.elements().forEach(e -> collect(e, names));
      case Expr.ListDisplay l -> l.elements().forEach(e -> collect(e, names));
      case Expr.Starred s -> collect(s.value(), names);
      default -> {}
    }
  }
}
