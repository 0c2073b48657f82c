package dev.weft.translator;

import dev.weft.translator.parser.Clause;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where names occur in a function, nested ones included; looked for once. */
@SuppressWarnings("ReferenceEquality") // Equal nodes may stand in two places.
final class Uses extends TreeWalker {
  /** What is asked of the scope in which a function stands. */
  interface Scope {
    /** The lambda that a call calls itself, and does not keep; null for none. */
    Expr.@Nullable Lambda calledAtOnce(Expr.Call call);

    /** Whether a function takes all of a generator expression before it returns. */
    boolean takesAll(Expr function);
  }

  private final Scope scope;
  private final Map<String, List<Expr.Name>> names = new HashMap<>();
  private final Set<String> globals = new HashSet<>();

  /** The names that something uses which may run later. */
  private final Set<String> kept = new HashSet<>();

  private final Set<Expr> atOnce = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The names that functions and comprehensions around a place have for themselves. */
  private final Deque<Set<String>> hidden = new ArrayDeque<>();

  private boolean isLater;

  private Uses(Scope scope) {
    this.scope = scope;
  }

  static Uses in(List<Stmt> body, Scope scope) {
    Uses uses = new Uses(scope);
    uses.block(body);
    return uses;
  }

  @Override
  protected boolean enter(Stmt stmt) {
    switch (stmt) {
      case Stmt.Global g -> globals.addAll(g.names());
      case Stmt.FunctionDef f -> {
        f.decorators().forEach(this::expr);
        Bindings own = Bindings.of(f.body());
        Set<String> names = new HashSet<>(own.names.keySet());
        names.removeAll(own.globals);
        names.removeAll(own.nonlocals);
        parameters(f.parameters(), names);
        inside(names, true, () -> block(f.body()));
        return false;
      }
      default -> {}
    }
    return true;
  }

  @Override
  protected boolean enter(Expr expr) {
    switch (expr) {
      case Expr.Name n -> {
        names.computeIfAbsent(n.id(), id -> new ArrayList<>()).add(n);
        if (isLater && hidden.stream().noneMatch(own -> own.contains(n.id()))) {
          kept.add(n.id());
        }
      }
      case Expr.Call c -> {
        Expr.Lambda lambda = scope.calledAtOnce(c);
        if (lambda != null) {
          atOnce.add(lambda);
        }
        if (scope.takesAll(c.function())) {
          atOnce.addAll(c.arguments());
        }
      }
      case Expr.Lambda l -> {
        Set<String> names = new HashSet<>();
        parameters(l.parameters(), names);
        inside(names, !atOnce.contains(l), () -> expr(l.body()));
        return false;
      }
      case Expr.Comprehension c -> {
        comprehension(c);
        return false;
      }
      default -> {}
    }
    return true;
  }

  private void parameters(List<Parameter> parameters, Set<String> names) {
    for (Parameter p : parameters) {
      names.add(p.name());
      if (p.defaultValue() != null) {
        expr(p.defaultValue());
      }
    }
  }

  private void comprehension(Expr.Comprehension c) {
    Clause first = c.clauses().getFirst();
    expr(first.iterable());
    Set<String> targets = new HashSet<>();
    c.clauses().forEach(clause -> targets.addAll(Positions.names(clause.target())));
    boolean later = c.kind() == Expr.Comprehension.Kind.GENERATOR && !atOnce.contains(c);
    inside(
        targets,
        later,
        () -> {
          for (Clause clause : c.clauses()) {
            if (clause != first) {
              expr(clause.iterable());
            }
            expr(clause.target());
            clause.conditions().forEach(this::expr);
          }
          expr(c.element());
          if (c.value() != null) {
            expr(c.value());
          }
        });
  }

  private void inside(Set<String> own, boolean later, Runnable walk) {
    boolean outer = isLater;
    isLater |= later;
    hidden.push(own);
    walk.run();
    hidden.pop();
    isLater = outer;
  }

  /** Whether something uses a name that may run after the statement in which it stands. */
  boolean areKept(String name) {
    return kept.contains(name);
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
