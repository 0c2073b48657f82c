package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests tell of variables, for as long as nothing binds these anew. */
final class NarrowedNames {
  private final Inference inference;

  private final Map<Variable, Told> told = new HashMap<>();

  /** How often each variable was seen to be bound. */
  private final Map<Variable, Integer> bindings = new HashMap<>();

  /** A type, and how often the variable was bound when it was told. */
  private record Told(Type type, int bindings) {}

  NarrowedNames(Inference inference) {
    this.inference = inference;
  }

  /** The type of a variable where inference is. */
  Type type(Variable variable) {
    Told known = told.get(variable);
    return known == null || known.bindings() != bindings(variable) ? variable.type() : known.type();
  }

  private int bindings(Variable variable) {
    return bindings.getOrDefault(variable, 0);
  }

  /** Something binds a variable. */
  void bind(Variable variable) {
    bindings.merge(variable, 1, Integer::sum);
  }

  /** A loop begins: what it binds may have been bound when it comes round. */
  void enter(Stmt loop) {
    if (!told.isEmpty()) {
      Bindings bound = Bindings.of(List.of(loop));
      told.keySet().removeIf(v -> bound.names.containsKey(v.name));
    }
  }

  /** Runs code under what a test tells if it holds, or if it does not. */
  void under(Expr test, boolean holds, Runnable code) {
    restored(() -> {
      tell(test, holds);
      code.run();
    });
  }

  /** Runs code, and forgets behind it what tests in it have told. */
  void restored(Runnable code) {
    Map<Variable, Told> before = new HashMap<>(told);
    code.run();
    told.clear();
    told.putAll(before);
  }

  /** Notes what a test tells that holds, or does not. */
  void tell(Expr test, boolean holds) {
    switch (test) {
      case Expr.UnaryOp u when u.op() == Expr.Unary.NOT -> tell(u.operand(), !holds);
      case Expr.BoolOp b when b.isAnd() == holds -> b.values().forEach(v -> tell(v, holds));
      case Expr.Call c
          when holds
              && c.function() instanceof Expr.Name f
              && f.id().equals("isinstance")
              && c.arguments().size() == 2
              && c.arguments().get(0) instanceof Expr.Name n -> {
        Variable variable = inference.variable(n);
        boolean mayBeDerived =
            inference.exprs.typeOf(c.arguments().get(1)) instanceof Type.LibRef l
                && inference.module.derivedValues.contains(l.path());
        if (variable != null && !variable.isBoxed() && !mayBeDerived) {
          Type type = CallTypes.instanceType(inference.exprs.typeOf(c.arguments().get(1)));
          if (Narrowing.narrows(variable.type(), type)) {
            told.put(variable, new Told(type, bindings(variable)));
          }
        }
      }
      default -> {}
    }
  }
}
