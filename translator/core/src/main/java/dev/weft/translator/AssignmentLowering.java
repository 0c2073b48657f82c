package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assignments, to one target or to several. */
final class AssignmentLowering {
  private final Lowering lowering;

  AssignmentLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** What a statement with several targets has declared: one of them may come again. */
  private @Nullable Set<Variable> declared;

  void assignment(Stmt.Assign a) {
    if (a.targets().size() == 1) {
      Expr target = a.targets().get(0);
      if (target instanceof Expr.TupleDisplay t && a.value() instanceof Expr.TupleDisplay v) {
        if (parallel(t, v, a)) {
          return;
        }
      }
      assignOrBuild(target, a.value(), targetType(target, lowering.type(a.value())), a);
      return;
    }
    Type type = lowering.type(a.value());
    JavaExpr value = lowering.exprs.value(a.value(), type);
    JavaExpr kept =
        value.isSimple() && a.value() instanceof Expr.Name
            ? value
            : value.isSimple() ? value : lowering.exprs.keep(value, "value");
    declared = new HashSet<>();
    for (Expr target : a.targets()) {
      assign(target, kept, a);
    }
    declared = null;
  }

  /** {@code a, b = b, a}: all values first, then all targets. */
  boolean parallel(Expr.TupleDisplay targets, Expr.TupleDisplay values, Stmt at) {
    boolean starred =
        targets.elements().stream().anyMatch(Expr.Starred.class::isInstance)
            || values.elements().stream().anyMatch(Expr.Starred.class::isInstance);
    if (starred || targets.elements().size() != values.elements().size()) {
      return false;
    }
    List<Type> wanted = new ArrayList<>();
    for (int i = 0; i < targets.elements().size(); i++) {
      wanted.add(targetType(targets.elements().get(i), lowering.type(values.elements().get(i))));
    }
    List<JavaExpr> lowered = lowering.exprs.inOrder(values.elements(), wanted);
    int evaluated = evaluated(targets.elements(), values.elements(), at);
    for (int i = 0; evaluated > 0 && i <= evaluated; i++) {
      if (!mayWait(targets.elements(), values.elements().get(i), i)) {
        Type type = wanted.get(i);
        String local = lowering.body.fresh("next");
        lowering.line(JavaTypes.of(type) + " " + local + " = " + lowered.get(i).code() + ";");
        lowered.set(i, JavaExpr.primary(local, type));
      }
    }
    for (int i = 0; i < lowered.size(); i++) {
      if (!isRepeated(targets.elements(), i)) {
        assign(targets.elements().get(i), lowered.get(i), at);
      }
    }
    return true;
  }

  /** The last value that must be there before the first target is assigned to; -1 for none. */
  private int evaluated(List<Expr> targets, List<Expr> values, Stmt at) {
    int last = -1;
    boolean fresh = true;
    for (int i = 0; i < values.size(); i++) {
      if (!fresh && !mayWait(targets, values.get(i), i)) {
        last = i;
      }
      // What is declared here is not seen by the values behind it.
      fresh &=
          targets.get(i) instanceof Expr.Name n
              && lowering.declarations.isInPlace(at, lowering.variable(n));
    }
    return last;
  }

  /** Whether a value is the same when the targets before its own have been assigned to. */
  private boolean mayWait(List<Expr> targets, Expr value, int at) {
    return switch (value) {
      case Expr.Name n ->
          lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
              && !v.isBoxed()
              && !(v.owner == null && v.isField)
              && targets.subList(0, at).stream()
                  .noneMatch(t ->
                      !(t instanceof Expr.Attribute)
                          && !(t instanceof Expr.Subscript)
                          && Positions.names(t).contains(n.id()));
      case Expr.ListDisplay l -> l.elements().isEmpty();
      case Expr.DictDisplay d -> d.entries().isEmpty();
      default -> isLiteral(value);
    };
  }

  static boolean isLiteral(Expr expr) {
    return switch (expr) {
      case Expr.IntLiteral i -> true;
      case Expr.FloatLiteral f -> true;
      case Expr.StringLiteral s -> true;
      case Expr.BoolLiteral b -> true;
      case Expr.NoneLiteral n -> true;
      default -> false;
    };
  }

  void assignOrBuild(Expr target, Expr value, Type wanted, Stmt at) {
    if ((value instanceof Expr.Comprehension || value instanceof Expr.DictDisplay)
        && target instanceof Expr.Name n
        && lowering.declarations.isInPlace(at, lowering.variable(n))
        && isBuilt(lowering.variable(n), lowering.type(value))) {
      Variable v = lowering.variable(n);
      v.declaredOnce = v.bindings == 1;
      lowering.body.build(value, lowering.body.name(v));
      JavaExpr built = lowering.exprs.value(value, wanted);
      if (lowering.body.isUnbuilt()) {
        assign(target, built, at);
      }
      return;
    }
    if (!new Counting(lowering).lower(target, value)) {
      assign(target, lowering.exprs.value(value, wanted), at);
    }
  }

  /** Whether a value may be built in a variable of its own. */
  private static boolean isBuilt(Variable v, Type value) {
    return !v.isBoxed()
        && !(v.owner == null && v.isField)
        && JavaTypes.of(v.type()).equals(JavaTypes.of(value));
  }

  Type targetType(Expr target, Type value) {
    return switch (target) {
      case Expr.Name n -> lowering.variable(n).type();
      case Expr.Attribute a
          when Types.strip(lowering.raw(a.value())) instanceof Instance i
              && i.type().field(a.name()) != null ->
          Objects.requireNonNull(i.type().field(a.name())).type();
      case Expr.Subscript s -> {
        Type on = Types.strip(lowering.type(s.value()));
        if (s.index() instanceof Expr.Slice) {
          yield value;
        }
        yield Types.is(on, "dict")
            ? Types.arg(on, 1)
            : on instanceof Generic g && Library.get().protocol(g.name(), "__setitem__") == null
                ? Types.element(on)
                : value;
      }
      default -> value;
    };
  }

  void assign(Expr target, JavaExpr value) {
    assign(target, value, null);
  }

  void assign(Expr target, JavaExpr value, @Nullable Stmt at) {
    switch (target) {
      case Expr.Name n -> assignVariable(lowering.variable(n), value, at);
      case Expr.Attribute a -> new Attributes(lowering).set(a, value);
      case Expr.Subscript s -> new Subscripts(lowering).setItem(s, value);
      case Expr.TupleDisplay t -> unpack(t.elements(), value, at);
      case Expr.ListDisplay l -> unpack(l.elements(), value, at);
      case Expr.Starred s -> assign(s.value(), value, at);
      default -> lowering.exprs.refuse(target, "this cannot be assigned to", "assign to a name");
    }
  }

  void assignVariable(Variable v, JavaExpr value, @Nullable Stmt at) {
    JavaExpr fitted = Coercion.to(value, v.type());
    String code = fitted.wide() == null ? fitted.code() : fitted.asHeld(v.type());
    if (v.owner == null && v.isField) {
      lowering.line(v.javaName + " = " + code + ";");
      return;
    }
    String name = lowering.body.name(v);
    boolean first = declared == null || declared.add(v);
    boolean inPlace =
        (v.inComprehension && !v.isBoxed())
            || (at != null && first && lowering.declarations.isInPlace(at, v));
    if (v.isBoxed()) {
      String boxed = fitted.asObject(v.type());
      if (v.maybeUnbound) {
        lowering.line(name + ".set(" + boxed + ");");
        return;
      }
      lowering.line(
          inPlace
              ? v.held() + " " + name + " = new " + support("Ref") + "<>(" + boxed + ");"
              : name + ".value = " + boxed + ";");
      return;
    }
    if (inPlace) {
      v.declaredOnce = v.bindings == 1;
      lowering.line(JavaTypes.of(v.type()) + " " + name + " = " + code + ";");
    } else {
      lowering.line(name + " = " + code + ";");
    }
  }

  /** Whether a target takes what nobody wants. */
  boolean isIgnored(Expr target) {
    return target instanceof Expr.Name n && lowering.variable(n).isIgnored();
  }

  /** A name such as {@code _} that the same target binds again. */
  static boolean isRepeated(List<Expr> targets, int at) {
    return targets.get(at) instanceof Expr.Name n
        && targets.subList(at + 1, targets.size()).stream()
            .anyMatch(t -> t instanceof Expr.Name m && m.id().equals(n.id()));
  }

  void unpack(List<Expr> targets, JavaExpr value, @Nullable Stmt at) {
    Type type = Types.strip(value.type());
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Expr.Starred) {
        star = i;
      }
    }
    if (type instanceof Generic g
        && g.name().equals("tuple")
        && star < 0
        && g.args().size() == targets.size()) {
      JavaExpr kept = value.isSimple() ? value : lowering.exprs.keep(value, "pair");
      for (int i = 0; i < targets.size(); i++) {
        if (isRepeated(targets, i) || isIgnored(targets.get(i))) {
          continue;
        }
        assign(
            targets.get(i),
            JavaExpr.boxed(kept.code() + "." + Subscripts.component(i), g.args().get(i).type()),
            at);
      }
      return;
    }
    if (type instanceof Instance i
        && i.type().isNamedTuple
        && star < 0
        && i.type().dataFields.size() == targets.size()) {
      JavaExpr kept = value.isSimple() ? value : lowering.exprs.keep(value, "pair");
      int at2 = 0;
      for (String field : i.type().dataFields.keySet()) {
        Variable f = i.type().fieldOrNew(field);
        Expr target = targets.get(at2++);
        if (isIgnored(target)) {
          continue;
        }
        assign(
            target,
            JavaExpr.primary(kept.code() + "." + Attributes.fieldName(f) + "()", f.type()),
            at);
      }
      return;
    }
    Type element = lowering.inference.exprs.elementOf(type, false);
    String parts = lowering.body.fresh("parts");
    String java = JavaTypes.boxed(element);
    String iterable = Coercion.iterable(value).code();
    // Of what only run time knows, unpacking tells in words of its own that it has no elements.
    String object = value.asObject(Basic.OBJECT);
    boolean isDynamic = iterable.equals(support("Iters") + ".of(" + object + ")");
    String source = isDynamic ? object.equals("null") ? "(Object) null" : object : iterable;
    String args =
        star < 0 ? ", " + targets.size() : ", " + star + ", " + (targets.size() - star - 1);
    lowering.line(
        support("List")
            + "<"
            + java
            + "> "
            + parts
            + " = "
            + support("Iters")
            + ".<"
            + java
            + ">"
            + (star < 0 ? "unpack(" : "unpackStar(")
            + source
            + args
            + ");");
    for (int i = 0; i < targets.size(); i++) {
      if (i == star) {
        Expr inner = ((Expr.Starred) targets.get(i)).value();
        assign(
            inner,
            JavaExpr.primary(
                    support("Lists")
                        + ".slice("
                        + parts
                        + ", "
                        + star
                        + "L, "
                        + (star == targets.size() - 1
                            ? "null"
                            : "(long) " + parts + ".size() - " + (targets.size() - star - 1))
                        + ")",
                    new Generic("list", List.of(new Cell(element))))
                .as(targetType(inner, Basic.OBJECT)),
            at);
      } else if (!isRepeated(targets, i) && !isIgnored(targets.get(i))) {
        String index = star >= 0 && i > star ? parts + ".size() - " + (targets.size() - i) : "" + i;
        assign(targets.get(i), JavaExpr.boxed(parts + ".get(" + index + ")", element), at);
      }
    }
  }
}
