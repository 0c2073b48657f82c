package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Clause;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the int variables that stay far from the limits of a long: those that only take small
 * literals, lengths and loop indices, and only grow by small steps. Sums of them need no check.
 */
final class Counters {
  private final ModuleInfo module;
  private final Map<Variable, Integer> accounted = new HashMap<>();
  private final Set<Variable> spoiled = new HashSet<>();

  Counters(ModuleInfo module) {
    this.module = module;
  }

  void mark() {
    TreeWalker walker =
        new TreeWalker() {
          @Override
          protected boolean enter(Stmt stmt) {
            account(stmt);
            return true;
          }

          @Override
          protected boolean enter(Expr expr) {
            if (expr instanceof Expr.Comprehension c) {
              c.clauses().forEach(Counters.this::clause);
            }
            return true;
          }
        };
    walker.block(module.source.body());
    accounted.forEach((variable, count) ->
        variable.isCounter =
            !spoiled.contains(variable)
                && !variable.isParameter
                && variable.type() == Basic.INT
                && count >= variable.bindings);
  }

  private void account(Stmt stmt) {
    switch (stmt) {
      case Stmt.Assign a -> {
        for (Expr target : a.targets()) {
          if (target instanceof Expr.Name n) {
            note(n, isStep(a.value()));
          }
        }
      }
      case Stmt.AnnAssign a when a.value() != null && a.target() instanceof Expr.Name n ->
          note(n, isStep(a.value()));
      case Stmt.AugAssign a when a.target() instanceof Expr.Name n ->
          note(n, (a.op() == Operator.ADD || a.op() == Operator.SUB) && isStep(a.value()));
      case Stmt.For f -> target(f.target(), f.iterable());
      default -> {}
    }
  }

  private void clause(Clause clause) {
    target(clause.target(), clause.iterable());
  }

  private void target(Expr target, Expr iterable) {
    if (target instanceof Expr.Name n) {
      note(n, isCallOf(iterable, "range"));
    } else if (target instanceof Expr.TupleDisplay t
        && t.elements().get(0) instanceof Expr.Name n) {
      note(n, isCallOf(iterable, "enumerate"));
    }
  }

  private void note(Expr.Name name, boolean small) {
    if (module.names.get(name) instanceof Symbol.Var v) {
      accounted.merge(v.variable(), 1, Integer::sum);
      if (!small) {
        spoiled.add(v.variable());
      }
    }
  }

  private static boolean isCallOf(Expr expr, String function) {
    return expr instanceof Expr.Call c
        && c.function() instanceof Expr.Name n
        && n.id().equals(function);
  }

  /** So small that 2^30 of it do not overflow. */
  private static boolean isStep(Expr expr) {
    return switch (expr) {
      case Expr.IntLiteral i -> i.value().bitLength() < 32;
      case Expr.UnaryOp u -> u.op() == Expr.Unary.MINUS && isStep(u.operand());
      case Expr.Call c -> isCallOf(c, "len");
      default -> false;
    };
  }

  /** Whether a value is far from the limits of a long; for the operands of sums. */
  static boolean isSmall(Expr expr, ModuleInfo module, int depth) {
    return switch (expr) {
      case Expr.IntLiteral i -> i.value().bitLength() < 48;
      case Expr.Name n -> module.names.get(n) instanceof Symbol.Var v && v.variable().isCounter;
      case Expr.UnaryOp u -> u.op() == Expr.Unary.MINUS && isSmall(u.operand(), module, depth + 1);
      case Expr.BinOp b -> {
        List<Operator> sums = List.of(Operator.ADD, Operator.SUB);
        yield depth < 8
            && ((sums.contains(b.op())
                    && isSmall(b.left(), module, depth + 1)
                    && isSmall(b.right(), module, depth + 1))
                || (b.op() == Operator.MOD && b.right() instanceof Expr.IntLiteral));
      }
      case Expr.Call c -> isCallOf(c, "len") || isCallOf(c, "ord");
      default -> false;
    };
  }
}
