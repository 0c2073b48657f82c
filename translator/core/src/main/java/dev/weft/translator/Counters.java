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
import org.jspecify.annotations.Nullable;

/**
 * Finds the int variables that stay far from the limits of a long: those that only take small
 * literals, lengths and loop indices, and only grow by small steps. Sums of them need no check.
 */
final class Counters {
  private final ModuleInfo module;
  private final Map<Variable, Integer> accounted = new HashMap<>();
  private final Set<Variable> spoiled = new HashSet<>();
  private final Set<Variable> maybeNegative = new HashSet<>();

  /** Names of attributes that are assigned somewhere, and of those that take other values. */
  private final Set<String> attributes = new HashSet<>();

  private final Set<String> spoiledAttributes = new HashSet<>();

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
    accounted.forEach((variable, count) -> {
      variable.isCounter =
          !spoiled.contains(variable)
              && !variable.isParameter
              && variable.type() == Basic.INT
              && count >= variable.bindings;
      variable.isPositive = variable.isCounter && !maybeNegative.contains(variable);
    });
    attributes.removeAll(spoiledAttributes);
    for (ClassInfo type : module.classes) {
      type.dataFields.keySet().forEach(attributes::remove);
    }
    for (ClassInfo type : module.classes) {
      type.fields.forEach((name, field) ->
          field.isCounter = attributes.contains(name) && field.type() == Basic.INT);
    }
    module.smallAttributes.addAll(attributes);
  }

  private void account(Stmt stmt) {
    switch (stmt) {
      case Stmt.Assign a -> {
        a.targets().forEach(t -> note(t, isStep(a.value()), a.value()));
      }
      case Stmt.AnnAssign a when a.value() != null ->
          note(a.target(), isStep(a.value()), a.value());
      case Stmt.AugAssign a ->
          note(
              a.target(),
              (a.op() == Operator.ADD || a.op() == Operator.SUB) && isStep(a.value()),
              a.op() == Operator.ADD ? a.value() : null);
      case Stmt.For f -> target(f.target(), f.iterable());
      case Stmt.With w ->
          w.items()
              .forEach(i -> {
                if (i.target() != null) {
                  spoil(i.target());
                }
              });
      default -> {}
    }
  }

  private void clause(Clause clause) {
    target(clause.target(), clause.iterable());
  }

  private void target(Expr target, Expr iterable) {
    if (target instanceof Expr.Name || target instanceof Expr.Attribute) {
      note(target, isSmallRange(iterable) || isLiterals(iterable), null);
    } else if (target instanceof Expr.TupleDisplay t
        && t.elements().get(0) instanceof Expr.Name n) {
      note(n, isCallOf(iterable, "enumerate"), null);
    }
    if (!(target instanceof Expr.Attribute)) {
      spoil(target);
    }
  }

  /** A range that does not begin far out. */
  private static boolean isSmallRange(Expr iterable) {
    return isCallOf(iterable, "range")
        && iterable instanceof Expr.Call c
        && (c.arguments().size() < 2 || isNear(c.arguments().get(0)));
  }

  private static boolean isNear(Expr expr) {
    return isStep(expr)
        || expr instanceof Expr.Name
        || expr instanceof Expr.Attribute
        || (expr instanceof Expr.BinOp b
            && (b.op() == Operator.ADD || b.op() == Operator.SUB)
            && isNear(b.left())
            && isNear(b.right()));
  }

  /** A display of small literals. */
  private static boolean isLiterals(Expr iterable) {
    return switch (iterable) {
      case Expr.TupleDisplay t -> t.elements().stream().allMatch(Counters::isStep);
      case Expr.ListDisplay l -> l.elements().stream().allMatch(Counters::isStep);
      default -> false;
    };
  }

  /** Takes note of the attributes among targets that get any value. */
  private void spoil(Expr target) {
    switch (target) {
      case Expr.Attribute a -> spoiledAttributes.add(a.name());
      case Expr.TupleDisplay t -> t.elements().forEach(this::spoil);
      case Expr.ListDisplay l -> l.elements().forEach(this::spoil);
      case Expr.Starred s -> spoil(s.value());
      default -> {}
    }
  }

  /**
   * Takes note of a binding.
   *
   * @param from what the target gets, or what is added to it; null for anything
   */
  private void note(Expr target, boolean small, @Nullable Expr from) {
    if (target instanceof Expr.Attribute a && small) {
      attributes.add(a.name());
    } else {
      spoil(target);
    }
    if (target instanceof Expr.Name n && module.names.get(n) instanceof Symbol.Var v) {
      accounted.merge(v.variable(), 1, Integer::sum);
      if (!small) {
        spoiled.add(v.variable());
      }
      if (!(from instanceof Expr.IntLiteral i && i.value().signum() > 0)) {
        maybeNegative.add(v.variable());
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

  /** A counter times a small literal. */
  static boolean isSmallProduct(Expr.BinOp b, ModuleInfo module) {
    boolean literalLast = b.right() instanceof Expr.IntLiteral;
    Expr factor = literalLast ? b.left() : b.right();
    return b.op() == Operator.MUL
        && (literalLast ? b.right() : b.left()) instanceof Expr.IntLiteral i
        && i.value().bitLength() <= 10
        && factor instanceof Expr.Name n
        && isSmall(n, module, 0);
  }

  /** Whether a value is far from the limits of a long; for the operands of sums. */
  static boolean isSmall(Expr expr, ModuleInfo module, int depth) {
    return switch (expr) {
      case Expr.IntLiteral i -> i.value().bitLength() < 48;
      case Expr.Name n -> module.names.get(n) instanceof Symbol.Var v && v.variable().isCounter;
      case Expr.Attribute a -> module.smallAttributes.contains(a.name());
      case Expr.UnaryOp u -> u.op() == Expr.Unary.MINUS && isSmall(u.operand(), module, depth + 1);
      case Expr.BinOp b -> {
        List<Operator> sums = List.of(Operator.ADD, Operator.SUB);
        yield depth < 8
            && ((sums.contains(b.op())
                    && isSmall(b.left(), module, depth + 1)
                    && isSmall(b.right(), module, depth + 1))
                || (b.op() == Operator.MOD && isSmall(b.right(), module, depth + 1))
                || (b.op() == Operator.FLOOR_DIV && isSmall(b.left(), module, depth + 1))
                || isSmallProduct(b, module));
      }
      case Expr.Call c -> isCallOf(c, "len") || isCallOf(c, "ord");
      default -> false;
    };
  }
}
