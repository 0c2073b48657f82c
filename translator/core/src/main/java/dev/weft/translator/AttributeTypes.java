package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.Type.LibRef;
import dev.weft.translator.parser.Expr;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of attributes and items, and what assigning to them tells. */
final class AttributeTypes {
  private final ExprTypes exprs;

  /** The type variables of attributes: the same ones each time they are met. */
  private final IdentityHashMap<Expr, TypeForm.Bindings> attributes = new IdentityHashMap<>();

  AttributeTypes(ExprTypes exprs) {
    this.exprs = exprs;
  }

  Type attribute(Expr.Attribute a) {
    Type on = Types.opaque(exprs.typeOf(a.value()));
    return switch (Types.strip(on)) {
      case LibRef l -> exprs.library(l.path() + "." + a.name());
      case ClassRef c -> classAttribute(c.type(), a.name());
      case Instance i -> instanceAttribute(i.type(), a);
      case Basic b when b == Basic.OBJECT || b == Basic.NEVER -> unknownAttribute(a, b);
      case Type t -> libraryAttribute(t, a);
    };
  }

  static Type classAttribute(ClassInfo type, String name) {
    if (type.isEnum && type.classAttributes.containsKey(name)) {
      return new Instance(type);
    }
    ClassInfo inner = type.inner(name);
    if (inner != null) {
      return new ClassRef(inner);
    }
    Variable field = type.staticField(name);
    if (field != null) {
      return field.type();
    }
    FunctionInfo method = type.method(name);
    if (method != null) {
      return new FuncRef(method);
    }
    return name.equals("__name__") ? Basic.STR : Basic.OBJECT;
  }

  Type instanceAttribute(ClassInfo type, Expr.Attribute a) {
    ClassInfo inner = type.inner(a.name());
    if (inner != null) {
      return new ClassRef(inner);
    }
    FunctionInfo method = type.method(a.name());
    if (method != null) {
      return method.isProperty ? method.callType() : new FuncRef(method);
    }
    if (type.isEnum) {
      if (a.name().equals("name")) {
        return Basic.STR;
      }
      if (a.name().equals("value")) {
        return enumValue(type);
      }
    }
    Variable field = type.field(a.name());
    if (field != null) {
      return field.type();
    }
    Variable shared = type.staticField(a.name());
    if (shared != null) {
      Type joined = shared.type();
      for (Variable own : type.staticsBelow(a.name())) {
        joined = Types.join(joined, own.type());
      }
      return joined;
    }
    List<ClassInfo> below = type.below(a.name());
    if (!below.isEmpty()) {
      return below.stream()
          .map(c -> Objects.requireNonNull(c.ownField(a.name())).type())
          .reduce(Basic.NEVER, Types::join);
    }
    if (type.isException || type.libraryBase() != null) {
      return libraryAttribute(new Instance(type), a);
    }
    return exprs.calls.library.settled || a.name().startsWith("__") ? Basic.OBJECT : Basic.NEVER;
  }

  Type enumValue(ClassInfo type) {
    Type all = Basic.NEVER;
    Map<String, String> aliases = EnumAliases.of(type);
    for (Map.Entry<String, Expr> member : type.classAttributes.entrySet()) {
      if (aliases.containsKey(member.getKey())) {
        continue;
      }
      Expr value = member.getValue();
      all =
          Types.join(
              all,
              value instanceof Expr.Call c && Decorators.name(c.function()).equals("auto")
                  ? (type.isStrEnum ? Basic.STR : Basic.INT)
                  : exprs.typeOf(value));
    }
    return all;
  }

  Type libraryAttribute(Type on, Expr.Attribute a) {
    if (on instanceof Func || on instanceof Type.Callable || on instanceof FuncRef) {
      exprs.name(on);
      return a.name().equals("__name__") ? Basic.STR : Basic.OBJECT;
    }
    Signature attribute = exprs.calls.library.attribute(on, a.name());
    if (attribute == null) {
      return Basic.OBJECT;
    }
    TypeForm.Bindings bindings = attributes.computeIfAbsent(a, n -> new TypeForm.Bindings());
    bindings.flow(on, Objects.requireNonNull(attribute.receiver()));
    return bindings.type(attribute.result());
  }

  /** An attribute of something unknown is that of any class which has one of that name. */
  Type unknownAttribute(Expr.Attribute a, Basic on) {
    if (on != Basic.NEVER || exprs.calls.library.settled) {
      exprs.inference.module.readUnseen.add(a.name());
    }
    if (on == Basic.NEVER) {
      return Basic.NEVER;
    }
    if (!exprs.inference.module.dynamicClasses.isEmpty()
        || exprs.inference.module.hasFreeObjects
        || Library.get().hasAttribute(a.name())) {
      return Basic.OBJECT;
    }
    Type all = Basic.NEVER;
    for (ClassInfo type : exprs.inference.module.classes) {
      Variable field = type.ownField(a.name());
      if (field == null) {
        field = type.statics.get(a.name());
      }
      if (field != null) {
        all = Types.join(all, field.type());
      }
      FunctionInfo method = type.methods.get(a.name());
      if (method != null && method.isProperty) {
        all = Types.join(all, method.callType());
      }
    }
    return all == Basic.NEVER ? Basic.OBJECT : all;
  }

  /** What the library class that an object's class derives from lets be assigned. */
  @Nullable Signature settable(Instance on, String name) {
    Signature attribute =
        on.type().libraryBase() == null ? null : exprs.calls.library.attribute(on, name);
    return attribute == null || attribute.setter() == null ? null : attribute;
  }

  void bindAttribute(Expr.Attribute a, Type type) {
    switch (Types.strip(Types.opaque(exprs.typeOf(a.value())))) {
      case Instance i when !i.type().isLibrary() -> {
        FunctionInfo property = i.type().method(a.name());
        if (settable(i, a.name()) != null) {
          return;
        }
        if (i.type().isFrozen
            || (property != null
                && property.isProperty
                && i.type().method(a.name() + ".setter") == null)) {
          return;
        }
        Variable known = i.type().field(a.name());
        if (known != null) {
          known.assignedElsewhere = true;
        }
        FunctionInfo setter = i.type().method(a.name() + ".setter");
        if (setter != null) {
          String param = setter.callerParameters().get(0).name();
          Objects.requireNonNull(setter.params.get(param)).cell.add(type);
        } else if (i.type().staticField(a.name()) != null && i.type().field(a.name()) == null) {
          // An instance's own value beside the class's: both live in the field.
          i.type().fieldOrNew(a.name()).cell.add(type);
          i.type()
              .fieldOrNew(a.name())
              .cell
              .add(Objects.requireNonNull(i.type().staticField(a.name())).type());
        } else {
          List<ClassInfo> below = i.type().below(a.name());
          below.forEach(c -> assigned(c, a.name(), type));
          if (below.isEmpty()) {
            i.type().fieldOrNew(a.name()).cell.add(type);
          }
        }
      }
      case ClassRef c when c.type().staticField(a.name()) != null ->
          Objects.requireNonNull(c.type().staticField(a.name())).cell.add(type);
      case Basic b when b == Basic.OBJECT -> {
        for (ClassInfo known : exprs.inference.module.classes) {
          assigned(known, a.name(), type);
        }
      }
      default -> {}
    }
  }

  /** Something of a type is assigned to a field that a class has itself, if it does. */
  private static void assigned(ClassInfo to, String name, Type type) {
    Variable field = to.ownField(name);
    if (field != null && !to.isFrozen) {
      field.assignedElsewhere = true;
      field.cell.add(type);
    }
  }

  /** Whether it is a class that takes type arguments, which change nothing when it runs. */
  static boolean isGeneric(Type type) {
    return type instanceof ClassRef c
        && !c.type().isEnum
        && !c.type().isLibrary()
        && c.type().method("__class_getitem__") == null;
  }

  Type subscript(Expr.Subscript s) {
    Type on = Types.strip(Types.opaque(exprs.typeOf(s.value())));
    Type index = exprs.value(s.index());
    if (on == Basic.NEVER || on == Basic.STR || isGeneric(on)) {
      return on;
    }
    exprs.calls.unseen.operator("__getitem__", on, index);
    if (on == Basic.BYTES) {
      return s.index() instanceof Expr.Slice ? on : Basic.INT;
    }
    if (on instanceof Instance i && i.type().isNamedTuple) {
      List<String> fields = List.copyOf(i.type().dataFields.keySet());
      Integer at = CallTypes.literalIndex(s.index(), fields.size());
      return at == null ? exprs.elementOf(on, false) : i.type().fieldOrNew(fields.get(at)).type();
    }
    if (on instanceof Instance i) {
      FunctionInfo getter = i.type().method("__getitem__");
      if (getter != null) {
        return exprs.calls.applyMethod(getter, List.of(index));
      }
    }
    if (on instanceof Generic g) {
      if (g.name().equals("tuple")) {
        if (s.index() instanceof Expr.Slice) {
          Cell cell = exprs.inference.site(s);
          cell.add(Types.element(g));
          return new Generic("vartuple", List.of(cell));
        }
        Integer at = CallTypes.literalIndex(s.index(), g.args().size());
        return at == null ? Types.element(g) : g.args().get(at).type();
      }
      if (s.index() instanceof Expr.Slice) {
        return Library.get().protocol(g.name(), "__getitem__") == null
                || Library.get().protocol(g.name(), "__getslice__") != null
            ? g
            : Basic.OBJECT;
      }
      return switch (g.name()) {
        case "dict" -> {
          g.args().get(0).add(index);
          yield g.args().get(1).type();
        }
        case "list", "vartuple", "deque", "range" ->
            index == Basic.OBJECT && exprs.inference.module.usesSlices
                ? Basic.OBJECT
                : Types.element(g);
        default -> {
          Signature getter = Library.get().protocol(g.name(), "__getitem__");
          yield getter == null ? Basic.OBJECT : getter.resultOn(g);
        }
      };
    }
    return Basic.OBJECT;
  }

  void bindItem(Expr.Subscript s, Type type) {
    Type on = Types.strip(Types.opaque(exprs.typeOf(s.value())));
    Type index = exprs.value(s.index());
    exprs.calls.unseen.operator("__setitem__", on, index, type);
    switch (on) {
      case Generic g when g.name().equals("dict") -> {
        g.args().get(0).add(index);
        g.args().get(1).add(type);
      }
      case Generic g when g.name().equals("list") || g.name().equals("deque") ->
          g.args()
              .get(0)
              .add(s.index() instanceof Expr.Slice ? exprs.elementOf(type, false) : type);
      case Instance i -> {
        FunctionInfo setter = i.type().method("__setitem__");
        if (setter != null) {
          exprs.calls.applyMethod(setter, List.of(index, type));
        }
      }
      default -> {}
    }
  }
}
