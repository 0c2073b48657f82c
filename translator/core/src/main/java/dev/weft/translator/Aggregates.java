package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code sum}, {@code min} and {@code max} over a generator expression, as a loop that keeps no
 * more than what it has come to.
 */
final class Aggregates {
  private final Lowering lowering;

  Aggregates(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The call as a loop; null if it is another one. */
  @Nullable JavaExpr lower(Expr.Call call, String function) {
    Signature chosen = lowering.inference.exprs.calls.library.chosen(call);
    if (chosen == null
        || call.arguments().size() != 1
        || !call.keywords().isEmpty()
        || !(call.arguments().getFirst() instanceof Expr.Comprehension c)
        || c.kind() != Expr.Comprehension.Kind.GENERATOR
        || Types.is(lowering.type(c), "asyncgen")) {
      return null;
    }
    Type element = Types.arg(lowering.type(c), 0);
    if (!function.equals("sum")) {
      return extreme(call, c, element, function);
    }
    return element == Basic.INT || element == Basic.BOOL
        ? sumOfInts(call, c, element)
        : sum(call, c, element);
  }

  private JavaExpr sumOfInts(Expr.Call call, Expr.Comprehension c, Type element) {
    String name = lowering.body.built(call, "sum");
    lowering.line("long " + name + " = 0;");
    boolean counts =
        c.element() instanceof Expr.IntLiteral one && one.value().equals(BigInteger.ONE);
    loops(
        c,
        () -> {
          if (element == Basic.BOOL) {
            lowering.line("if (" + lowering.exprs.condition(c.element()).code() + ") {");
            lowering.line(name + "++;");
            lowering.line("}");
          } else if (counts) {
            lowering.line(name + "++;");
          } else {
            String code = lowering.exprs.value(c.element(), Basic.INT).code();
            lowering.line(
                name + " = " + support("Math") + ".addExact(" + name + ", " + code + ");");
          }
        });
    return JavaExpr.primary(name, Basic.INT);
  }

  private JavaExpr sum(Expr.Call call, Expr.Comprehension c, Type element) {
    String name = lowering.body.fresh("sum");
    lowering.line(support("Sum") + " " + name + " = new " + support("Sum") + "();");
    loops(c, () -> lowering.line(name + ".add(" + element(c, element) + ");"));
    Type type = lowering.type(call);
    return JavaExpr.primary(name + (type == Basic.NUM ? ".number()" : ".value()"), type);
  }

  private JavaExpr extreme(Expr.Call call, Expr.Comprehension c, Type element, String function) {
    String java = support("Extreme") + "<" + JavaTypes.boxed(element) + ">";
    String name = lowering.body.fresh(function.equals("max") ? "greatest" : "least");
    lowering.line(java + " " + name + " = " + support("Extreme") + "." + function + "();");
    loops(c, () -> lowering.line(name + ".take(" + element(c, element) + ");"));
    return JavaExpr.boxed(name + ".value()", lowering.type(call));
  }

  private String element(Expr.Comprehension c, Type element) {
    return lowering.exprs.value(Objects.requireNonNull(c.element()), element).asObject(element);
  }

  private void loops(Expr.Comprehension c, Runnable inner) {
    lowering.exprs.comprehensions().loops(c, inner);
  }
}
