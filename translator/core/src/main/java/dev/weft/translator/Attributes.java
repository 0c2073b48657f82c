package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import java.util.List;
import java.util.Objects;

/** Attributes and items. */
final class Attributes {
  private final Lowering lowering;
  private Type wanted = Basic.OBJECT;

  Attributes(Lowering lowering) {
    this.lowering = lowering;
  }

  JavaExpr get(Expr.Attribute a, Type wanted) {
    this.wanted = wanted;
    if (lowering.raw(a) instanceof Type.ClassRef c && !c.type().isLibrary()) {
      return lowering.exprs.classValue(c.type());
    }
    Type on = Types.strip(lowering.raw(a.value()));
    return switch (on) {
      case Type.LibRef l -> lowering.exprs.library(a, l.path() + "." + a.name(), wanted);
      case ClassRef c -> ofClass(a, c.type());
      case Instance i -> ofInstance(a, i.type());
      case Basic b when b == Basic.OBJECT || b == Basic.NEVER -> dynamic(a);
      case Basic b when b == Basic.NONE -> dynamic(a);
      case Generic g when g.name().equals("type") && !a.name().equals("__name__") -> dynamic(a);
      case Type.Func f -> dynamic(a);
      case Type.Callable c -> dynamic(a);
      case Type.FuncRef f -> dynamic(a);
      default -> ofLibrary(a, on);
    };
  }

  private JavaExpr ofClass(Expr.Attribute a, ClassInfo type) {
    if (type.isEnum && type.classAttributes.containsKey(a.name())) {
      return JavaExpr.primary(type.javaName + "." + a.name(), new Instance(type));
    }
    for (ClassInfo c = type; c != null; c = c.base()) {
      Variable field = c.statics.get(a.name());
      if (field != null) {
        return JavaExpr.primary(c.javaName + "." + field.javaName, field.type());
      }
    }
    FunctionInfo method = type.method(a.name());
    if (method != null) {
      return lowering.functions.reference(method, null, wanted);
    }
    if (a.name().equals("__name__")) {
      return JavaExpr.primary(Strings.literal(type.name), Basic.STR);
    }
    if (a.name().equals("__doc__") && type.node != null) {
      String doc = FunctionValues.docstring(type.node.body());
      return JavaExpr.primary(doc == null ? "null" : Strings.literal(doc), Basic.OBJECT);
    }
    return dynamic(a);
  }

  private JavaExpr ofInstance(Expr.Attribute a, ClassInfo type) {
    FunctionInfo method = type.method(a.name());
    if (method != null && method.isProperty) {
      String on = lowering.exprs.expr(a.value()).at(JavaExpr.PRIMARY);
      return JavaExpr.primary(
          (on.equals("this") ? "" : on + ".") + method.javaName + "()", method.callType());
    }
    if (method != null) {
      return lowering.functions.reference(method, a.value(), wanted);
    }
    if (type.isEnum && (a.name().equals("name") || a.name().equals("value"))) {
      JavaExpr on = lowering.exprs.expr(a.value());
      return a.name().equals("name")
          ? JavaExpr.primary(on.at(JavaExpr.PRIMARY) + ".name()", Basic.STR)
          : JavaExpr.primary(on.at(JavaExpr.PRIMARY) + ".value()", lowering.type(a));
    }
    Variable field = type.field(a.name());
    if (field == null
        && type.staticField(a.name()) == null
        && (type.isException || type.libraryBase() != null)) {
      Signature attribute =
          lowering.inference.exprs.calls.library.attribute(new Instance(type), a.name());
      if (attribute != null) {
        return ofLibrary(a, new Instance(type));
      }
    }
    if (field != null) {
      JavaExpr on = lowering.exprs.expr(a.value());
      return read(on, type, field);
    }
    if (type.staticField(a.name()) != null) {
      return type.staticsBelow(a.name()).isEmpty() ? ofClass(a, type) : dynamic(a);
    }
    if (a.name().equals("__class__")) {
      return JavaExpr.primary(
          support("PyType") + ".ofValue(" + lowering.exprs.expr(a.value()).code() + ")",
          Types.generic("type", Basic.OBJECT));
    }
    return dynamic(a);
  }

  /** The value of a field. */
  static JavaExpr read(JavaExpr on, ClassInfo type, Variable field) {
    String access = on.at(JavaExpr.PRIMARY) + "." + fieldName(field);
    if (field.mayBeMissing) {
      // Java would choose another overload for a number in an object.
      return Types.isPrimitive(field.type()) && field.type() != Basic.BOOL
          ? JavaExpr.of(
              "(" + JavaTypes.of(field.type()) + ") " + access + ".get()",
              JavaExpr.UNARY,
              field.type())
          : JavaExpr.boxed(access + ".get()", field.type());
    }
    return JavaExpr.primary(access + (isRecord(type, field.name) ? "()" : ""), field.type());
  }

  /** A statement that gives a field a value. */
  static String write(JavaExpr on, Variable field, JavaExpr value) {
    JavaExpr given = Coercion.to(value, field.type());
    String access = on.at(JavaExpr.PRIMARY) + "." + fieldName(field);
    return field.mayBeMissing
        ? access + ".set(" + given.asObject(field.type()) + ");"
        : access + " = " + given.code() + ";";
  }

  static boolean isRecord(ClassInfo type, String field) {
    for (ClassInfo c = type; c != null; c = c.base()) {
      if (c.fields.containsKey(field)) {
        return ClassLowering.isRecord(c) && c.dataFields.containsKey(field);
      }
    }
    return false;
  }

  static String fieldName(Variable field) {
    return field.javaName.isEmpty() ? JavaNames.camel(field.name) : field.javaName;
  }

  private JavaExpr ofLibrary(Expr.Attribute a, Type on) {
    Signature attribute = lowering.inference.exprs.calls.library.attribute(on, a.name());
    if (attribute == null && a.name().equals("__class__")) {
      return dynamic(a);
    }
    if (attribute == null) {
      List<Signature> methods = lowering.inference.exprs.calls.library.methods(on, a.name());
      if (!methods.isEmpty()) {
        return lowering.functions.libraryMethodReference(a, on, methods.get(0), wanted);
      }
      if (BuiltinNames.lacks(on, a.name())) {
        return dynamic(a);
      }
      return lowering.exprs.refuse(
          a,
          "'" + Types.text(on) + "' has no attribute '" + a.name() + "' that is supported",
          "use another way to get at it");
    }
    JavaExpr self = lowering.exprs.expr(a.value());
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    bindings.flow(on, Objects.requireNonNull(attribute.receiver()));
    return JavaExpr.boxed(
        attribute.java().replace("{self}", self.at(JavaExpr.PRIMARY)),
        bindings.type(attribute.result()));
  }

  private JavaExpr dynamic(Expr.Attribute a) {
    lowering.dynamicNames.add(a.name());
    JavaExpr on = lowering.exprs.value(a.value(), Basic.OBJECT);
    JavaExpr value =
        JavaExpr.primary(
            support("Dyn") + ".get(" + on.code() + ", " + Strings.literal(a.name()) + ")",
            Basic.OBJECT);
    return Coercion.to(value, lowering.type(a));
  }

  void set(Expr.Attribute a, JavaExpr value) {
    Type on = Types.strip(lowering.raw(a.value()));
    switch (on) {
      case Instance i when i.type().isFrozen && i.type().field(a.name()) != null -> {
        lowering.exprs.expr(a.value());
        lowering.line(
            (i.type().isNamedTuple
                    ? support("Exceptions") + ".noSetter("
                    : support("Exceptions") + ".frozen(")
                + Strings.literal(a.name())
                + ");");
      }
      case Instance i
          when !i.type().isLibrary()
              && lowering.inference.exprs.attributes.settable(i, a.name()) == null -> {
        FunctionInfo setter = i.type().method(a.name() + ".setter");
        JavaExpr receiver = lowering.exprs.expr(a.value());
        if (setter != null) {
          String param = setter.callerParameters().get(0).name();
          Type type = Objects.requireNonNull(setter.params.get(param)).type();
          lowering.line(
              receiver.at(JavaExpr.PRIMARY)
                  + "."
                  + setter.javaName
                  + "("
                  + Coercion.to(value, type).code()
                  + ");");
          return;
        }
        FunctionInfo property = i.type().method(a.name());
        if (property != null && property.isProperty) {
          lowering.line(
              support("Exceptions")
                  + ".noSetter("
                  + Strings.literal(a.name())
                  + ", "
                  + Strings.literal(i.type().name)
                  + ");");
          return;
        }
        if (!i.type().below(a.name()).isEmpty()) {
          setDynamic(receiver, a, value);
          return;
        }
        Variable field = i.type().fieldOrNew(a.name());
        lowering.line(write(receiver, field, value));
      }
      case ClassRef c when c.type().staticField(a.name()) != null -> {
        Variable field = Objects.requireNonNull(c.type().staticField(a.name()));
        lowering.line(
            ofClass(a, c.type()).code() + " = " + Coercion.to(value, field.type()).code() + ";");
      }
      case Type t
          when t == Basic.OBJECT
              || t == Basic.NEVER
              || t instanceof Type.Func
              || t instanceof Type.Callable
              || t instanceof Type.FuncRef
              || Types.is(t, "type") ->
          setDynamic(lowering.exprs.value(a.value(), Basic.OBJECT), a, value);
      default -> {
        Signature attribute = lowering.inference.exprs.calls.library.attribute(on, a.name());
        if (attribute == null && on instanceof Instance i && i.type().isException) {
          setDynamic(lowering.exprs.expr(a.value()), a, value);
          return;
        }
        if (attribute == null || attribute.setter() == null) {
          lowering.exprs.refuse(
              a, "attribute '" + a.name() + "' cannot be set here", "use a class of your own");
          return;
        }
        Type type = attribute.resultOn(on);
        lowering.line(
            attribute
                    .setter()
                    .replace("{self}", lowering.exprs.expr(a.value()).at(JavaExpr.PRIMARY))
                    .replace("{value}", Coercion.to(value, type).code())
                + ";");
      }
    }
  }

  private void setDynamic(JavaExpr on, Expr.Attribute a, JavaExpr value) {
    lowering.dynamicNames.add(a.name());
    lowering.line(
        support("Dyn")
            + ".set("
            + on.code()
            + ", "
            + Strings.literal(a.name())
            + ", "
            + Coercion.to(value, Basic.OBJECT).code()
            + ");");
  }
}
