package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operators of classes that decline some operands by {@code return NotImplemented}. Where
 * nothing but operators calls them, Java's methods throw what Python would raise in the end, and
 * give nothing but results.
 */
final class Declining {
  /** The methods of operators, with the signs of these. */
  private static final Map<String, String> OPERATORS = new HashMap<>();

  /** The methods that order, each with the one that is asked the other way round. */
  private static final Map<String, String> SWAPPED =
      Map.of("__lt__", "__gt__", "__gt__", "__lt__", "__le__", "__ge__", "__ge__", "__le__");

  static {
    OPERATORS.put("__lt__", "<");
    OPERATORS.put("__gt__", ">");
    OPERATORS.put("__le__", "<=");
    OPERATORS.put("__ge__", ">=");
    for (Operator op : Operator.values()) {
      OPERATORS.put("__" + op.dunder() + "__", op.symbol());
      OPERATORS.put("__r" + op.dunder() + "__", op.symbol());
    }
  }

  private final ModuleInfo module;

  /** Operators that the program calls by their names, and so may see to decline. */
  private final Set<String> named = new HashSet<>();

  private final Set<FunctionInfo> caught = new HashSet<>();

  private Declining(ModuleInfo module) {
    this.module = module;
  }

  static void mark(ModuleInfo module) {
    List<FunctionInfo> operators = new ArrayList<>();
    for (FunctionInfo f : module.functions) {
      if (f.owner != null
          && OPERATORS.containsKey(f.name)
          && f.binding == FunctionInfo.Binding.SELF
          && !f.isAsync
          && !f.isGenerator
          && f.callerParameters().size() == 1) {
        operators.add(f);
      }
    }
    if (!operators.isEmpty()) {
      new Declining(module).mark(operators);
    }
  }

  /** The sign of the operator that a method is. */
  static String symbol(FunctionInfo operator) {
    return Objects.requireNonNull(OPERATORS.get(operator.name));
  }

  /** Whether a method takes the left operand, and its object is the right one. */
  static boolean isReflected(FunctionInfo operator) {
    return operator.name.startsWith("__r") && !operator.name.equals("__rshift__");
  }

  private void mark(List<FunctionInfo> operators) {
    operators.forEach(this::look);
    if (operators.stream().noneMatch(f -> f.mayDecline)) {
      return;
    }
    lookForNames(operators);
    for (boolean changed = true; changed; ) {
      changed = false;
      for (FunctionInfo f : operators) {
        if (!f.mayDecline && operators.stream().anyMatch(g -> g.mayDecline && follows(f, g))) {
          f.mayDecline = true;
          changed = true;
        }
      }
    }
    for (FunctionInfo f : operators) {
      f.declinesByThrowing =
          f.mayDecline
              && !named.contains(f.name)
              && operators.stream().noneMatch(g -> asksOther(f, g))
              && operators.stream()
                  .noneMatch(g -> caught.contains(g) && (g == f || follows(f, g) || follows(g, f)));
    }
  }

  /** Whether objects of another class may say how they compare where one declines. */
  private static boolean asksOther(FunctionInfo f, FunctionInfo g) {
    ClassInfo a = Objects.requireNonNull(f.owner);
    ClassInfo b = Objects.requireNonNull(g.owner);
    return g.name.equals(SWAPPED.get(f.name)) && !a.isSubclassOf(b) && !b.isSubclassOf(a);
  }

  /** Whether it is an order and no arithmetic. */
  static boolean isOrder(FunctionInfo operator) {
    return SWAPPED.containsKey(operator.name);
  }

  /** Whether a call of one operator may end in the other. */
  private static boolean follows(FunctionInfo f, FunctionInfo g) {
    ClassInfo a = Objects.requireNonNull(f.owner);
    ClassInfo b = Objects.requireNonNull(g.owner);
    boolean related = a.isSubclassOf(b) || b.isSubclassOf(a);
    return related && (f.name.equals(g.name) || f.passesOnTo.contains(g.name));
  }

  private void look(FunctionInfo operator) {
    new TreeWalker() {
      private int handled;

      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.Return r && isNotImplemented(r.value(), module)) {
          operator.mayDecline = true;
          if (handled > 0) {
            caught.add(operator);
          }
          return false;
        }
        String next = stmt instanceof Stmt.Return r ? passedOn(r) : null;
        if (next != null && ((Stmt.Return) stmt).value() instanceof Expr.Call call) {
          operator.passesOnTo.add(next);
          call.arguments().forEach(this::expr);
          return false;
        }
        if (stmt instanceof Stmt.Try t) {
          handled++;
          block(t.body());
          handled--;
          t.handlers().forEach(h -> block(h.body()));
          block(t.orElse());
          block(t.finalBody());
          return false;
        }
        return !(stmt instanceof Stmt.FunctionDef);
      }

      @Override
      protected boolean enter(Expr expr) {
        if (isNotImplemented(expr, module)) {
          operator.mayDecline = true;
          caught.add(operator);
        }
        return true;
      }
    }.block(operator.body);
  }

  /** The operator whose result a statement gives on: {@code return super().__add__(other)}. */
  private static @Nullable String passedOn(Stmt.Return r) {
    return r.value() instanceof Expr.Call c
            && c.function() instanceof Expr.Attribute a
            && OPERATORS.containsKey(a.name())
            && (a.value() instanceof Expr.Call s
                ? CallTypes.isSuper(s.function())
                : a.value() instanceof Expr.Name n && n.id().equals("self"))
        ? a.name()
        : null;
  }

  static boolean isNotImplemented(@Nullable Expr expr, ModuleInfo module) {
    return expr instanceof Expr.Name n
        && n.id().equals("NotImplemented")
        && module.names.get(n) instanceof Symbol.Library;
  }

  private void lookForNames(List<FunctionInfo> operators) {
    Set<Node> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
    operators.forEach(o -> bodies.add(o.node));
    new TreeWalker() {
      private boolean inOperator;

      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.FunctionDef f && bodies.contains(f)) {
          boolean outer = inOperator;
          inOperator = true;
          block(f.body());
          inOperator = outer;
          return false;
        }
        if (inOperator && stmt instanceof Stmt.Return r && passedOn(r) != null) {
          ((Expr.Call) Objects.requireNonNull(r.value())).arguments().forEach(this::expr);
          return false;
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.Attribute a) {
          named.add(a.name());
        } else if (expr instanceof Expr.StringLiteral s) {
          named.add(s.value());
        }
        return true;
      }
    }.block(module.source.body());
  }
}
