package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operators. */
final class OperatorLowering {
  private final Lowering lowering;

  /** The class of the support library that knows the operators of unknown values. */
  private String unknown = "Ops";

  OperatorLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  JavaExpr binary(Expr.BinOp b) {
    Type left = lowering.type(b.left());
    Type right = lowering.type(b.right());
    if (b.op() == Operator.MOD && left == Basic.STR) {
      return percent(b);
    }
    boolean types = b.op() == Operator.BIT_OR && (isType(b.left()) || isType(b.right()));
    List<JavaExpr> both =
        lowering.exprs.inOrder(
            List.of(b.left(), b.right()),
            types ? List.of(Basic.OBJECT, Basic.OBJECT) : List.of(left, right));
    if (types) {
      return JavaExpr.primary(
          support("Ops") + ".or(" + both.get(0).code() + ", " + both.get(1).code() + ")",
          Basic.OBJECT);
    }
    boolean small =
        b.op() == Operator.MUL
            ? Counters.isSmallProduct(b, lowering.module)
            : Counters.isSmall(b.left(), lowering.module, 0)
                && Counters.isSmall(b.right(), lowering.module, 0);
    return apply(both.get(0), b.op(), both.get(1), lowering.type(b), small, b);
  }

  /** A type of Python's own, which is no function where it stands in a union of types. */
  private boolean isType(Expr expr) {
    return lowering.raw(expr) instanceof Type.LibRef l && Builtins.isType(l.path());
  }

  private JavaExpr percent(Expr.BinOp b) {
    JavaExpr format = lowering.exprs.expr(b.left());
    String args =
        b.right() instanceof Expr.TupleDisplay t
            ? lowering.exprs.codes(t.elements(), Basic.OBJECT)
            : lowering.exprs.value(b.right(), Basic.OBJECT).code();
    boolean spread = !(b.right() instanceof Expr.TupleDisplay);
    return JavaExpr.primary(
        support("Format")
            + (spread ? ".percentOf(" : ".percent(")
            + format.code()
            + (args.isEmpty() ? "" : ", " + args)
            + ")",
        Basic.STR);
  }

  /** The result of an operator on values that are lowered already. */
  JavaExpr apply(JavaExpr left, Operator op, JavaExpr right, Type result, boolean small, Expr at) {
    Type l = left.type() == Basic.BOOL ? Basic.INT : Types.strip(left.type());
    Type r = right.type() == Basic.BOOL ? Basic.INT : Types.strip(right.type());
    if (result == Basic.BOOL) {
      int precedence =
          op == Operator.BIT_AND
              ? JavaExpr.BIT_AND
              : op == Operator.BIT_OR ? JavaExpr.BIT_OR : JavaExpr.BIT_XOR;
      return JavaExpr.binary(left, op.symbol(), right, precedence, Basic.BOOL);
    }
    if (OperatorTypes.valueType(l) != l || OperatorTypes.valueType(r) != r) {
      return apply(memberValue(left), op, memberValue(right), result, small, at);
    }
    JavaExpr a = left.type() == Basic.BOOL ? Coercion.to(left, Basic.INT) : left;
    JavaExpr b = right.type() == Basic.BOOL ? Coercion.to(right, Basic.INT) : right;
    if (l == Basic.INT && r == Basic.INT && (result == Basic.INT || op == Operator.DIV)) {
      return integers(a, op, b, small, at);
    }
    if (op == Operator.DIV && l != Basic.FLOAT && r != Basic.FLOAT && areNumbers(l, r)) {
      return call("Numbers", "divideOf", Basic.FLOAT, a, b);
    }
    if (areNumbers(l, r)) {
      return result == Basic.FLOAT ? floats(a, op, b) : numbers(a, op, b);
    }
    if (l == Basic.STR && r == Basic.STR && op == Operator.ADD) {
      return JavaExpr.binary(a, "+", b, JavaExpr.ADDITIVE, Basic.STR);
    }
    if (op == Operator.MUL && l == Basic.STR && r == Basic.INT) {
      return call("Strs", "repeat", result, a, b);
    }
    if (op == Operator.MUL && l == Basic.INT && r == Basic.STR) {
      return call("Strs", "repeat", result, b, a);
    }
    FunctionInfo own = l instanceof Instance i ? i.type().method("__" + op.dunder() + "__") : null;
    FunctionInfo reflected =
        r instanceof Instance i && l != Basic.OBJECT
            ? i.type().method("__r" + op.dunder() + "__")
            : null;
    if (own != null && takes(own, op, r)) {
      return lowering.calls.dunder(own, a, List.of(b));
    }
    if (own == null
        && reflected != null
        && (takes(reflected, op, Basic.NONE) && reflected.passesOnTo.isEmpty())) {
      return lowering.calls.dunder(reflected, b, List.of(a));
    }
    if (own != null || reflected != null || l == Basic.OBJECT) {
      return Coercion.to(call(unknown, dynamicName(op), Basic.OBJECT, a, b), result);
    }
    if (l instanceof Generic g) {
      JavaExpr container = containers(g, a, op, b, result);
      if (container != null) {
        return container;
      }
    }
    if (l == Basic.INT && op == Operator.MUL && r instanceof Generic g) {
      JavaExpr container = containers(g, b, op, a, result);
      if (container != null) {
        return container;
      }
    }
    JavaExpr library = library("__" + op.dunder() + "__", a, b, result);
    if (library == null && !isReordered(a, b)) {
      library = library("__r" + op.dunder() + "__", b, a, result);
    }
    if (library != null) {
      return library;
    }
    return Coercion.to(call(unknown, dynamicName(op), Basic.OBJECT, a, b), result);
  }

  /** Whether nothing but a method is asked: it takes its operand, or nothing does. */
  private boolean takes(FunctionInfo method, Operator op, Type right) {
    return !method.mayDecline
        || (method.declinesByThrowing
            && unknown.equals("Ops")
            && !lowering.inference.exprs.ops.mayReflect(op, right));
  }

  /** The same for {@code left op= right}, which may change what is on the left. */
  JavaExpr inPlace(JavaExpr left, Operator op, JavaExpr right, Type result, Expr at) {
    unknown = "InPlace";
    try {
      return apply(left, op, right, result, false, at);
    } finally {
      unknown = "Ops";
    }
  }

  private static boolean areNumbers(Type left, Type right) {
    return Types.isNumber(left) && Types.isNumber(right);
  }

  /** Whether Java would evaluate the right operand first, and that could be noticed. */
  private static boolean isReordered(JavaExpr a, JavaExpr b) {
    boolean plain = a.isSimple() || a.isIntLiteral();
    return !plain && !b.isSimple();
  }

  private @Nullable JavaExpr library(String method, JavaExpr self, JavaExpr other, Type result) {
    for (Signature s :
        lowering.inference.exprs.calls.library.methods(Types.strip(self.type()), method)) {
      if (Matching.accepts(s.params().get(0).type(), Types.strip(other.type()), true)) {
        String name = s.params().get(0).name();
        TypeForm.Bindings bindings = new TypeForm.Bindings();
        bindings.flow(Types.strip(self.type()), Objects.requireNonNull(s.receiver()));
        Type wanted = bindings.type(s.params().get(0).type());
        JavaExpr fitted = wanted instanceof Generic ? Coercion.to(other, wanted) : other;
        String code = fitted.asObject(other.type());
        return JavaExpr.boxed(
            s.java().replace("{self}", self.at(JavaExpr.PRIMARY)).replace("{" + name + "}", code),
            result);
      }
    }
    return null;
  }

  /** A member of an enum that derives from str or int as the value that it is. */
  static JavaExpr memberValue(JavaExpr e) {
    Type type = OperatorTypes.valueType(Types.strip(e.type()));
    return type == Types.strip(e.type())
        ? e
        : JavaExpr.boxed(e.at(JavaExpr.PRIMARY) + ".value()", type);
  }

  private static String dynamicName(Operator op) {
    return switch (op) {
      case ADD -> "add";
      case SUB -> "subtract";
      case MUL -> "multiply";
      case MATMUL -> "matmul";
      case DIV -> "divide";
      case MOD -> "mod";
      case POW -> "pow";
      case LSHIFT -> "shiftLeft";
      case RSHIFT -> "shiftRight";
      case BIT_OR -> "or";
      case BIT_XOR -> "xor";
      case BIT_AND -> "and";
      case FLOOR_DIV -> "floorDiv";
    };
  }

  private static JavaExpr call(String type, String method, Type result, JavaExpr... args) {
    List<String> codes = new ArrayList<>();
    for (JavaExpr arg : args) {
      codes.add(
          type.equals("Ops") || type.equals("InPlace") ? arg.asObject(Basic.OBJECT) : arg.code());
    }
    return JavaExpr.primary(
        support(type) + "." + method + "(" + String.join(", ", codes) + ")", result);
  }

  private JavaExpr integers(JavaExpr left, Operator op, JavaExpr b, boolean small, Expr at) {
    // Of two int literals Java makes an int, which would not box as a long.
    boolean ints = op != Operator.DIV && left.wide() != null && b.wide() != null;
    JavaExpr a = ints ? left.widened() : left;
    boolean literal =
        (at instanceof Expr.BinOp x && isPositive(x.right()))
            || (at instanceof Expr.IntLiteral && isPositive(at));
    return switch (op) {
      case ADD ->
          small
              ? JavaExpr.binary(a, "+", b, JavaExpr.ADDITIVE, Basic.INT)
              : call("Math", "addExact", Basic.INT, a, b);
      case SUB ->
          small
              ? JavaExpr.binary(a, "-", b, JavaExpr.ADDITIVE, Basic.INT)
              : call("Math", "subtractExact", Basic.INT, a, b);
      case MUL ->
          small
              ? JavaExpr.binary(a, "*", b, JavaExpr.MULTIPLICATIVE, Basic.INT)
              : call("Math", "multiplyExact", Basic.INT, a, b);
      case DIV -> call("Numbers", "divide", Basic.FLOAT, unboxed(a), unboxed(b));
      case FLOOR_DIV ->
          literal
              ? call("Math", "floorDiv", Basic.INT, a, b)
              : call("Numbers", "floorDiv", Basic.INT, a, b);
      case MOD -> literal ? longMod(a, b) : call("Numbers", "mod", Basic.INT, a, b);
      case POW -> call("Numbers", "powExact", Basic.INT, a, b);
      case BIT_AND -> JavaExpr.binary(a, "&", b, JavaExpr.BIT_AND, Basic.INT);
      case BIT_OR -> JavaExpr.binary(a, "|", b, JavaExpr.BIT_OR, Basic.INT);
      case BIT_XOR -> JavaExpr.binary(a, "^", b, JavaExpr.BIT_XOR, Basic.INT);
      case RSHIFT -> call("Numbers", "shiftRight", Basic.INT, a, b);
      case LSHIFT -> call("Numbers", "shiftLeftExact", Basic.INT, a, b);
      case MATMUL -> call("Ops", "matmul", Basic.OBJECT, a, b);
    };
  }

  /** A primitive, where Java could not choose between an overload for it and one for objects. */
  private static JavaExpr unboxed(JavaExpr value) {
    return value.boxed() && (value.type() == Basic.INT || value.type() == Basic.FLOAT)
        ? JavaExpr.of(
            (value.type() == Basic.INT ? "(long) " : "(double) ") + value.at(JavaExpr.UNARY),
            JavaExpr.UNARY,
            value.type())
        : value;
  }

  /** {@code Math.floorMod(long, int)} is an int, which would box as one. */
  private static JavaExpr longMod(JavaExpr a, JavaExpr b) {
    return JavaExpr.primary(
        support("Math") + ".floorMod(" + a.code() + ", " + b.widened().code() + ")", Basic.INT);
  }

  private static boolean isPositive(Expr expr) {
    return expr instanceof Expr.IntLiteral i && i.value().signum() > 0;
  }

  private JavaExpr floats(JavaExpr x, Operator op, JavaExpr y) {
    JavaExpr a = toDouble(x);
    JavaExpr b = toDouble(y);
    return switch (op) {
      case ADD -> JavaExpr.binary(a, "+", b, JavaExpr.ADDITIVE, Basic.FLOAT);
      case SUB -> JavaExpr.binary(a, "-", b, JavaExpr.ADDITIVE, Basic.FLOAT);
      case MUL -> JavaExpr.binary(a, "*", b, JavaExpr.MULTIPLICATIVE, Basic.FLOAT);
      case DIV ->
          b.code().matches("[1-9][\\d.]*")
              ? JavaExpr.binary(a, "/", b, JavaExpr.MULTIPLICATIVE, Basic.FLOAT)
              : isFloat(x) || isFloat(y)
                  ? call("Numbers", "divide", Basic.FLOAT, unboxed(a), unboxed(b))
                  : call("Numbers", "divideOf", Basic.FLOAT, x, y);
      case FLOOR_DIV -> call("Numbers", "floorDiv", Basic.FLOAT, a, b);
      case MOD -> call("Numbers", "mod", Basic.FLOAT, a, b);
      case POW -> call("Numbers", "pow", Basic.FLOAT, a, b);
      default -> call("Ops", dynamicName(op), Basic.OBJECT, a, b);
    };
  }

  private static boolean isFloat(JavaExpr value) {
    return Types.strip(value.type()) == Basic.FLOAT;
  }

  /** At least one side must be a double for Java; the other may stay a long. */
  private static JavaExpr toDouble(JavaExpr value) {
    if (value.type() == Basic.INT || Types.strip(value.type()) == Basic.INT) {
      return value.isIntLiteral()
          ? JavaExpr.primary(value.code().replace("L", "") + ".0", Basic.FLOAT)
          : JavaExpr.of("(double) " + value.at(JavaExpr.UNARY), JavaExpr.UNARY, Basic.FLOAT);
    }
    return Coercion.to(value, Basic.FLOAT);
  }

  private JavaExpr numbers(JavaExpr a, Operator op, JavaExpr b) {
    String name =
        switch (op) {
          case POW -> "power";
          case DIV, FLOOR_DIV, MOD -> dynamicName(op) + "Of";
          default -> dynamicName(op);
        };
    return call("Numbers", name, Basic.NUM, a, b);
  }

  private @Nullable JavaExpr containers(
      Generic g, JavaExpr a, Operator op, JavaExpr b, Type result) {
    boolean list = g.name().equals("list");
    Type other = Types.strip(b.type());
    boolean alike = list ? Types.is(other, "list") : Types.isTuple(other);
    if (op == Operator.ADD && (list || Types.isTuple(g)) && alike) {
      String type = list ? "Lists" : "Tuple";
      if (!list && result instanceof Generic t && t.name().equals("tuple")) {
        return Coercion.cast(call("Ops", "add", Basic.OBJECT, a, b), result);
      }
      String witness = "<" + JavaTypes.boxed(Types.element(result)) + ">";
      return JavaExpr.primary(
          support(type)
              + "."
              + witness
              + "concat("
              + Coercion.iterable(fitted(a, result)).code()
              + ", "
              + Coercion.iterable(fitted(b, result)).code()
              + ")",
          result);
    }
    if (op == Operator.MUL && (list || Types.isTuple(g)) && isCount(other)) {
      return call(
          list ? "Lists" : "Tuple",
          "repeat",
          result,
          list ? a : Coercion.iterable(a),
          Coercion.to(b, Basic.INT));
    }
    if (isSet(g) && isSet(other)) {
      String method =
          switch (op) {
            case BIT_OR -> "union";
            case BIT_AND -> "intersection";
            case SUB -> "difference";
            case BIT_XOR -> "symmetricDifference";
            default -> "";
          };
      if (!method.isEmpty()) {
        return call("Sets", method, result, fitted(a, result), fitted(b, result));
      }
    }
    if (g.name().equals("dict") && Types.is(other, "dict") && op == Operator.BIT_OR) {
      return call("Dicts", "union", result, fitted(a, result), fitted(b, result));
    }
    return null;
  }

  /** A container of which nothing is known, or that holds None only, as one like the result. */
  private static JavaExpr fitted(JavaExpr container, Type result) {
    if (!(Types.strip(container.type()) instanceof Generic g)
        || !(result instanceof Generic r)
        || g.name().equals("tuple")
        || g.args().size() != r.args().size()) {
      return container;
    }
    boolean fits = true;
    for (int i = 0; i < g.args().size(); i++) {
      Type own = g.args().get(i).type();
      boolean open = own == Basic.NEVER || own == Basic.OBJECT || own == Basic.NONE;
      String java = JavaTypes.boxed(r.args().get(i).type());
      fits &= JavaTypes.boxed(own).equals(java) || !(open || java.contains("<"));
    }
    Type wanted = new Generic(g.name(), r.args());
    return fits
        ? container
        : JavaExpr.boxed(
            support("Py") + ".<" + JavaTypes.boxed(wanted) + ">cast(" + container.code() + ")",
            wanted);
  }

  private static boolean isSet(Type type) {
    return Types.is(type, "set") || Types.is(type, "frozenset");
  }

  private static boolean isCount(Type type) {
    return type == Basic.INT || type == Basic.BOOL;
  }

  JavaExpr unary(Expr.UnaryOp u, Type wanted) {
    if (u.op() == Expr.Unary.NOT) {
      return negate(lowering.exprs.condition(u.operand()));
    }
    Type type = lowering.type(u);
    if (u.operand() instanceof Expr.IntLiteral i && u.op() == Expr.Unary.MINUS) {
      return ExprLowering.integer(i.value().negate(), wanted);
    }
    JavaExpr value = lowering.exprs.expr(u.operand());
    if (value.type() == Basic.BOOL) {
      value = Coercion.to(value, Basic.INT);
    }
    if (Types.strip(value.type()) instanceof Instance i) {
      String name =
          u.op() == Expr.Unary.MINUS
              ? "__neg__"
              : u.op() == Expr.Unary.PLUS ? "__pos__" : "__invert__";
      FunctionInfo method = i.type().method(name);
      if (method != null) {
        return lowering.calls.dunder(method, value, List.of());
      }
    }
    Type plain = Types.strip(value.type());
    if (plain instanceof Type.Generic g && u.op() == Expr.Unary.MINUS) {
      Signature method = Library.get().protocol(g.name(), "__neg__");
      if (method != null) {
        return JavaExpr.primary(
            method.java().replace("{self}", value.at(JavaExpr.PRIMARY)), method.resultOn(g));
      }
    }
    return switch (u.op()) {
      case MINUS ->
          plain == Basic.INT
              ? call("Math", "negateExact", Basic.INT, value.widened())
              : plain == Basic.FLOAT
                  ? JavaExpr.of(
                      "-"
                          + (value.code().startsWith("-")
                              ? "(" + value.code() + ")"
                              : value.at(JavaExpr.UNARY)),
                      JavaExpr.UNARY,
                      Basic.FLOAT)
                  : plain == Basic.NUM
                      ? call("Numbers", "negate", Basic.NUM, value)
                      : Coercion.to(call("Ops", "negate", Basic.OBJECT, value), type);
      case PLUS ->
          Types.isNumber(plain)
              ? value
              : Coercion.to(call("Ops", "positive", Basic.OBJECT, value), type);
      case INVERT ->
          plain == Basic.INT
              ? JavaExpr.of("~" + value.widened().at(JavaExpr.UNARY), JavaExpr.UNARY, Basic.INT)
              : Coercion.to(call("Ops", "invert", Basic.OBJECT, value), type);
      case NOT -> value;
    };
  }

  JavaExpr negate(JavaExpr condition) {
    String code = condition.code();
    if (condition.opposite() != null) {
      return JavaExpr.of(condition.opposite(), condition.precedence(), Basic.BOOL);
    }
    if (code.startsWith("!") && condition.precedence() == JavaExpr.UNARY) {
      return JavaExpr.of(code.substring(1), JavaExpr.PRIMARY, Basic.BOOL);
    }
    if (condition.precedence() == JavaExpr.EQUALITY && code.endsWith(" != null")) {
      return JavaExpr.of(code.replaceAll(" != null$", " == null"), JavaExpr.EQUALITY, Basic.BOOL);
    }
    if (condition.precedence() == JavaExpr.EQUALITY && code.endsWith(" != 0")) {
      return JavaExpr.of(code.replaceAll(" != 0$", " == 0"), JavaExpr.EQUALITY, Basic.BOOL);
    }
    String[] sides = code.split(" == ", -1);
    if (condition.precedence() == JavaExpr.EQUALITY && sides.length == 2 && !code.contains("\"")) {
      return JavaExpr.of(sides[0] + " != " + sides[1], JavaExpr.EQUALITY, Basic.BOOL);
    }
    return JavaExpr.of("!" + condition.at(JavaExpr.UNARY), JavaExpr.UNARY, Basic.BOOL);
  }
}
