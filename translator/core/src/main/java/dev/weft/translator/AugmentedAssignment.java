package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Stmt;
import java.util.List;
import java.util.Objects;

/** {@code target op= value}. */
final class AugmentedAssignment {
  private final Lowering lowering;

  AugmentedAssignment(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(Stmt.AugAssign a) {
    switch (a.target()) {
      case Expr.Name n -> {
        Variable v = lowering.variable(n);
        JavaExpr current = lowering.exprs.variable(v, v.type());
        if (!inPlace(current, v.type(), a, v.isCounter)) {
          lowering.stmts.assignments().assignVariable(v, result(current, a, v.isCounter), null);
        }
      }
      case Expr.Attribute t -> {
        JavaExpr receiver = lowering.exprs.expr(t.value());
        boolean user = Types.strip(lowering.raw(t.value())) instanceof Instance;
        if (!user) {
          lowering.stmts.assignments().assign(t, result(lowering.exprs.expr(t), a, false), null);
          return;
        }
        JavaExpr kept = receiver.isSimple() ? receiver : lowering.exprs.keep(receiver, "target");
        Instance i = (Instance) Types.strip(lowering.raw(t.value()));
        if (i.type().method(t.name()) != null || i.type().field(t.name()) == null) {
          new Attributes(lowering).set(t, result(lowering.exprs.expr(t), a, false));
          return;
        }
        Variable field = Objects.requireNonNull(i.type().field(t.name()));
        JavaExpr current = Attributes.read(kept, i.type(), field);
        if (!inPlace(current, field.type(), a, field.isCounter)) {
          lowering.line(Attributes.write(kept, field, result(current, a, field.isCounter)));
        }
      }
      case Expr.Subscript s -> item(s, a);
      default -> lowering.diagnostics.refuse(a, "this target is not supported", "assign to a name");
    }
  }

  private boolean inPlace(JavaExpr current, Type type, Stmt.AugAssign a, boolean counter) {
    Type right = lowering.type(a.value());
    if (type instanceof Generic g
        && (g.name().equals("list") || g.name().equals("deque"))
        && a.op() == Operator.ADD) {
      lowering.line(
          support("Iters")
              + ".addAll("
              + current.code()
              + ", "
              + Coercion.iterable(lowering.exprs.expr(a.value(), new Generic("list", g.args())))
                  .code()
              + ");");
      return true;
    }
    if (type instanceof Generic g && (g.name().equals("set") || g.name().equals("dict"))) {
      boolean isDict = g.name().equals("dict");
      if (isDict && a.op() == Operator.BIT_OR && isAlike(g, right)) {
        lowering.line(
            support("InPlace")
                + ".unite("
                + current.code()
                + ", "
                + lowering.exprs.expr(a.value()).code()
                + ");");
        return true;
      }
      String method =
          switch (a.op()) {
            case BIT_OR -> isDict ? "" : "addAll";
            case SUB -> isDict ? "" : "removeAll";
            case BIT_AND -> isDict ? "" : "retainAll";
            default -> "";
          };
      if (!method.isEmpty() && isAlike(g, right)) {
        lowering.line(
            current.at(JavaExpr.PRIMARY)
                + "."
                + method
                + "("
                + lowering.exprs.expr(a.value()).code()
                + ");");
        return true;
      }
    }
    Signature method =
        type instanceof Generic g
            ? Library.get().protocol(g.name(), "__i" + a.op().dunder() + "__")
            : null;
    if (method != null) {
      lowering.line(
          method
                  .java()
                  .replace("{self}", current.at(JavaExpr.PRIMARY))
                  .replace("{o}", lowering.exprs.value(a.value(), right).code())
              + ";");
      return true;
    }
    if (current.code().endsWith(".get()")) {
      return false;
    }
    boolean text = type == Basic.STR && a.op() == Operator.ADD && right == Basic.STR;
    boolean real =
        type == Basic.FLOAT
            && (right == Basic.FLOAT || right == Basic.INT)
            && (a.op() == Operator.ADD || a.op() == Operator.SUB || a.op() == Operator.MUL);
    boolean count =
        type == Basic.INT && counter && (a.op() == Operator.ADD || a.op() == Operator.SUB);
    if (text || real || count) {
      JavaExpr value = lowering.exprs.expr(a.value(), type);
      boolean step = count && value.code().equals("1");
      lowering.line(
          step
              ? current.code() + (a.op() == Operator.ADD ? "++;" : "--;")
              : current.code() + " " + a.op().symbol() + "= " + value.code() + ";");
      return true;
    }
    return false;
  }

  /** Whether Java's collections take the one into the other. */
  private static boolean isAlike(Generic type, Type right) {
    return Types.strip(right) instanceof Generic other
        && (type.name().equals("dict") == other.name().equals("dict"))
        && !Types.isTuple(other)
        && !other.name().equals("list");
  }

  private JavaExpr result(JavaExpr current, Stmt.AugAssign a, boolean small) {
    Lines before = new Lines();
    JavaExpr right =
        lowering.body.into(before, () -> lowering.exprs.value(a.value(), lowering.type(a.value())));
    JavaExpr left = current;
    if (!before.isEmpty()) {
      // Python reads the target before it evaluates what is added.
      left = lowering.exprs.keep(current, "before");
      lowering.body.out.addAll(before);
    }
    return result(left, a, right, small);
  }

  private JavaExpr result(JavaExpr current, Stmt.AugAssign a, JavaExpr right, boolean small) {
    if (current.type() instanceof Instance i) {
      FunctionInfo method = i.type().method("__i" + a.op().dunder() + "__");
      if (method != null) {
        return lowering.calls.dunder(method, current, List.of(right));
      }
    }
    if (current.type() == Basic.STR && a.op() == Operator.MOD) {
      return JavaExpr.primary(
          support("Format") + ".percentOf(" + current.code() + ", " + right.code() + ")",
          Basic.STR);
    }
    boolean changes =
        current.type() instanceof Generic g
            && (g.name().equals("set") || g.name().equals("dict"))
            && right.type() == Basic.OBJECT;
    if (current.type() == Basic.OBJECT || changes) {
      return lowering.ops.inPlace(current.as(Basic.OBJECT), a.op(), right, Basic.OBJECT, a.value());
    }
    Type type = lowering.inference.exprs.ops.augmented(current.type(), a.op(), right.type(), a);
    if (a.op() == Operator.MUL && type == Basic.INT && Types.strip(current.type()) == Basic.NUM) {
      type = Basic.NUM;
    }
    return small
        ? lowering.ops.apply(current, a.op(), right, type, true, a.value())
        : lowering.ops.inPlace(current, a.op(), right, type, a.value());
  }

  private void item(Expr.Subscript s, Stmt.AugAssign a) {
    Type known = Types.strip(lowering.type(s.value()));
    // Run time tells that a tuple cannot be changed.
    Type on = Types.isTuple(known) ? Basic.OBJECT : known;
    JavaExpr container = lowering.exprs.expr(s.value());
    JavaExpr kept = container.isSimple() ? container : lowering.exprs.keep(container, "target");
    boolean dict = Types.is(on, "dict");
    boolean user = on instanceof Instance;
    Signature getter =
        on instanceof Generic g ? Library.get().protocol(g.name(), "__getitem__") : null;
    Signature setter =
        on instanceof Generic g ? Library.get().protocol(g.name(), "__setitem__") : null;
    if (getter != null && setter != null) {
      libraryItem(s, a, getter, setter, kept, on);
      return;
    }
    Type keyType = dict ? Types.arg(on, 0) : on instanceof Generic ? Basic.INT : Basic.OBJECT;
    boolean open = keyType == Basic.INT && Types.strip(lowering.type(s.index())) == Basic.OBJECT;
    JavaExpr given = lowering.exprs.value(s.index(), open ? Basic.OBJECT : keyType);
    JavaExpr index = open ? JavaExpr.primary(Subscripts.place(given, on), Basic.INT) : given;
    JavaExpr key =
        index.isSimple()
            ? index
            : lowering.exprs.keep(
                index.as(keyType == Basic.OBJECT ? lowering.type(s.index()) : index.type()), "key");
    Type element = on == known ? lowering.type(s) : Basic.OBJECT;
    String keyCode = dict ? key.asObject(keyType) : key.code();
    JavaExpr current;
    if (user) {
      Instance i = (Instance) on;
      current =
          lowering.calls.dunder(
              Objects.requireNonNull(i.type().method("__getitem__")), kept, List.of(key));
    } else {
      String args = kept.code() + ", " + keyCode;
      current =
          on instanceof Generic && !dict
              ? Packing.get(on, args, element)
              : JavaExpr.boxed(support(dict ? "Dicts.get(" : "Dyn.item(") + args + ")", element);
    }
    JavaExpr value = Coercion.to(result(current, a, false), element);
    String code = value.asObject(element);
    if (user) {
      Instance i = (Instance) on;
      lowering.line(
          lowering
                  .calls
                  .dunder(
                      Objects.requireNonNull(i.type().method("__setitem__")),
                      kept,
                      List.of(key, value))
                  .code()
              + ";");
    } else if (dict) {
      lowering.line(kept.at(JavaExpr.PRIMARY) + ".put(" + keyCode + ", " + code + ");");
    } else {
      lowering.line(
          support(on instanceof Generic ? "Lists.set(" : "Dyn.setItem(")
              + kept.code()
              + ", "
              + keyCode
              + ", "
              + code
              + ");");
    }
  }

  private void libraryItem(
      Expr.Subscript s,
      Stmt.AugAssign a,
      Signature getter,
      Signature setter,
      JavaExpr target,
      Type on) {
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    bindings.flow(on, Objects.requireNonNull(setter.receiver()));
    Type keyType = bindings.type(setter.params().get(0).type());
    Type element = bindings.type(setter.params().get(1).type());
    JavaExpr index = lowering.exprs.value(s.index(), keyType);
    JavaExpr key = index.isSimple() ? index : lowering.exprs.keep(index, "key");
    String keyCode = key.asObject(keyType);
    String self = target.at(JavaExpr.PRIMARY);
    JavaExpr current =
        JavaExpr.boxed(
            getter
                .java()
                .replace("{self}", self)
                .replace("{" + getter.params().get(0).name() + "}", keyCode),
            element);
    JavaExpr value = Coercion.to(result(current, a, false), element);
    lowering.line(
        setter
                .java()
                .replace("{self}", self)
                .replace("{k}", keyCode)
                .replace("{v}", value.asObject(element))
            + ";");
  }
}
