package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Comparison;
import java.util.List;
import java.util.Objects;

/** Comparisons. */
final class Comparing {
  private final Lowering lowering;

  Comparing(Lowering lowering) {
    this.lowering = lowering;
  }

  JavaExpr compare(JavaExpr left, Comparison op, JavaExpr right) {
    return switch (op) {
      case EQ -> equal(left, right);
      case NOT_EQ -> negated(equal(left, right));
      case IS -> same(left, right);
      case IS_NOT -> negated(same(left, right));
      case IN -> in(left, right);
      case NOT_IN -> negated(in(left, right));
      case LT, LT_EQ, GT, GT_EQ -> ordered(left, op, right);
    };
  }

  private JavaExpr negated(JavaExpr test) {
    if (test.precedence() == JavaExpr.EQUALITY) {
      return JavaExpr.of(test.code().replaceFirst(" == ", " != "), JavaExpr.EQUALITY, Basic.BOOL);
    }
    return lowering.ops.negate(test);
  }

  private JavaExpr same(JavaExpr left, JavaExpr right) {
    if (left.type() == Basic.NONE || right.type() == Basic.NONE) {
      JavaExpr value = left.type() == Basic.NONE ? right : left;
      if (Types.isPrimitive(value.type()) && !value.boxed()) {
        return JavaExpr.primary("false", Basic.BOOL);
      }
      return JavaExpr.of(value.at(JavaExpr.EQUALITY) + " == null", JavaExpr.EQUALITY, Basic.BOOL);
    }
    boolean references =
        (left.type() instanceof Instance && right.type() instanceof Instance)
            || (Types.strip(left.type()) instanceof Generic g
                && !g.name().equals("type")
                && Types.strip(right.type()) instanceof Generic);
    if (references && JavaTypes.boxed(left.type()).equals(JavaTypes.boxed(right.type()))) {
      return JavaExpr.binary(left, "==", right, JavaExpr.EQUALITY, Basic.BOOL);
    }
    return call("Py", "same", left, right);
  }

  private static JavaExpr call(String type, String method, JavaExpr left, JavaExpr right) {
    return JavaExpr.primary(
        support(type)
            + "."
            + method
            + "("
            + left.asObject(left.type())
            + ", "
            + right.asObject(right.type())
            + ")",
        Basic.BOOL);
  }

  private JavaExpr equal(JavaExpr left, JavaExpr right) {
    Type l = left.type();
    Type r = right.type();
    if (primitives(left, right)) {
      return JavaExpr.binary(left, "==", right, JavaExpr.EQUALITY, Basic.BOOL);
    }
    if (l == Basic.NONE || r == Basic.NONE) {
      return same(left, right);
    }
    if (l == Basic.STR && r == Basic.STR) {
      return JavaExpr.primary(
          left.at(JavaExpr.PRIMARY) + ".equals(" + right.code() + ")", Basic.BOOL);
    }
    if (l instanceof Instance i && r instanceof Instance && i.type().isEnum) {
      return JavaExpr.binary(left, "==", right, JavaExpr.EQUALITY, Basic.BOOL);
    }
    return call("Py", "eq", left, right);
  }

  /** Whether Java's own operators compare them by value. */
  private static boolean primitives(JavaExpr left, JavaExpr right) {
    Type l = left.type();
    Type r = right.type();
    boolean numbers =
        ((l == Basic.INT || l == Basic.FLOAT) && (r == Basic.INT || r == Basic.FLOAT))
            || (l == Basic.BOOL && r == Basic.BOOL);
    return numbers && (!left.boxed() || !right.boxed());
  }

  private JavaExpr ordered(JavaExpr givenLeft, Comparison op, JavaExpr givenRight) {
    JavaExpr left = OperatorLowering.memberValue(givenLeft);
    JavaExpr right = OperatorLowering.memberValue(givenRight);
    Type l = left.type();
    Type r = right.type();
    boolean numbers = (l == Basic.INT || l == Basic.FLOAT) && (r == Basic.INT || r == Basic.FLOAT);
    if (numbers) {
      JavaExpr test = relation(left, op, right);
      // No comparison holds for NaN, nor does its opposite.
      return l == Basic.INT && r == Basic.INT
          ? test.withOpposite(relation(left, opposite(op), right))
          : test;
    }
    if (l == Basic.STR && r == Basic.STR) {
      return JavaExpr.of(
          support("Strs")
              + ".compare("
              + left.code()
              + ", "
              + right.code()
              + ") "
              + op.symbol()
              + " 0",
          JavaExpr.RELATIONAL,
          Basic.BOOL);
    }
    String name =
        switch (op) {
          case LT -> "lt";
          case LT_EQ -> "le";
          case GT -> "gt";
          default -> "ge";
        };
    if (Types.strip(l) instanceof Instance i) {
      FunctionInfo method = i.type().method("__" + name + "__");
      if (method != null) {
        return Coercion.truth(lowering.calls.dunder(method, left, List.of(right)), lowering);
      }
      String swapped =
          op == Comparison.LT
              ? "__gt__"
              : op == Comparison.GT ? "__lt__" : op == Comparison.LT_EQ ? "__ge__" : "__le__";
      if (Types.strip(r) instanceof Instance j && j.type().method(swapped) != null) {
        return Coercion.truth(
            lowering.calls.dunder(
                Objects.requireNonNull(j.type().method(swapped)), right, List.of(left)),
            lowering);
      }
    }
    return call("Py", name, left, right);
  }

  private static JavaExpr relation(JavaExpr left, Comparison op, JavaExpr right) {
    return JavaExpr.binary(left, op.symbol(), right, JavaExpr.RELATIONAL, Basic.BOOL);
  }

  private static Comparison opposite(Comparison op) {
    return switch (op) {
      case LT -> Comparison.GT_EQ;
      case LT_EQ -> Comparison.GT;
      case GT -> Comparison.LT_EQ;
      default -> Comparison.LT;
    };
  }

  private JavaExpr in(JavaExpr left, JavaExpr right) {
    Type container = Types.strip(right.type());
    if (container == Basic.STR && left.type() == Basic.STR) {
      return JavaExpr.primary(
          right.at(JavaExpr.PRIMARY) + ".contains(" + left.code() + ")", Basic.BOOL);
    }
    if (container instanceof Instance i && i.type().method("__contains__") != null) {
      return Coercion.truth(
          lowering.calls.dunder(
              Objects.requireNonNull(i.type().method("__contains__")), right, List.of(left)),
          lowering);
    }
    if (container instanceof Generic g) {
      String item = left.asObject(left.type());
      boolean exact = JavaTypes.boxed(Types.element(g)).equals(JavaTypes.boxed(left.type()));
      if (g.name().equals("dict") && exact) {
        return JavaExpr.primary(
            right.at(JavaExpr.PRIMARY) + ".containsKey(" + item + ")", Basic.BOOL);
      }
      if (exact
          && (g.name().equals("set")
              || g.name().equals("frozenset")
              || g.name().equals("list")
              || g.name().equals("range"))) {
        return JavaExpr.primary(right.at(JavaExpr.PRIMARY) + ".contains(" + item + ")", Basic.BOOL);
      }
      return JavaExpr.primary(
          support("Py") + ".contains(" + right.code() + ", " + item + ")", Basic.BOOL);
    }
    return JavaExpr.primary(
        support("Py") + ".contains(" + right.code() + ", " + left.code() + ")", Basic.BOOL);
  }
}
