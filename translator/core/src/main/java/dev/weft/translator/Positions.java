package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Position;
import java.util.ArrayList;
import java.util.List;

/** Questions about where things stand in a source. */
final class Positions {
  private Positions() {}

  static boolean contains(Node outer, Node inner) {
    return contains(outer.at(), inner.at());
  }

  static boolean contains(Position outer, Position inner) {
    boolean startsInside = outer.compareTo(inner) <= 0;
    boolean endsInside =
        inner.endLine() < outer.endLine()
            || (inner.endLine() == outer.endLine() && inner.endColumn() <= outer.endColumn());
    return startsInside && endsInside;
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
