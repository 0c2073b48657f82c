package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Where names occur in a function, nested ones included; looked for once. */
@SuppressWarnings("ReferenceEquality") // Equal nodes may stand in two places.
final class Uses extends TreeWalker {
  private final Map<String, List<Expr.Name>> names = new HashMap<>();
  private final Set<String> globals = new HashSet<>();

  private Uses() {}

  static Uses in(List<Stmt> body) {
    Uses uses = new Uses();
    uses.block(body);
    return uses;
  }

  @Override
  protected boolean enter(Stmt stmt) {
    if (stmt instanceof Stmt.Global g) {
      globals.addAll(g.names());
    }
    return true;
  }

  @Override
  protected boolean enter(Expr expr) {
    if (expr instanceof Expr.Name n) {
      names.computeIfAbsent(n.id(), id -> new ArrayList<>()).add(n);
    }
    return true;
  }

  /** Whether a name occurs only inside some statements, none of which is in another of them. */
  boolean areInside(String name, List<? extends Stmt> blocks) {
    if (globals.contains(name)) {
      return false;
    }
    NavigableMap<Position, Stmt> byStart = new TreeMap<>();
    for (Stmt block : blocks) {
      Stmt same = byStart.put(block.at(), block);
      if (same != null && same != block) {
        return false;
      }
    }
    Stmt before = null;
    for (Stmt block : byStart.values()) {
      if (before != null && Positions.contains(before, block)) {
        return false;
      }
      before = block;
    }
    for (Expr.Name use : names.getOrDefault(name, List.of())) {
      Map.Entry<Position, Stmt> block = byStart.floorEntry(use.at());
      if (block == null || !isInBody(block.getValue(), use)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInBody(Stmt block, Expr.Name name) {
    if (block instanceof Stmt.For f) {
      return Positions.contains(f, name)
          && !Positions.contains(f.iterable(), name)
          && f.orElse().stream().noneMatch(s -> Positions.contains(s, name));
    }
    return Positions.contains(block, name);
  }
}
