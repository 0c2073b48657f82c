package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;

/** Turns a Java value of one Python type into one of another. */
final class Coercion {
  private Coercion() {}

  static JavaExpr to(JavaExpr given, Type place) {
    // What nothing was seen to reach is an object to Java.
    JavaExpr value = given.type() == Basic.NEVER ? given.as(Basic.OBJECT) : given;
    Type wanted = place == Basic.NEVER ? Basic.OBJECT : place;
    if (Types.is(value.type(), Types.ANY_OF)
        && wanted != Basic.OBJECT
        && !Types.is(wanted, Types.ANY_OF)
        && !Types.is(wanted, "iter")) {
      value = value.as(Basic.OBJECT);
    }
    Type from = value.type();
    if ((wanted == Basic.OBJECT || Types.strip(wanted) instanceof Type.Callable)
        && from instanceof Type.Func
        && value.precedence() == JavaExpr.LOWEST) {
      return JavaExpr.of(value.cast(JavaTypes.boxed(from)), JavaExpr.UNARY, from);
    }
    if (from == Basic.NONE && Types.isPrimitive(wanted)) {
      return wanted == Basic.BOOL
          ? JavaExpr.boxed(support("Py") + ".<Boolean>cast(" + value.code() + ")", wanted)
          : toBasic(value, Basic.OBJECT, (Basic) wanted);
    }
    if (from == Basic.NONE
        && wanted != Basic.OBJECT
        && !value.code().contains("(")
        && !value.code().equals("null")) {
      // A variable that never holds anything but None.
      return JavaExpr.primary("null", Basic.NONE);
    }
    if (wanted == Basic.OBJECT || from.equals(wanted) || from == Basic.NONE) {
      return value;
    }
    if (Types.same(from, wanted)) {
      return value;
    }
    if (wanted instanceof Type.Opt o) {
      if (from instanceof Type.Opt f && Types.same(f.inner(), o.inner())) {
        return value;
      }
      if (o.inner() == Basic.FLOAT && from == Basic.INT) {
        return value.isIntLiteral()
            ? JavaExpr.primary(value.code().replace("L", "") + ".0", Basic.FLOAT)
            : JavaExpr.of("(double) " + value.at(JavaExpr.UNARY), JavaExpr.UNARY, Basic.FLOAT);
      }
      if (Types.isPrimitive(o.inner()) && Types.strip(from) == Basic.OBJECT) {
        // It may be None, which no primitive is.
        return o.inner() == Basic.BOOL
            ? JavaExpr.of("(Boolean) " + value.at(JavaExpr.UNARY), JavaExpr.UNARY, wanted)
            : JavaExpr.boxed(
                support("Numbers")
                    + (o.inner() == Basic.INT ? ".longOrNone(" : ".doubleOrNone(")
                    + value.code()
                    + ")",
                wanted);
      }
      if (o.inner() == Basic.NUM && Types.strip(from) == Basic.OBJECT) {
        return JavaExpr.primary(support("Numbers") + ".numberOrNone(" + value.code() + ")", wanted);
      }
      return to(value, o.inner());
    }
    Type plain = Types.strip(from);
    if (wanted instanceof Type.Callable) {
      return plain == Basic.OBJECT
          ? JavaExpr.primary(support("Calls") + ".callable(" + value.code() + ")", wanted)
          : value;
    }
    if (wanted instanceof Type.Func f
        && (plain == Basic.OBJECT
            || plain instanceof Type.Callable
            || plain instanceof Type.Instance)) {
      return JavaExpr.primary(
          support("Calls") + ".fn" + f.params().size() + "(" + value.code() + ")", wanted);
    }
    if (wanted instanceof Basic b) {
      return toBasic(value, plain, b);
    }
    if (wanted instanceof Generic g && g.name().equals("iter")) {
      return plain == Basic.OBJECT
          ? JavaExpr.primary(
              support("Iters")
                  + ".<"
                  + JavaTypes.boxed(g.args().get(0).type())
                  + ">of("
                  + value.code()
                  + ")",
              wanted)
          : iterable(value, g);
    }
    if (wanted instanceof Generic g && g.name().equals(Types.ANY_OF)) {
      return anyOf(value, plain, g);
    }
    if (wanted instanceof Generic g && g.name().equals("awaitable") && Types.isFuture(plain)) {
      return value;
    }
    if (wanted instanceof Instance w
        && plain instanceof Instance p
        && p.type().isSubclassOf(w.type())) {
      return value;
    }
    if (plain == Basic.OBJECT || (wanted instanceof Instance && plain instanceof Instance)) {
      return cast(value, wanted);
    }
    if (wanted instanceof Generic w
        && plain instanceof Generic p
        && w.name().equals("vartuple")
        && p.name().equals("tuple")) {
      String element = JavaTypes.boxed(Types.element(wanted));
      if (p.args().isEmpty()) {
        return JavaExpr.primary(support("Tuple") + ".<" + element + ">of()", wanted);
      }
      if (!element.equals(JavaTypes.boxed(Types.element(plain)))) {
        return JavaExpr.primary(
            support("Tuple")
                + ".<"
                + element
                + ">copyOf("
                + support("Iters")
                + ".<"
                + element
                + ">of("
                + value.code()
                + "))",
            wanted);
      }
      return JavaExpr.primary(support("Tuple") + ".copyOf(" + iterable(value).code() + ")", wanted);
    }
    return isAssignable(plain, wanted) ? value : unchecked(value, wanted);
  }

  /** An iterable of a kind of its own where any kind may stand. */
  private static JavaExpr anyOf(JavaExpr value, Type from, Generic wanted) {
    Type element = Types.element(wanted);
    if (Types.is(from, "tuple")) {
      return to(value, Types.generic("vartuple", element));
    }
    boolean same =
        from instanceof Generic
            && JavaTypes.boxed(Types.element(from)).equals(JavaTypes.boxed(element));
    String anyOf = support("Iters") + ".<" + JavaTypes.boxed(element) + ">anyOf(";
    return same ? value : JavaExpr.primary(anyOf + value.code() + ")", wanted);
  }

  /** Whether Java takes a value of one type for the other, as far as can be told from here. */
  private static boolean isAssignable(Type from, Type wanted) {
    if (JavaTypes.boxed(from).equals(JavaTypes.boxed(wanted))) {
      return true;
    }
    return switch (wanted) {
      case Generic w ->
          from instanceof Generic f
              ? !f.name().equals(w.name()) && !(isBuiltin(f.name()) && isBuiltin(w.name()))
              : from instanceof Instance i && i.type().libraryBase() != null;
      case Instance w -> from instanceof Generic g && Library.get().exception(g.name()) != null;
      default -> true;
    };
  }

  /** Whether no other type is a subtype of it in Java. */
  private static boolean isBuiltin(String name) {
    return switch (name) {
      case "list", "dict", "set", "frozenset", "tuple", "vartuple" -> true;
      default -> false;
    };
  }

  /** Java does not compile a cast that cannot succeed; Python only tells when it is run. */
  private static JavaExpr unchecked(JavaExpr value, Type wanted) {
    return JavaExpr.boxed(
        support("Py") + ".<" + JavaTypes.boxed(wanted) + ">cast(" + value.code() + ")", wanted);
  }

  private static JavaExpr toBasic(JavaExpr value, Type from, Basic wanted) {
    return switch (wanted) {
      case FLOAT ->
          from == Basic.INT
              ? value.boxed()
                  ? JavaExpr.of("(double) " + value.at(JavaExpr.UNARY), JavaExpr.UNARY, wanted)
                  : value.as(Basic.INT)
              : from == Basic.NUM
                  ? JavaExpr.primary(value.at(JavaExpr.PRIMARY) + ".doubleValue()", wanted)
                  : from == Basic.FLOAT ? value : call("Numbers", "toDouble", value, wanted);
      case INT ->
          from == Basic.INT
              ? value
              : from == Basic.BOOL
                  ? new JavaExpr(
                      value.at(JavaExpr.TERNARY + 1) + " ? 1 : 0",
                      JavaExpr.TERNARY,
                      wanted,
                      false,
                      value.at(JavaExpr.TERNARY + 1) + " ? 1L : 0L")
                  : call("Numbers", "toLong", value, wanted);
      case NUM -> Types.isNumber(from) ? value : call("Numbers", "toNumber", value, wanted);
      case BOOL, STR, BYTES -> from == wanted ? value : cast(value, wanted);
      case NONE -> unchecked(value, wanted);
      default -> value;
    };
  }

  private static JavaExpr call(String type, String method, JavaExpr value, Type result) {
    return JavaExpr.primary(support(type) + "." + method + "(" + value.code() + ")", result);
  }

  static JavaExpr cast(JavaExpr value, Type wanted) {
    String java = JavaTypes.boxed(wanted);
    if (wanted == Basic.INT || wanted == Basic.FLOAT || wanted == Basic.NUM) {
      return toBasic(value, Basic.OBJECT, (Basic) wanted);
    }
    if (Types.is(wanted, "vartuple")) {
      String element = JavaTypes.boxed(Types.element(wanted));
      return JavaExpr.primary(
          support("Tuple") + ".<" + element + ">from(" + value.code() + ")", wanted);
    }
    if (java.contains("<") || wanted == Basic.NONE) {
      return JavaExpr.boxed(support("Py") + ".<" + java + ">cast(" + value.code() + ")", wanted);
    }
    if (java.equals("Object")) {
      return value.as(wanted);
    }
    Type from = Types.strip(value.type());
    boolean related =
        from == Basic.OBJECT
            || from == Basic.NEVER
            || from == Basic.NONE
            || from == wanted
            || (from instanceof Instance && wanted instanceof Instance);
    if (!related) {
      return unchecked(value, wanted);
    }
    return JavaExpr.of(value.cast(wanted == Basic.BOOL ? "boolean" : java), JavaExpr.UNARY, wanted);
  }

  /** A value as an iterable of a type's own elements. */
  static JavaExpr iterable(JavaExpr value, Generic wanted) {
    JavaExpr iterable = iterable(value);
    Type from = Types.strip(value.type());
    Type element = wanted.args().get(0).type();
    boolean exact =
        element instanceof Basic
            ? element != Basic.OBJECT && element != Basic.NEVER
            : Types.element(from) == Basic.OBJECT
                || (Types.element(from) == Basic.NEVER && value.isSimple());
    boolean same =
        JavaTypes.boxed(Types.element(from)).equals(JavaTypes.boxed(element))
            || from instanceof Instance;
    return exact && !same ? unchecked(iterable, wanted) : iterable;
  }

  /** A value as something that Java's for takes. */
  static JavaExpr iterable(JavaExpr value) {
    Type type = Types.strip(value.type());
    Type element = Types.element(type);
    Type wanted = Types.generic("iter", element);
    if (type == Basic.STR) {
      return JavaExpr.primary(support("Strs") + ".chars(" + value.code() + ")", wanted);
    }
    if (type instanceof Generic g) {
      return switch (g.name()) {
        case "type" ->
            g.args().get(0).type() instanceof Instance i
                    && i.type().isEnum
                    && value.code().contains("PyType.of(")
                ? JavaExpr.primary(
                    support("Enums") + ".members(" + i.type().javaName + ".class)", wanted)
                : JavaExpr.primary(support("Iters") + ".of(" + value.code() + ")", wanted);
        case "dict" ->
            // Java does not infer the types of a new dict from what is done with its keys.
            JavaExpr.primary(
                value
                        .at(JavaExpr.PRIMARY)
                        .replaceFirst(
                            "^" + support("Dicts") + "\\.of\\(",
                            support("Dicts")
                                + ".<"
                                + JavaTypes.boxed(Types.arg(g, 0))
                                + ", "
                                + JavaTypes.boxed(Types.arg(g, 1))
                                + ">of(")
                    + ".keySet()",
                wanted);
        case "tuple" ->
            JavaExpr.primary(
                support("Iters") + ".<" + JavaTypes.boxed(element) + ">of(" + value.code() + ")",
                wanted);
        default -> {
          Signature iter = Library.get().protocol(g.name(), "__iter__");
          yield iter == null
              ? Types.isIterable(g) ? witnessed(value, g) : untyped(value)
              : JavaExpr.primary(iter.java().replace("{self}", value.at(JavaExpr.PRIMARY)), wanted);
        }
      };
    }
    if (type instanceof Instance i && i.type().isNamedTuple) {
      Type part = i.type().partOfTuple();
      return JavaExpr.primary(
          support("Iters") + ".<" + JavaTypes.boxed(part) + ">of(" + value.code() + ")",
          Types.generic("iter", part));
    }
    if (type instanceof Instance i
        && i.type().method("__iter__") == null
        && i.type().method("__getitem__") != null) {
      FunctionInfo item = java.util.Objects.requireNonNull(i.type().method("__getitem__"));
      Type part = item.callType();
      return JavaExpr.primary(
          support("Iters") + ".<" + JavaTypes.boxed(part) + ">indexed(" + value.code() + ")",
          Types.generic("iter", part));
    }
    if (type instanceof Instance i) {
      return i.type().method("__iter__") != null || i.type().libraryBase() != null
          ? value
          : untyped(value);
    }
    String witness = element == Basic.OBJECT ? "" : "<" + JavaTypes.boxed(element) + ">";
    return JavaExpr.primary(
        support("Iters") + "." + witness + "of(" + value.asObject(Basic.OBJECT) + ")", wanted);
  }

  /** A display of containers that are empty: nothing but their own type tells what they hold. */
  private static JavaExpr witnessed(JavaExpr value, Generic type) {
    String display = support(type.name().equals("list") ? "Lists" : "Sets") + ".of(";
    if (!value.code().startsWith(display) || !value.code().contains("<>()")) {
      return value;
    }
    String witness = ".<" + JavaTypes.boxed(type.args().getFirst().type()) + ">of(";
    return new JavaExpr(
        value.code().replaceFirst("\\.of\\(", java.util.regex.Matcher.quoteReplacement(witness)),
        value.precedence(),
        value.type(),
        value.boxed(),
        null);
  }

  /** What only run time iterates, if it can. */
  private static JavaExpr untyped(JavaExpr value) {
    return JavaExpr.primary(
        support("Iters") + ".of(" + value.code() + ")", Types.generic("iter", Basic.OBJECT));
  }

  /** A value as a condition. */
  static JavaExpr truth(JavaExpr value, Lowering lowering) {
    Type type = value.type();
    return switch (type) {
      case Basic.BOOL -> value;
      case Basic.INT ->
          JavaExpr.of(value.at(JavaExpr.EQUALITY) + " != 0", JavaExpr.EQUALITY, Basic.BOOL);
      case Basic.FLOAT ->
          JavaExpr.of(value.at(JavaExpr.EQUALITY) + " != 0", JavaExpr.EQUALITY, Basic.BOOL);
      case Basic.STR -> not(value.at(JavaExpr.PRIMARY) + ".isEmpty()");
      case Generic g when isCollection(g.name()) -> not(value.at(JavaExpr.PRIMARY) + ".isEmpty()");
      case Type.Opt o when o.inner() instanceof Instance i && !hasTruth(i.type()) ->
          JavaExpr.of(value.at(JavaExpr.EQUALITY) + " != null", JavaExpr.EQUALITY, Basic.BOOL);
      case Type.Opt o when o.inner() instanceof Type.Func || isNeverFalse(o.inner()) ->
          JavaExpr.of(value.at(JavaExpr.EQUALITY) + " != null", JavaExpr.EQUALITY, Basic.BOOL);
      default ->
          JavaExpr.primary(
              support("Py") + ".truth(" + value.asObject(Basic.OBJECT) + ")", Basic.BOOL);
    };
  }

  static boolean hasTruth(ClassInfo type) {
    return type.method("__bool__") != null || type.method("__len__") != null;
  }

  /** Whether it is a type of the library all of whose values are true. */
  private static boolean isNeverFalse(Type type) {
    return Types.is(type, "match") || Types.is(type, "regex");
  }

  private static JavaExpr not(String code) {
    return JavaExpr.of("!" + code, JavaExpr.UNARY, Basic.BOOL);
  }

  private static boolean isCollection(String name) {
    return switch (name) {
      case "list", "dict", "set", "frozenset", "deque", "vartuple" -> true;
      default -> false;
    };
  }
}
