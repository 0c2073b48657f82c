package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Comparison;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of operators' results. */
final class OperatorTypes {
  private final ExprTypes exprs;

  OperatorTypes(ExprTypes exprs) {
    this.exprs = exprs;
  }

  Type binary(Expr.BinOp b) {
    List<Expr.BinOp> spine = new ArrayList<>();
    Expr left = b;
    while (left instanceof Expr.BinOp x) {
      spine.add(x);
      left = x.left();
    }
    Type type = exprs.value(left);
    for (Expr.BinOp op : spine.reversed()) {
      type = result(type, op, exprs.value(op.right()));
      exprs.note(op, type);
    }
    return type;
  }

  private Type result(Type left, Expr.BinOp b, Type right) {
    Type type = apply(left, b.op(), right, b);
    if (type == Basic.INT) {
      BigInteger constant = constant(b, 0);
      if (constant != null) {
        return constant.bitLength() < 54 ? type : Basic.NUM;
      }
      boolean grows =
          switch (b.op()) {
            case POW -> !isSmallPower(b);
            case LSHIFT ->
                !(b.left() instanceof Expr.IntLiteral && b.right() instanceof Expr.IntLiteral);
            case MUL ->
                callsItself(b.left())
                    || callsItself(b.right())
                    || behind(b.left()) != null
                    || behind(b.right()) != null;
            case ADD ->
                (callsItself(b.left()) && callsItself(b.right()) && remembers(exprs.current))
                    || (behind(b.left()) != null
                        && Objects.equals(behind(b.left()), behind(b.right())));
            default -> false;
          };
      return grows ? Basic.NUM : type;
    }
    return type;
  }

  /** The value of arithmetic on literals; null for any other. */
  private static @Nullable BigInteger constant(Expr expr, int depth) {
    if (expr instanceof Expr.IntLiteral i) {
      return i.value();
    }
    if (!(expr instanceof Expr.BinOp b) || depth > 20) {
      return null;
    }
    BigInteger x = constant(b.left(), depth + 1);
    BigInteger y = constant(b.right(), depth + 1);
    if (x == null || y == null) {
      return null;
    }
    return switch (b.op()) {
      case ADD -> x.add(y);
      case SUB -> x.subtract(y);
      case MUL -> x.multiply(y);
      case LSHIFT -> y.signum() >= 0 && y.bitLength() < 12 ? x.shiftLeft(y.intValue()) : null;
      case POW -> y.signum() >= 0 && y.bitLength() < 12 ? x.pow(y.intValue()) : null;
      default -> null;
    };
  }

  private boolean callsItself(Expr expr) {
    Expr call = expr instanceof Expr.Await a ? a.value() : expr;
    return call instanceof Expr.Call c
        && switch (c.function()) {
          case Expr.Name n -> n.id().equals(exprs.current.plainName());
          case Expr.Attribute a ->
              a.value() instanceof Expr.Name && a.name().equals(exprs.current.plainName());
          default -> false;
        };
  }

  /** Whether a function is decorated, or keeps results itself: then it gets far by recursion. */
  private static boolean remembers(FunctionInfo function) {
    boolean[] keeps = {!function.name.equals(function.plainName())};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        keeps[0] |=
            stmt instanceof Stmt.Assign a
                && a.targets().stream().anyMatch(Expr.Subscript.class::isInstance);
        return true;
      }
    }.block(function.body);
    return keeps[0];
  }

  /** The list of {@code xs[i - 2]}, an element some places behind; null for anything else. */
  private static @Nullable String behind(Expr expr) {
    return expr instanceof Expr.Subscript s
            && s.value() instanceof Expr.Name list
            && s.index() instanceof Expr.BinOp i
            && i.op() == Operator.SUB
            && i.right() instanceof Expr.IntLiteral
        ? list.id()
        : null;
  }

  /** A power that cannot leave the range of a long: {@code 2 ** 20}, {@code x ** 2}. */
  static boolean isSmallPower(Expr.BinOp b) {
    if (!(b.right() instanceof Expr.IntLiteral e) || e.value().signum() < 0) {
      return false;
    }
    if (b.left() instanceof Expr.IntLiteral base) {
      return e.value().bitLength() < 8 && base.value().pow(e.value().intValue()).bitLength() < 63;
    }
    return e.value().bitLength() <= 2;
  }

  Type augmented(Type left, Operator op, Type right, Node at) {
    if (op == Operator.ADD && left instanceof Generic g && g.name().equals("list")) {
      g.args().get(0).add(exprs.elementOf(right, false));
      return left;
    }
    if (left instanceof Instance i) {
      FunctionInfo method = i.type().method("__i" + op.dunder() + "__");
      if (method != null) {
        return exprs.calls.applyMethod(method, List.of(right));
      }
    }
    Type type = apply(left, op, right, at);
    return type == Basic.INT && (op == Operator.POW || op == Operator.LSHIFT) ? Basic.NUM : type;
  }

  private Type apply(Type l, Operator op, Type r, Node at) {
    Type left = l == Basic.BOOL ? Basic.INT : valueType(Types.strip(Types.opaque(l)));
    Type right = r == Basic.BOOL ? Basic.INT : valueType(Types.strip(Types.opaque(r)));
    if (left == Basic.NEVER || right == Basic.NEVER) {
      return Basic.NEVER;
    }
    if (l == Basic.BOOL
        && r == Basic.BOOL
        && (op == Operator.BIT_AND || op == Operator.BIT_OR || op == Operator.BIT_XOR)) {
      return Basic.BOOL;
    }
    if (Types.isNumber(left) && Types.isNumber(right)) {
      if (left == Basic.FLOAT || right == Basic.FLOAT || op == Operator.DIV) {
        return Basic.FLOAT;
      }
      if (op == Operator.POW
          && at instanceof Expr.BinOp b
          && b.right() instanceof Expr.UnaryOp u
          && u.op() == Expr.Unary.MINUS) {
        return Basic.FLOAT;
      }
      return left == Basic.NUM || right == Basic.NUM ? Basic.NUM : Basic.INT;
    }
    if (left == Basic.STR && (op == Operator.MOD || (op == Operator.ADD && right == Basic.STR))) {
      return Basic.STR;
    }
    if (op == Operator.MUL) {
      if ((left == Basic.STR && right == Basic.INT) || (left == Basic.INT && right == Basic.STR)) {
        return Basic.STR;
      }
      if (isSequence(left) && right == Basic.INT) {
        return sequence(left, at);
      }
      if (left == Basic.INT && isSequence(right)) {
        return sequence(right, at);
      }
    }
    if (left instanceof Generic a && right instanceof Generic b) {
      Type generic = containers(a, op, b, at);
      if (generic != Basic.OBJECT) {
        return generic;
      }
    }
    if (left == Basic.BYTES
        && ((right == Basic.BYTES && op == Operator.ADD)
            || (right == Basic.INT && op == Operator.MUL))) {
      return Basic.BYTES;
    }
    return overloaded(left, op, right);
  }

  /** Members of an enum that derives from str or int count as their values. */
  static Type valueType(Type type) {
    return type instanceof Instance i && i.type().isEnum && i.type().valueType != null
        ? i.type().valueType
        : type;
  }

  private static boolean isSequence(Type type) {
    return type instanceof Generic g && (g.name().equals("list") || Types.isTuple(g));
  }

  private Type sequence(Type type, Node at) {
    if (type instanceof Generic g && g.name().equals("list")) {
      return g;
    }
    Cell cell = exprs.inference.site(at, "sequence");
    cell.add(Types.element(type));
    return new Generic("vartuple", List.of(cell));
  }

  private Type containers(Generic a, Operator op, Generic b, Node at) {
    if (op == Operator.ADD && a.name().equals("list") && b.name().equals("list")) {
      Cell cell = exprs.inference.site(at, "sum");
      cell.add(Types.element(a));
      cell.add(Types.element(b));
      return new Generic("list", List.of(cell));
    }
    if (op == Operator.ADD && Types.isTuple(a) && Types.isTuple(b)) {
      if (a.name().equals("tuple")
          && b.name().equals("tuple")
          && a.args().size() + b.args().size() <= 6) {
        List<Cell> all = new ArrayList<>(a.args());
        all.addAll(b.args());
        return new Generic("tuple", all);
      }
      Cell cell = exprs.inference.site(at, "sum");
      cell.add(Types.element(a));
      cell.add(Types.element(b));
      return new Generic("vartuple", List.of(cell));
    }
    boolean sets =
        (a.name().equals("set") || a.name().equals("frozenset"))
            && (b.name().equals("set") || b.name().equals("frozenset"));
    if (sets) {
      if (op == Operator.BIT_OR || op == Operator.BIT_XOR) {
        Cell cell = exprs.inference.site(at, "union");
        cell.add(Types.element(a));
        cell.add(Types.element(b));
        return new Generic(a.name(), List.of(cell));
      }
      if (op == Operator.SUB || op == Operator.BIT_AND) {
        return a;
      }
    }
    if (op == Operator.BIT_OR && a.name().equals("dict") && b.name().equals("dict")) {
      Cell key = exprs.inference.site(at, "key");
      Cell value = exprs.inference.site(at, "value");
      key.add(Types.arg(a, 0));
      key.add(Types.arg(b, 0));
      value.add(Types.arg(a, 1));
      value.add(Types.arg(b, 1));
      return new Generic("dict", List.of(key, value));
    }
    return Basic.OBJECT;
  }

  private Type overloaded(Type left, Operator op, Type right) {
    String reflected = "__r" + op.dunder() + "__";
    if (left instanceof Instance i) {
      FunctionInfo method = i.type().method("__" + op.dunder() + "__");
      if (method != null) {
        Type type = exprs.calls.applyMethod(method, List.of(right));
        return method.mayDecline ? Types.join(type, reflection(left, reflected, right)) : type;
      }
    }
    exprs.calls.unseen.operator("__" + op.dunder() + "__", left, right);
    exprs.calls.unseen.operator(reflected, right, left);
    if (left == Basic.OBJECT) {
      return left;
    }
    if (right instanceof Instance i) {
      FunctionInfo method = i.type().method(reflected);
      if (method != null) {
        return exprs.calls.applyMethod(method, List.of(left));
      }
    }
    return exprs.calls.library.libraryOperator(left, op, right);
  }

  /** What the right operand makes of what the left one declines; NEVER if it cannot. */
  private Type reflection(Type left, String reflected, Type right) {
    if (right == Basic.OBJECT && !exprs.inference.module.dynamicClasses.isEmpty()) {
      return Basic.OBJECT;
    }
    Type all = Basic.NEVER;
    for (FunctionInfo method : reflections(reflected, right)) {
      all = Types.join(all, exprs.calls.applyMethod(method, List.of(left)));
    }
    return all;
  }

  /** The methods that an operand of a type may have for what the other one declines. */
  private List<FunctionInfo> reflections(String reflected, Type right) {
    List<FunctionInfo> methods = new ArrayList<>();
    for (ClassInfo type : exprs.inference.module.classes) {
      FunctionInfo method = type.methods.get(reflected);
      boolean applies =
          right == Basic.OBJECT
              || (right instanceof Instance i
                  && (type.isSubclassOf(i.type()) || i.type().isSubclassOf(type)));
      if (method != null && applies) {
        methods.add(method);
      }
    }
    return methods;
  }

  /** Whether the right operand may take what the left one declines. */
  boolean mayReflect(Operator op, Type right) {
    return (right == Basic.OBJECT && !exprs.inference.module.dynamicClasses.isEmpty())
        || !reflections("__r" + op.dunder() + "__", right).isEmpty();
  }

  /** Lets what is compared flow into the methods that compare. */
  void compared(Type left, Comparison op, Type right) {
    switch (op) {
      case LT -> ordered(left, "__lt__", "__gt__", right);
      case LT_EQ -> ordered(left, "__le__", "__ge__", right);
      case GT -> ordered(left, "__gt__", "__lt__", right);
      case GT_EQ -> ordered(left, "__ge__", "__le__", right);
      case IN, NOT_IN -> applied(Types.strip(right), "__contains__", left);
      case EQ, NOT_EQ, IS, IS_NOT -> {}
    }
  }

  private void ordered(Type left, String method, String swapped, Type right) {
    if (!applied(Types.strip(left), method, right)) {
      applied(Types.strip(right), swapped, left);
    }
  }

  /** Lets an operand flow into a special method; whether that is known. */
  private boolean applied(Type on, String name, Type operand) {
    FunctionInfo method = on instanceof Instance i ? i.type().method(name) : null;
    if (method != null) {
      exprs.calls.applyMethod(method, List.of(operand));
    }
    exprs.calls.unseen.operator(name, on, operand);
    return method != null;
  }

  Type unary(Expr.UnaryOp u) {
    Type type = exprs.value(u.operand());
    if (u.op() == Expr.Unary.NOT) {
      return Basic.BOOL;
    }
    if (type == Basic.BOOL) {
      return Basic.INT;
    }
    if (Types.strip(type) instanceof Instance i) {
      String name =
          switch (u.op()) {
            case MINUS -> "__neg__";
            case PLUS -> "__pos__";
            default -> "__invert__";
          };
      FunctionInfo method = i.type().method(name);
      return method == null ? Basic.OBJECT : method.result.type();
    }
    if (Types.strip(type) instanceof Generic g && u.op() == Expr.Unary.MINUS) {
      Signature method = Library.get().protocol(g.name(), "__neg__");
      return method == null ? Basic.OBJECT : method.resultOn(g);
    }
    Type bare = Types.strip(type);
    // Of anything else there is none: run time says so.
    return Types.isNumber(bare) || bare == Basic.BOOL || bare == Basic.NEVER ? bare : Basic.OBJECT;
  }

  Type bool(Expr.BoolOp b) {
    Type all = Basic.NEVER;
    for (int i = 0; i < b.values().size(); i++) {
      Expr value = b.values().get(i);
      Type[] type = {Basic.NEVER};
      if (i > 0) {
        Expr previous = b.values().get(i - 1);
        exprs.narrowed.under(
            i == 1 ? previous : new Expr.BoolOp(b.at(), b.isAnd(), b.values().subList(0, i)),
            b.isAnd(),
            () -> type[0] = exprs.value(value));
      } else {
        type[0] = exprs.value(value);
      }
      boolean last = i == b.values().size() - 1;
      all = Types.join(all, !b.isAnd() && !last ? Types.strip(none(type[0])) : type[0]);
    }
    return all;
  }

  /** A None on the left of {@code or} is never the result. */
  private static Type none(Type type) {
    return type == Basic.NONE ? Basic.NEVER : type;
  }
}
