package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code isinstance} tests whose name is read behind them as what it was seen to be: Java's
 * {@code instanceof} binds a variable of that type.
 */
final class InstancePatterns {
  private final Lowering lowering;

  /** The tests that are to bind. */
  private final Set<Expr> planned = Collections.newSetFromMap(new IdentityHashMap<>());

  InstancePatterns(Lowering lowering) {
    this.lowering = lowering;
  }

  /** What stands in for which variables at a place. */
  Map<Variable, JavaExpr> mark() {
    return Map.copyOf(lowering.body.standIns);
  }

  /** Goes back to what stood in at a mark. */
  void release(Map<Variable, JavaExpr> mark) {
    lowering.body.standIns.keySet().retainAll(mark.keySet());
  }

  /** The place is left where variables are bound. */
  void release(Set<Variable> bound) {
    lowering.body.standIns.keySet().removeAll(bound);
  }

  /** Drops what was planned to be bound, but is not bound by the text of the condition. */
  void keep(Set<Variable> bound, JavaExpr condition) {
    for (Variable v : bound) {
      JavaExpr standIn = lowering.body.standIns.get(v);
      if (standIn != null && !condition.code().contains(" " + standIn.code())) {
        lowering.body.standIns.remove(v);
      }
    }
  }

  /**
   * Plans which tests of a condition bind a variable for what runs where it holds.
   *
   * @param holds whether the condition holds there, or does not
   * @param region what runs there
   * @return what is bound, to be released behind it
   */
  Set<Variable> plan(Expr condition, boolean holds, List<? extends Node> region) {
    Set<Variable> bound = new HashSet<>();
    plan(condition, holds, new ArrayList<>(region), condition, bound);
    return bound;
  }

  private void plan(
      Expr condition, boolean holds, List<Node> region, Expr whole, Set<Variable> bound) {
    switch (condition) {
      case Expr.UnaryOp u when u.op() == Expr.Unary.NOT ->
          plan(u.operand(), !holds, region, whole, bound);
      case Expr.BoolOp b when b.isAnd() == holds -> {
        List<Node> behind = new ArrayList<>(region);
        for (Expr value : b.values().reversed()) {
          plan(value, holds, behind, whole, bound);
          behind.add(value);
        }
      }
      case Expr.Call c when holds && isTest(c) -> {
        Variable v = lowering.inference.variable((Expr.Name) c.arguments().getFirst());
        if (v != null && !bound.contains(v) && reads(c, v, region, whole) && planned.add(c)) {
          bound.add(v);
        }
      }
      default -> {}
    }
  }

  private static boolean isTest(Expr.Call c) {
    return c.function() instanceof Expr.Name f
        && f.id().equals("isinstance")
        && c.arguments().size() == 2
        && c.arguments().getFirst() instanceof Expr.Name;
  }

  private boolean reads(Expr.Call test, Variable v, List<Node> region, Expr whole) {
    Type told = CallTypes.instanceType(lowering.raw(test.arguments().getLast()));
    boolean isClass = told instanceof Instance i && !i.type().isProtocol;
    if ((!isClass && told != Basic.STR)
        || (v.owner == null && v.isField)
        || v.isBoxed()
        || lowering.exprs.isSelf(v)
        || lowering.body.standIns.containsKey(v)
        || !Narrowing.narrows(v.type(), told)) {
      return false;
    }
    boolean[] read = {false};
    TreeWalker walker =
        new TreeWalker() {
          @Override
          protected boolean enter(Expr e) {
            read[0] |=
                e instanceof Expr.Name n
                    && isOf(n, v)
                    && Types.same(lowering.raw(n), told)
                    && !Types.same(v.type(), told);
            return true;
          }
        };
    Bindings bindings = new Bindings();
    bindings.expr(whole);
    for (Node node : region) {
      switch (node) {
        case Stmt s -> {
          walker.stmt(s);
          bindings.stmt(s);
        }
        case Expr e -> {
          walker.expr(e);
          bindings.expr(e);
        }
        default -> {}
      }
    }
    return read[0] && !bindings.names.containsKey(v.name) && !bindings.handled.contains(v.name);
  }

  private boolean isOf(Expr.Name n, Variable variable) {
    return lowering.module.names.get(n) instanceof Symbol.Var(Variable v) && v == variable;
  }

  /** A test with the variable that it binds, or as it is. */
  JavaExpr bind(Expr.Call call, JavaExpr test) {
    if (!planned.contains(call) || !test.code().contains(" instanceof ")) {
      return test;
    }
    Type told = CallTypes.instanceType(lowering.raw(call.arguments().getLast()));
    Variable variable = lowering.variable((Expr.Name) call.arguments().getFirst());
    String name = lowering.body.fresh(nameOf(told));
    lowering.body.standIns.put(variable, JavaExpr.primary(name, told));
    return JavaExpr.of(test.code() + " " + name, test.precedence(), test.type());
  }

  private static String nameOf(Type told) {
    if (!(told instanceof Instance i)) {
      return "text";
    }
    String java = i.type().javaName.substring(i.type().javaName.lastIndexOf('.') + 1);
    return i.type().isException
        ? "error"
        : JavaNames.camel(Character.toLowerCase(java.charAt(0)) + java.substring(1));
  }
}
