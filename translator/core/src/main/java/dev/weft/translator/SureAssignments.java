package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.List;
import java.util.Map;

/** Which statements give a variable its value, and which do so for sure. */
final class SureAssignments {
  private final ModuleInfo module;

  SureAssignments(ModuleInfo module) {
    this.module = module;
  }

  /** Whether a statement is an assignment to a variable. */
  boolean assignsDirectly(Stmt stmt, Variable variable) {
    return switch (stmt) {
      case Stmt.Assign a ->
          a.targets().stream().anyMatch(t -> targets(t, variable)) && !reads(a.value(), variable);
      case Stmt.AnnAssign a ->
          a.value() != null && targets(a.target(), variable) && !reads(a.value(), variable);
      case Stmt.ClassDef c -> {
        FunctionInfo f = module.functionOf.get(c);
        yield f != null
            && f.classSymbol instanceof Symbol.Var v
            && v.variable() == variable
            && !f.captures.contains(variable);
      }
      default -> false;
    };
  }

  /** Whether the test of a statement assigns to a variable before it does anything else. */
  boolean isTested(Stmt stmt, Variable variable) {
    Expr test =
        switch (stmt) {
          case Stmt.If i -> i.test();
          case Stmt.While w when w.orElse().isEmpty() -> w.test();
          default -> null;
        };
    if (test == null || variable.captured) {
      return false;
    }
    Bindings.Binding bound = Bindings.of(test).names.get(variable.name);
    Expr first = test;
    while (true) {
      switch (first) {
        case Expr.UnaryOp u -> first = u.operand();
        case Expr.BoolOp b -> first = b.values().getFirst();
        case Expr.Compare c -> first = c.left();
        case Expr.Walrus w -> {
          return bound != null
              && bound.count == 1
              && targets(w.target(), variable)
              && !reads(w.value(), variable);
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** Whether a loop or a with is what binds a variable. */
  boolean binds(Stmt stmt, Variable variable) {
    return switch (stmt) {
      case Stmt.For f ->
          targets(f.target(), variable) && variable.bindings == 1 && !reads(f.iterable(), variable);
      case Stmt.With w ->
          w.items().stream().anyMatch(i -> i.target() != null && targets(i.target(), variable))
              && variable.bindings == 1
              && w.items().stream().noneMatch(i -> reads(i.context(), variable));
      default -> false;
    };
  }

  /** Whether a with binds a variable before it enters anything else. */
  boolean isFirstTarget(Stmt stmt, Variable variable) {
    return stmt instanceof Stmt.With w
        && w.items().getFirst().target() instanceof Expr.Name n
        && targets(n, variable);
  }

  /** Whether a statement gives a variable its value on every way that leads on. */
  boolean sets(Stmt stmt, Variable variable) {
    return switch (stmt) {
      case Stmt.If i ->
          !reads(i.test(), variable) && sets(i.body(), variable) && sets(i.orElse(), variable);
      case Stmt.Match m -> setsInCases(m, variable);
      case Stmt.With w ->
          module.flow.isTransparent(w)
              && w.items().stream()
                  .noneMatch(i ->
                      reads(i.context(), variable)
                          || (i.target() != null && reads(i.target(), variable)))
              && sets(w.body(), variable);
      case Stmt.Try t ->
          t.finalBody().isEmpty()
              && t.orElse().isEmpty()
              && sets(t.body(), variable)
              && t.handlers().stream().allMatch(h -> sets(h.body(), variable));
      default -> assignsDirectly(stmt, variable);
    };
  }

  private boolean setsInCases(Stmt.Match m, Variable variable) {
    return Flow.isIrrefutable(m.cases().getLast())
        && !reads(m.subject(), variable)
        && m.cases().stream()
            .allMatch(c ->
                !uses(c.pattern(), variable)
                    && (c.guard() == null || !reads(c.guard(), variable))
                    && sets(c.body(), variable));
  }

  private boolean sets(List<Stmt> block, Variable variable) {
    for (Stmt stmt : block) {
      if (sets(stmt, variable)) {
        return true;
      }
      if (mentions(stmt, variable)) {
        return false;
      }
    }
    return !module.flow.completes(block);
  }

  /** Whether a variable is among what an assignment assigns to. */
  boolean targets(Expr target, Variable variable) {
    return switch (target) {
      case Expr.Name n -> module.names.get(n) instanceof Symbol.Var v && v.variable() == variable;
      case Expr.TupleDisplay t -> t.elements().stream().anyMatch(e -> targets(e, variable));
      case Expr.ListDisplay l -> l.elements().stream().anyMatch(e -> targets(e, variable));
      case Expr.Starred s -> targets(s.value(), variable);
      default -> false;
    };
  }

  private boolean reads(Expr expr, Variable variable) {
    Finder finder = new Finder(variable);
    finder.expr(expr);
    return finder.found;
  }

  private boolean uses(Pattern pattern, Variable variable) {
    Finder finder =
        new Finder(variable) {
          @Override
          protected void enter(Pattern p) {
            Map<String, Variable> bound = module.bound.get(p);
            found |= bound != null && bound.containsValue(variable);
          }
        };
    finder.pattern(pattern);
    return finder.found;
  }

  private boolean mentions(Stmt stmt, Variable variable) {
    Finder finder = new Finder(variable);
    finder.stmt(stmt);
    return finder.found;
  }

  /** Looks for a variable. */
  private class Finder extends TreeWalker {
    private final Variable variable;
    boolean found;

    Finder(Variable variable) {
      this.variable = variable;
    }

    @Override
    protected boolean enter(Expr e) {
      found |= isUse(e, variable);
      return true;
    }
  }

  private boolean isUse(Expr e, Variable variable) {
    return e instanceof Expr.Name n
        && ((module.names.get(n) instanceof Symbol.Var v && v.variable() == variable)
            || (module.names.get(n) instanceof Symbol.Function f
                && f.function().captures.contains(variable)));
  }
}
