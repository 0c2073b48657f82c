package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Conditions, and what is true of a value. */
final class ConditionLowering {
  private final Lowering lowering;

  ConditionLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** {@code and} and {@code or} as conditions. */
  JavaExpr conditions(Expr.BoolOp b) {
    Set<Variable> bound = lowering.instances.plan(b, b.isAnd(), List.of());
    Map<Variable, JavaExpr> mark = lowering.instances.mark();
    JavaExpr result = lowering.exprs.condition(b.values().get(0));
    int precedence = b.isAnd() ? JavaExpr.AND : JavaExpr.OR;
    for (Expr value : b.values().subList(1, b.values().size())) {
      Lines before = new Lines();
      JavaExpr next = lowering.body.into(before, () -> lowering.exprs.condition(value));
      if (before.isEmpty()) {
        result = JavaExpr.binary(result, b.isAnd() ? "&&" : "||", next, precedence, Basic.BOOL);
      } else {
        String local = lowering.body.fresh("holds");
        if (lowering.body.standIns.size() > mark.size()) {
          // What the tests bind is not seen outside of the condition that they are in.
          lowering.line("boolean " + local + " = " + !b.isAnd() + ";");
          JavaExpr test = b.isAnd() ? result : lowering.ops.negate(result);
          lowering.line("if (" + test.code() + ") {");
        } else {
          lowering.line("boolean " + local + " = " + result.code() + ";");
          lowering.line("if (" + (b.isAnd() ? "" : "!") + local + ") {");
        }
        lowering.body.out.addAll(before);
        lowering.line(local + " = " + next.code() + ";");
        lowering.line("}");
        lowering.instances.release(mark);
        result = JavaExpr.primary(local, Basic.BOOL);
      }
    }
    lowering.instances.release(bound);
    return result;
  }

  /** {@code and} and {@code or} as values. */
  JavaExpr bool(Expr.BoolOp b) {
    Type type = lowering.type(b);
    if (b.values().stream().allMatch(v -> lowering.type(v) == Basic.BOOL)) {
      return conditions(b);
    }
    String local = lowering.body.fresh("choice");
    Expr firstExpr = b.values().get(0);
    // The tested value may be of a wider type than the result: "x or default" is never None.
    Type held = lowering.type(firstExpr);
    JavaExpr first = lowering.exprs.value(firstExpr, held);
    List<Expr> rest = b.values().subList(1, b.values().size());
    if (held == Basic.NONE && first.isSimple() && rest.size() == 1) {
      return b.isAnd() ? noneOf(type, first) : lowering.exprs.value(rest.get(0), type);
    }
    if (rest.size() == 1) {
      Lines before = new Lines();
      JavaExpr second = lowering.body.into(before, () -> lowering.exprs.value(rest.get(0), type));
      if (before.isEmpty()) {
        JavaExpr kept = first.isSimple() ? first : lowering.exprs.keep(first, "value");
        JavaExpr test = Coercion.truth(kept.as(held), lowering);
        JavaExpr whole = Coercion.to(kept, type);
        boolean open =
            type == Basic.OBJECT && whole.type() != Basic.OBJECT && second.type() != Basic.OBJECT;
        boolean cast = type == Basic.NUM || open || whole.boxed() != second.boxed();
        cast &= !(type == Basic.OBJECT && !open);
        JavaExpr left = b.isAnd() ? second : whole;
        JavaExpr right = b.isAnd() ? whole : second;
        // Where a choice stands, Java may have to guess what its lambdas are.
        boolean untargeted = Types.strip(type) instanceof Type.Func;
        cast |= untargeted && left.precedence() == JavaExpr.LOWEST;
        boolean objects = !Types.isPrimitive(type) && !right.boxed();
        String head = test.at(JavaExpr.TERNARY + 1) + " ? ";
        return new JavaExpr(
            head
                + (cast && !Types.isPrimitive(type)
                    ? left.cast(JavaTypes.boxed(type))
                    : left.at(JavaExpr.UNARY))
                + " : "
                + (untargeted && right.precedence() == JavaExpr.LOWEST
                    ? right.cast(JavaTypes.boxed(type))
                    : objects ? right.asObject(type) : right.at(JavaExpr.TERNARY)),
            JavaExpr.TERNARY,
            type,
            !Types.isPrimitive(type),
            left.wide() == null || right.wide() == null
                ? null
                : head + left.wide() + " : " + right.wide());
      }
    }
    Type whole = Types.isPrimitive(type) && held instanceof Type.Opt ? Types.optional(type) : type;
    lowering.line(
        JavaTypes.of(whole) + " " + local + " = " + Coercion.to(first, whole).asHeld(whole) + ";");
    JavaExpr value = JavaExpr.primary(local, whole);
    int open = 0;
    for (Expr next : rest) {
      JavaExpr test = Coercion.truth(value, lowering);
      lowering.line("if (" + (b.isAnd() ? test : lowering.ops.negate(test)).code() + ") {");
      open++;
      JavaExpr result = lowering.exprs.value(next, type);
      lowering.line(local + " = " + result.asHeld(whole) + ";");
    }
    for (int i = 0; i < open; i++) {
      lowering.line("}");
    }
    return value;
  }

  /** A None that stands for a value of a type, so that Java knows which. */
  private static JavaExpr noneOf(Type type, JavaExpr none) {
    return type instanceof Type.Opt
        ? JavaExpr.of(none.cast(JavaTypes.boxed(type)), JavaExpr.UNARY, type)
        : none;
  }

  /** Functions and builtin types are compared as what they are. */
  static Type value(Type type) {
    return type instanceof Type.Func ? Basic.OBJECT : type;
  }

  JavaExpr compare(Expr.Compare c) {
    if (c.comparators().size() == 1) {
      Type left = lowering.type(c.left());
      Type right = lowering.type(c.comparators().get(0));
      List<JavaExpr> both =
          lowering.exprs.inOrder(
              List.of(c.left(), c.comparators().get(0)), List.of(value(left), value(right)));
      return new Comparing(lowering).compare(both.get(0), c.ops().get(0), both.get(1));
    }
    JavaExpr all = null;
    JavaExpr left = lowering.exprs.expr(c.left());
    int open = 0;
    for (int i = 0; i < c.comparators().size(); i++) {
      boolean last = i == c.comparators().size() - 1;
      Lines before = new Lines();
      JavaExpr given = left;
      int at = i;
      JavaExpr kept =
          lowering.body.into(
              before,
              () -> {
                JavaExpr right = lowering.exprs.expr(c.comparators().get(at));
                return last || right.isSimple() ? right : lowering.exprs.keep(right, "middle");
              });
      if (!before.isEmpty()) {
        // Python goes from left to right, and no further than it must.
        if (all != null) {
          // One variable for the whole chain: it outlives the blocks that are opened here.
          String holds = open > 0 ? all.code() : lowering.body.fresh("holds");
          if (open == 0) {
            lowering.line("boolean " + holds + " = " + all.code() + ";");
          }
          lowering.line("if (" + holds + ") {");
          lowering.body.out.addAll(before);
          JavaExpr one = new Comparing(lowering).compare(given, c.ops().get(i), kept);
          lowering.line(holds + " = " + one.code() + ";");
          all = JavaExpr.primary(holds, Basic.BOOL);
          open++;
          left = kept;
          continue;
        }
        given = given.isSimple() ? given : lowering.exprs.keep(given, "first");
        lowering.body.out.addAll(before);
      }
      JavaExpr one = new Comparing(lowering).compare(given, c.ops().get(i), kept);
      if (open > 0) {
        lowering.line("if (" + Objects.requireNonNull(all).code() + ") {");
        lowering.line(all.code() + " = " + one.code() + ";");
        lowering.line("}");
      } else {
        all = all == null ? one : JavaExpr.binary(all, "&&", one, JavaExpr.AND, Basic.BOOL);
      }
      left = kept;
    }
    for (int i = 0; i < open; i++) {
      lowering.line("}");
    }
    return Objects.requireNonNull(all);
  }
}
