package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Items and slices. */
final class Subscripts {
  private final Lowering lowering;

  Subscripts(Lowering lowering) {
    this.lowering = lowering;
  }

  JavaExpr item(Expr.Subscript s) {
    Type on = Types.strip(lowering.type(s.value()));
    if (lowering.raw(s.value()) instanceof ClassRef c && c.type().isEnum) {
      return JavaExpr.primary(
          support("Enums")
              + ".named("
              + c.type().javaName
              + ".class, "
              + lowering.exprs.value(s.index(), Basic.STR).code()
              + ")",
          new Instance(c.type()));
    }
    if (AttributeTypes.isGeneric(lowering.raw(s.value()))) {
      return lowering.exprs.expr(s.value());
    }
    if (s.index() instanceof Expr.Slice slice) {
      return on instanceof Instance i && !i.type().isNamedTuple
          ? Coercion.to(slice(s, slice, Basic.OBJECT), lowering.type(s))
          : slice(s, slice, on);
    }
    Type type = lowering.type(s);
    if (on instanceof Instance i && i.type().method("__getitem__") != null) {
      FunctionInfo getter = Objects.requireNonNull(i.type().method("__getitem__"));
      return lowering.calls.dunder(getter, s.value(), List.of(s.index()));
    }
    if (on instanceof Instance i && i.type().isNamedTuple) {
      List<String> fields = List.copyOf(i.type().dataFields.keySet());
      Integer at = CallTypes.literalIndex(s.index(), fields.size());
      JavaExpr record = lowering.exprs.expr(s.value());
      if (at != null) {
        Variable f = i.type().fieldOrNew(fields.get(at));
        return JavaExpr.primary(
            record.at(JavaExpr.PRIMARY) + "." + Attributes.fieldName(f) + "()", f.type());
      }
    }
    if (on instanceof Generic g && g.name().equals("tuple")) {
      Integer at = CallTypes.literalIndex(s.index(), g.args().size());
      JavaExpr tuple = lowering.exprs.expr(s.value());
      if (at != null) {
        return JavaExpr.boxed(
            tuple.at(JavaExpr.PRIMARY) + "." + component(at), g.args().get(at).type());
      }
      boolean known = Types.strip(lowering.type(s.index())) != Basic.OBJECT;
      JavaExpr index = lowering.exprs.value(s.index(), known ? Basic.INT : Basic.OBJECT);
      String place = known ? index.code() : place(index, on);
      return Coercion.cast(
          JavaExpr.primary(
              support("Iters") + ".item(" + tuple.code() + ", " + place + ")", Basic.OBJECT),
          type);
    }
    if (on instanceof Generic g && g.name().equals("dict")) {
      List<JavaExpr> both =
          lowering.exprs.inOrder(
              List.of(s.value(), s.index()), List.of(on, g.args().get(0).type()));
      String key = both.get(1).asObject(g.args().get(0).type());
      return JavaExpr.boxed(
          support("Dicts") + ".get(" + both.get(0).code() + ", " + key + ")", type);
    }
    Signature getter =
        on instanceof Generic g ? Library.get().protocol(g.name(), "__getitem__") : null;
    if (getter != null) {
      return protocol(getter, on, s.value(), List.of(s.index()));
    }
    Type given = Types.strip(lowering.type(s.index()));
    boolean number =
        given == Basic.INT || given == Basic.BOOL || given == Basic.NUM || given == Basic.OBJECT;
    boolean maybeSlice = given == Basic.OBJECT && lowering.module.usesSlices;
    boolean sequence = on instanceof Generic g && isSequence(g.name());
    if ((!number || maybeSlice || !sequence) && on instanceof Generic) {
      on = Basic.OBJECT;
    }
    on = ConditionLowering.value(on);
    boolean indexed = on == Basic.STR || on == Basic.BYTES || on instanceof Generic;
    List<JavaExpr> both =
        lowering.exprs.inOrder(
            List.of(s.value(), s.index()),
            List.of(on, indexed && given != Basic.OBJECT ? Basic.INT : Basic.OBJECT));
    String place = indexed && given == Basic.OBJECT ? place(both.get(1), on) : both.get(1).code();
    String args = both.get(0).code() + ", " + place;
    if (on == Basic.STR) {
      return JavaExpr.primary(support("Strs") + ".get(" + args + ")", Basic.STR);
    }
    if (on instanceof Generic) {
      return Packing.get(on, args, type);
    }
    if (on == Basic.BYTES) {
      return JavaExpr.primary(both.get(0).at(JavaExpr.PRIMARY) + ".get(" + place + ")", Basic.INT);
    }
    return Coercion.to(
        JavaExpr.primary(support("Dyn") + ".item(" + args + ")", Basic.OBJECT), type);
  }

  /** An index of unknown type, which run time tells to be none in the words for what it is of. */
  static String place(JavaExpr index, Type on) {
    String of =
        on == Basic.STR
            ? "string"
            : on == Basic.BYTES ? "byte" : Types.isTuple(on) ? "tuple" : "list";
    return support("Dyn") + ".place(" + index.code() + ", " + Strings.literal(of) + ")";
  }

  private static boolean isSequence(String name) {
    return name.equals("list")
        || name.equals("vartuple")
        || name.equals("deque")
        || name.equals("range");
  }

  /** A method of a library type that syntax calls. */
  JavaExpr protocol(Signature method, Type on, Expr receiver, List<Expr> given) {
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    bindings.flow(on, Objects.requireNonNull(method.receiver()));
    List<Expr> all = new ArrayList<>();
    List<Type> wanted = new ArrayList<>();
    all.add(receiver);
    wanted.add(on);
    for (int i = 0; i < given.size(); i++) {
      Type type = bindings.type(method.params().get(i).type());
      all.add(given.get(i));
      wanted.add(type == Basic.NEVER ? Basic.OBJECT : type);
    }
    List<JavaExpr> lowered = lowering.exprs.inOrder(all, wanted);
    String java = method.java().replace("{self}", lowered.get(0).at(JavaExpr.PRIMARY));
    for (int i = 0; i < given.size(); i++) {
      java =
          java.replace(
              "{" + method.params().get(i).name() + "}",
              lowered.get(i + 1).asObject(wanted.get(i + 1)));
    }
    return JavaExpr.boxed(java, bindings.type(method.result()));
  }

  static String component(int index) {
    return List.of("first", "second", "third", "fourth", "fifth", "sixth").get(index) + "()";
  }

  JavaExpr slice(Expr.Subscript s, Expr.Slice slice, Type on) {
    String type =
        on == Basic.STR
            ? "Strs"
            : on == Basic.BYTES
                ? "Bytes"
                : Types.isTuple(on)
                    ? "Tuple"
                    : on instanceof Generic g
                            && isSequence(g.name())
                            && Library.get().protocol(g.name(), "__getitem__") == null
                        ? "Lists"
                        : "Dyn";
    Type bound = Types.optional(Basic.INT);
    JavaExpr value = lowering.exprs.expr(s.value());
    String sliced = sliced(on, "__getslice__", value, slice, "");
    if (sliced != null) {
      return JavaExpr.primary(sliced, on);
    }
    if (type.equals("Dyn") && !isOfInts(slice)) {
      String args = value.asObject(Basic.OBJECT) + ", " + sliceValue(slice).code();
      return Coercion.to(
          JavaExpr.primary(support("Dyn") + ".item(" + args + ")", Basic.OBJECT), lowering.type(s));
    }
    String lower = slice.lower() == null ? "null" : bound(slice.lower(), bound);
    String upper = slice.upper() == null ? "null" : bound(slice.upper(), bound);
    String step = slice.step() == null ? "null" : bound(slice.step(), bound);
    JavaExpr base = type.equals("Tuple") ? Coercion.iterable(value) : value;
    String args =
        base.asObject(Basic.OBJECT)
            + ", "
            + lower
            + ", "
            + upper
            + (step.equals("null") ? "" : ", " + step);
    Type result = type.equals("Dyn") ? Basic.OBJECT : lowering.type(s);
    return Coercion.to(
        JavaExpr.primary(support(type) + ".slice(" + args + ")", result), lowering.type(s));
  }

  /**
   * A slice that is handed on as it is: one of several indices, or of bounds that are no numbers.
   */
  JavaExpr sliceValue(Expr.Slice slice) {
    List<String> parts = new ArrayList<>();
    for (Expr part : new @Nullable Expr[] {slice.lower(), slice.upper(), slice.step()}) {
      parts.add(part == null ? "null" : lowering.exprs.value(part, Basic.OBJECT).code());
    }
    return JavaExpr.primary(
        "new " + support("Slice") + "(" + String.join(", ", parts) + ")", Basic.OBJECT);
  }

  /** Whether nothing says that a bound may be something else than a whole number. */
  private boolean isOfInts(Expr.Slice slice) {
    for (Expr part : new @Nullable Expr[] {slice.lower(), slice.upper(), slice.step()}) {
      Type type = part == null ? Basic.INT : Types.strip(lowering.type(part));
      if (type != Basic.INT
          && type != Basic.BOOL
          && type != Basic.NUM
          && type != Basic.OBJECT
          && type != Basic.NEVER
          && type != Basic.NONE) {
        return false;
      }
    }
    return true;
  }

  /** What a library type does with a slice, by its signature; null for all others. */
  @Nullable String sliced(Type on, String method, JavaExpr self, Expr.Slice slice, String value) {
    Signature signature = on instanceof Generic g ? Library.get().protocol(g.name(), method) : null;
    if (signature == null) {
      return null;
    }
    Type bound = Types.optional(Basic.INT);
    return signature
        .java()
        .replace("{self}", self.at(JavaExpr.PRIMARY))
        .replace("{lower}", slice.lower() == null ? "null" : bound(slice.lower(), bound))
        .replace("{upper}", slice.upper() == null ? "null" : bound(slice.upper(), bound))
        .replace("{step}", slice.step() == null ? "null" : bound(slice.step(), bound))
        .replace("{v}", value);
  }

  String bound(Expr expr, Type type) {
    return Types.strip(lowering.type(expr)) == Basic.OBJECT
        ? support("Dyn") + ".bound(" + lowering.exprs.value(expr, Basic.OBJECT).code() + ")"
        : lowering.exprs.value(expr, type).asObject(Basic.INT);
  }

  void setItem(Expr.Subscript s, JavaExpr value) {
    Type on = Types.strip(lowering.type(s.value()));
    JavaExpr target = lowering.exprs.expr(s.value());
    if (s.index() instanceof Expr.Slice slice) {
      String sliced = sliced(on, "__setslice__", target, slice, value.code());
      if (sliced != null) {
        lowering.line(sliced + ";");
        return;
      }
      Type bound = Types.optional(Basic.INT);
      String lower = slice.lower() == null ? "null" : bound(slice.lower(), bound);
      String upper = slice.upper() == null ? "null" : bound(slice.upper(), bound);
      String step = slice.step() == null ? "null" : bound(slice.step(), bound);
      lowering.line(
          support(Types.is(on, "list") ? "Lists" : "Dyn")
              + ".setSlice("
              + String.join(
                  ", ",
                  target.code(),
                  lower,
                  upper,
                  step,
                  Types.is(on, "list") ? Coercion.iterable(value).code() : value.code())
              + ");");
      return;
    }
    switch (on) {
      case Instance i when i.type().method("__setitem__") != null -> {
        FunctionInfo setter = Objects.requireNonNull(i.type().method("__setitem__"));
        Type key =
            Objects.requireNonNull(setter.params.get(setter.callerParameters().get(0).name()))
                .type();
        Type element =
            Objects.requireNonNull(setter.params.get(setter.callerParameters().get(1).name()))
                .type();
        lowering.line(
            target.at(JavaExpr.PRIMARY)
                + "."
                + setter.javaName
                + "("
                + lowering.exprs.value(s.index(), key).code()
                + ", "
                + Coercion.to(value, element).code()
                + ");");
      }
      case Generic g when g.name().equals("dict") ->
          lowering.line(
              target.at(JavaExpr.PRIMARY)
                  + ".put("
                  + lowering
                      .exprs
                      .value(s.index(), g.args().get(0).type())
                      .asObject(g.args().get(0).type())
                  + ", "
                  + Coercion.to(value, g.args().get(1).type()).asObject(g.args().get(1).type())
                  + ");");
      case Generic g when Library.get().protocol(g.name(), "__setitem__") != null -> {
        Signature setter = Objects.requireNonNull(Library.get().protocol(g.name(), "__setitem__"));
        TypeForm.Bindings bindings = new TypeForm.Bindings();
        bindings.flow(g, Objects.requireNonNull(setter.receiver()));
        Type key = bindings.type(setter.params().get(0).type());
        Type element = bindings.type(setter.params().get(1).type());
        lowering.line(
            setter
                    .java()
                    .replace("{self}", target.at(JavaExpr.PRIMARY))
                    .replace("{k}", lowering.exprs.value(s.index(), key).asObject(key))
                    .replace("{v}", Coercion.to(value, element).asObject(element))
                + ";");
      }
      case Generic g when isPlace(g, s.index()) -> {
        JavaExpr index = lowering.exprs.value(s.index(), Basic.INT);
        lowering.line(
            support("Lists")
                + ".set("
                + target.code()
                + ", "
                // A boxed index would fit the methods for primitives as well as the general one.
                + (index.boxed() ? "(long) " + index.at(JavaExpr.UNARY) : index.code())
                + ", "
                + Coercion.to(value, Types.element(g)).asObject(Types.element(g))
                + ");");
      }
      default ->
          lowering.line(
              support("Dyn")
                  + ".setItem("
                  + target.code()
                  + ", "
                  + lowering.exprs.value(s.index(), Basic.OBJECT).code()
                  + ", "
                  + value.code()
                  + ");");
    }
  }

  /** Whether it is a place of a list; of others run time tells what is wrong. */
  private boolean isPlace(Generic on, Expr index) {
    Type type = Types.strip(lowering.type(index));
    return !Types.isTuple(on)
        && !on.name().equals("set")
        && !on.name().equals("frozenset")
        && (type == Basic.INT || type == Basic.BOOL);
  }

  void deleteItem(Expr.Subscript s) {
    Type on = Types.strip(lowering.type(s.value()));
    if (s.index() instanceof Expr.Slice slice) {
      JavaExpr target = lowering.exprs.expr(s.value());
      String sliced = sliced(on, "__delslice__", target, slice, "");
      if (sliced != null) {
        lowering.line(sliced + ";");
        return;
      }
      Type bound = Types.optional(Basic.INT);
      lowering.line(
          support(Types.is(on, "list") ? "Lists" : "Dyn")
              + ".deleteSlice("
              + target.code()
              + ", "
              + (slice.lower() == null ? "null" : bound(slice.lower(), bound))
              + ", "
              + (slice.upper() == null ? "null" : bound(slice.upper(), bound))
              + (slice.step() == null ? "" : ", " + bound(slice.step(), bound))
              + ");");
      return;
    }
    if (on instanceof Instance i && i.type().method("__delitem__") != null) {
      lowering.line(
          lowering
                  .calls
                  .dunder(
                      Objects.requireNonNull(i.type().method("__delitem__")),
                      s.value(),
                      List.of(s.index()))
                  .code()
              + ";");
      return;
    }
    Signature deleter =
        on instanceof Generic g ? Library.get().protocol(g.name(), "__delitem__") : null;
    if (deleter != null) {
      lowering.line(protocol(deleter, on, s.value(), List.of(s.index())).code() + ";");
      return;
    }
    boolean isPlace = on instanceof Generic g && !Types.is(on, "dict") && isPlace(g, s.index());
    String type = Types.is(on, "dict") ? "Dicts" : isPlace ? "Lists" : "Dyn";
    Type index = Types.is(on, "dict") ? Types.arg(on, 0) : isPlace ? Basic.INT : Basic.OBJECT;
    lowering.line(
        support(type)
            + ".delete("
            + lowering.exprs.expr(s.value()).code()
            + ", "
            + lowering.exprs.value(s.index(), index).code()
            + ");");
  }
}
