package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators on values of which only run time knows the types. */
@SuppressWarnings("ReferenceEquality") // NotImplemented is one object.
public final class Ops {
  private Ops() {}

  /** Operands that an operator does not take. */
  @PythonName("TypeError")
  static final class Unsupported extends Errors.TypeError {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object left;
    private final transient @Nullable Object right;
    private final String symbol;

    private Unsupported(@Nullable Object left, String symbol, @Nullable Object right) {
      super(text(left, symbol.equals("**") ? "** or pow()" : symbol, right));
      this.left = left;
      this.right = right;
      this.symbol = symbol;
    }

    private static String text(@Nullable Object left, String symbol, @Nullable Object right) {
      return "unsupported operand type(s) for %s: '%s' and '%s'"
          .formatted(symbol, Py.fullTypeName(left), Py.fullTypeName(right));
    }

    /** Whether an operand declined the other one. */
    boolean isOf(Object on, @Nullable Object operand) {
      return (isSame(left, on) && isSame(right, operand))
          || (isSame(left, operand) && isSame(right, on));
    }

    private static boolean isSame(@Nullable Object a, @Nullable Object b) {
      // A number may have been unboxed on its way.
      return a == b || (a instanceof Number && a.equals(b));
    }

    /** What an assignment with the operator says; itself if it comes from elsewhere. */
    Errors.TypeError inPlace(@Nullable Object a, @Nullable Object b) {
      return left == a && right == b ? new Errors.TypeError(text(left, symbol + "=", right)) : this;
    }
  }

  /** A member of an IntEnum or StrEnum counts as its value. */
  static @Nullable Object member(@Nullable Object value) {
    return switch (value) {
      case PyEnum e when e.isValue() -> e.value();
      case Flags.Member m when m.isInt() -> m.value();
      case null, default -> value;
    };
  }

  private static @Nullable Object factor(@Nullable Object value) {
    return value instanceof Boolean b ? (Object) (b ? 1L : 0L) : member(value);
  }

  private static boolean complex(@Nullable Object a, @Nullable Object b) {
    return (a instanceof Complex && (b instanceof Complex || Numbers.isNumber(b)))
        || (b instanceof Complex && Numbers.isNumber(a));
  }

  private static boolean numbers(@Nullable Object a, @Nullable Object b) {
    return Numbers.isNumber(a) && Numbers.isNumber(b);
  }

  private static boolean wholes(@Nullable Object a, @Nullable Object b) {
    return !(a instanceof Double) && !(b instanceof Double) && numbers(a, b);
  }

  public static Object add(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Double x && right instanceof Double y) {
      return x + y;
    }
    if (left instanceof Long && right instanceof Long) {
      return Numbers.add(left, right);
    }
    if (left instanceof String x && right instanceof String y) {
      return x.isEmpty() ? y : x.concat(y);
    }
    if (left instanceof Long x && right instanceof Double y) {
      return x + y;
    }
    return sumOfAny(left, right);
  }

  private static Object sumOfAny(@Nullable Object left, @Nullable Object right) {
    Object a = member(left);
    Object b = member(right);
    if (a instanceof PyDict<?, ?> x && x.isCounter() && b instanceof java.util.Map<?, ?> y) {
      return Counts.combine(x, y, '+');
    }
    if (a != null && b != null) {
      if (numbers(a, b)) {
        return Numbers.add(a, b);
      }
      if (a instanceof String x && b instanceof String y) {
        return x + y;
      }
      if (isTuple(a) && isTuple(b) && !hasOwn(a, "add") && !hasOwn(b, "radd")) {
        return tuple(Tuple.concat(Iters.of(a), Iters.of(b)));
      }
      if (a instanceof Deque<?> x && b instanceof Deque<?> y) {
        return Py.<Deque<Object>>cast(x).plus(Py.<Deque<Object>>cast(y));
      }
      if (a instanceof List<?> x && b instanceof List<?> y && !isTuple(a) && !isTuple(b)) {
        return Lists.concat(x, y);
      }
    }
    if (a instanceof Bytes x && (b instanceof Bytes || b instanceof ByteArray)) {
      return x.plus(Bytes.ofAny(b));
    }
    if (a instanceof ByteArray x && (b instanceof Bytes || b instanceof ByteArray)) {
      return new ByteArray(x.bytes().plus(Bytes.ofAny(b)));
    }
    if (complex(a, b)) {
      return Complex.from(a).plus(Complex.from(b));
    }
    return overloaded(a, "add", "+", b);
  }

  /** Whether a class over a named tuple has an operator of its own. */
  private static boolean hasOwn(Object a, String operator) {
    return a instanceof NamedTuple && Dyn.has(a, "__" + operator + "__");
  }

  static boolean isTuple(@Nullable Object value) {
    return value instanceof FixedTuple || value instanceof Tuple || value instanceof NamedTuple;
  }

  /** A tuple with the Java class that its length has. */
  static Object tuple(List<? extends @Nullable Object> t) {
    return switch (t.size()) {
      case 0 -> new Tuple0();
      case 1 -> new Tuple1<@Nullable Object>(t.get(0));
      case 2 -> new Tuple2<@Nullable Object, @Nullable Object>(t.get(0), t.get(1));
      case 3 ->
          new Tuple3<@Nullable Object, @Nullable Object, @Nullable Object>(
              t.get(0), t.get(1), t.get(2));
      case 4 ->
          new Tuple4<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object>(
              t.get(0), t.get(1), t.get(2), t.get(3));
      default -> Tuple.copyOf(t);
    };
  }

  /** {@code abs(a)}. */
  public static Object abs(@Nullable Object a) {
    if (a instanceof Double d) {
      return Math.abs(d);
    }
    return switch (a) {
      case Complex c -> c.size();
      case Boolean b -> b ? 1L : 0L;
      case Object n when Numbers.isNumber(n) -> Numbers.abs(Numbers.toNumber(n));
      case Object o when Dyn.has(o, "__abs__") -> Py.<Object>cast(Dyn.invoke(o, "__abs__"));
      case null, default ->
          throw new Errors.TypeError("bad operand type for abs(): '" + Py.typeName(a) + "'");
    };
  }

  /** {@code divmod(a, b)}. */
  public static Object divmod(@Nullable Object a, @Nullable Object b) {
    if (a != null && !Numbers.isNumber(a) && Dyn.has(a, "__divmod__")) {
      return Py.<Object>cast(Dyn.invoke(a, "__divmod__", b));
    }
    return new Tuple2<>(floorDiv(a, b), mod(a, b));
  }

  /** {@code round(a, digits)}. */
  public static Object round(@Nullable Object a, @Nullable Object digits) {
    if (a instanceof Double d) {
      return digits == null ? Numbers.round(d) : (Object) Numbers.round(d, Numbers.toLong(digits));
    }
    if (a == null || (!Numbers.isNumber(a) && !Dyn.has(a, "__round__"))) {
      throw new Errors.TypeError("type " + Py.fullTypeName(a) + " doesn't define __round__ method");
    }
    if (!Numbers.isNumber(a)) {
      return Py.<Object>cast(
          digits == null ? Dyn.invoke(a, "__round__") : Dyn.invoke(a, "__round__", digits));
    }
    if (a instanceof Long n) {
      return digits == null ? n : (Object) Numbers.roundTo(n, Numbers.toLong(digits));
    }
    return Numbers.toNumber(java.util.Objects.requireNonNull(a));
  }

  public static Object subtract(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Double x && right instanceof Double y) {
      return x - y;
    }
    if (left instanceof Long && right instanceof Long) {
      return Numbers.subtract(left, right);
    }
    return differenceOfAny(left, right);
  }

  private static Object differenceOfAny(@Nullable Object left, @Nullable Object right) {
    Object a = member(left);
    Object b = member(right);
    if (a instanceof PyDict<?, ?> x && x.isCounter() && b instanceof java.util.Map<?, ?> y) {
      return Counts.combine(x, y, '-');
    }
    if (a != null && b != null) {
      if (numbers(a, b)) {
        return Numbers.subtract(a, b);
      }
      if (a instanceof Set<?> x && b instanceof Set<?> y) {
        return Sets.difference(x, y);
      }
    }
    if (complex(a, b)) {
      return Complex.from(a).minus(Complex.from(b));
    }
    return overloaded(a, "sub", "-", b);
  }

  public static Object multiply(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Double x && right instanceof Double y) {
      return x * y;
    }
    if (left instanceof Long && right instanceof Long) {
      return Numbers.multiply(left, right);
    }
    return productOfAny(left, right);
  }

  private static Object productOfAny(@Nullable Object left, @Nullable Object right) {
    Object a = factor(left);
    Object b = factor(right);
    if (a != null && b != null) {
      if (numbers(a, b)) {
        return Numbers.multiply(a, b);
      }
      if (a instanceof String s && b instanceof Long n) {
        return Strs.repeat(s, n);
      }
      if (b instanceof String s && a instanceof Long n) {
        return Strs.repeat(s, n);
      }
      if (a instanceof Deque<?> d && b instanceof Long n) {
        return d.times(n);
      }
      if (a instanceof NamedTuple t && b instanceof Long n && !hasOwn(a, "mul")) {
        return Tuple.repeat(t.values(), n);
      }
      if (a instanceof List<?> l && b instanceof Long n) {
        return l instanceof Tuple ? Tuple.repeat(l, n) : Lists.repeat(l, n);
      }
    }
    if (complex(a, b)) {
      return Complex.from(a).times(Complex.from(b));
    }
    return overloaded(a, "mul", "*", b);
  }

  public static Object divide(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Double x) {
      if (b instanceof Double y && y != 0) {
        return x / y;
      }
      if (b instanceof Long y && y != 0) {
        return x / y;
      }
    }
    return quotientOfAny(a, b);
  }

  private static Object quotientOfAny(@Nullable Object a, @Nullable Object b) {
    if (complex(a, b)) {
      return Complex.from(a).over(Complex.from(b));
    }
    return a != null && b != null && numbers(a, b)
        ? Numbers.divideOf(a, b)
        : overloaded(a, "truediv", "/", b);
  }

  public static Object floorDiv(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && numbers(a, b)
        ? Numbers.floorDivOf(a, b)
        : overloaded(a, "floordiv", "//", b);
  }

  public static Object mod(@Nullable Object a, @Nullable Object b) {
    if (a instanceof String s) {
      return Format.percentOf(s, b);
    }
    return a != null && b != null && numbers(a, b)
        ? Numbers.modOf(a, b)
        : overloaded(a, "mod", "%", b);
  }

  public static Object pow(@Nullable Object a, @Nullable Object b) {
    if (complex(a, b)) {
      return Complex.from(a).power(Complex.from(b));
    }
    return a != null && b != null && numbers(a, b)
        ? Numbers.power(a, b)
        : overloaded(a, "pow", "**", b);
  }

  public static Object matmul(@Nullable Object a, @Nullable Object b) {
    return overloaded(a, "matmul", "@", b);
  }

  public static Object shiftLeft(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && wholes(a, b)
        ? Numbers.shiftLeft(a, b)
        : overloaded(a, "lshift", "<<", b);
  }

  public static Object shiftRight(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && wholes(a, b)
        ? Numbers.shiftRight(a, b)
        : overloaded(a, "rshift", ">>", b);
  }

  public static Object and(@Nullable Object a, @Nullable Object b) {
    if (a instanceof PyDict<?, ?> x && x.isCounter() && b instanceof java.util.Map<?, ?> y) {
      return Counts.combine(x, y, '&');
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x && y;
    }
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return Sets.intersection(x, y);
    }
    return a != null && b != null && wholes(a, b)
        ? Numbers.and(a, b)
        : overloaded(a, "and", "&", b);
  }

  public static Object or(@Nullable Object a, @Nullable Object b) {
    if (a instanceof PyDict<?, ?> x && x.isCounter() && b instanceof java.util.Map<?, ?> y) {
      return Counts.combine(x, y, '|');
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x || y;
    }
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return Sets.union(x, y);
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return Dicts.union(x, y);
    }
    if ((isTypes(a) || a == null) && (isTypes(b) || b == null) && (a != null || b != null)) {
      return Tuple.copyOf(Itertools.<Object>chain(types(a), types(b)));
    }
    return a != null && b != null && wholes(a, b) ? Numbers.or(a, b) : overloaded(a, "or", "|", b);
  }

  private static boolean isTypes(@Nullable Object x) {
    return x instanceof PyType || (x instanceof Tuple<?> t && t.get(0) instanceof PyType);
  }

  /** The members of a union of types, which is a tuple of them. */
  private static Iterable<Object> types(@Nullable Object x) {
    return x instanceof Tuple<?> t
        ? Py.<Iterable<Object>>cast(t)
        : Lists.<Object>of(x == null ? PyType.ofValue(null) : x);
  }

  public static Object xor(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return Sets.symmetricDifference(x, y);
    }
    return a != null && b != null && wholes(a, b)
        ? Numbers.xor(a, b)
        : overloaded(a, "xor", "^", b);
  }

  public static Object negate(@Nullable Object a) {
    if (a != null && Numbers.isNumber(a)) {
      return Numbers.negate(a);
    }
    if (a instanceof Complex c) {
      return new Complex(-c.real(), -c.imag());
    }
    if (a != null && Dyn.has(a, "__neg__")) {
      return java.util.Objects.requireNonNull(Dyn.invoke(a, "__neg__"));
    }
    if (member(a) != a) {
      return negate(member(a));
    }
    throw new Errors.TypeError("bad operand type for unary -: '" + Py.typeName(a) + "'");
  }

  /** {@code +a}. */
  public static Object positive(@Nullable Object a) {
    if (a instanceof Boolean b) {
      return b ? 1L : 0L;
    }
    if (a instanceof PyDict<?, ?> d && d.isCounter()) {
      return Counts.combine(d, new PyDict<>(), '+');
    }
    if (a != null && (Numbers.isNumber(a) || a instanceof Complex)) {
      return a;
    }
    if (a != null && Dyn.has(a, "__pos__")) {
      return java.util.Objects.requireNonNull(Dyn.invoke(a, "__pos__"));
    }
    if (member(a) != a) {
      return positive(member(a));
    }
    throw new Errors.TypeError("bad operand type for unary +: '" + Py.typeName(a) + "'");
  }

  public static Object invert(@Nullable Object a) {
    if (a instanceof Flags.Member m) {
      return m.invert();
    }
    if (a != null && !Numbers.isNumber(a) && Dyn.has(a, "__invert__")) {
      return java.util.Objects.requireNonNull(Dyn.invoke(a, "__invert__"));
    }
    if (!Numbers.isNumber(member(a)) || a instanceof Double) {
      throw new Errors.TypeError("bad operand type for unary ~: '" + Py.fullTypeName(a) + "'");
    }
    return Numbers.subtract(Numbers.negate(java.util.Objects.requireNonNull(member(a))), 1L);
  }

  private static boolean isSequence(@Nullable Object value) {
    return value instanceof String || value instanceof List || value instanceof Bytes;
  }

  /** What a method for an operator gives; what comes along takes few types. */
  private static @Nullable Object applied(Object on, String method, @Nullable Object operand) {
    try {
      return Dyn.invoke(on, method, operand);
    } catch (Unsupported e) {
      if (e.isOf(on, operand)) {
        return Py.NOT_IMPLEMENTED;
      }
      throw e;
    } catch (Members.Mismatch e) {
      if (on.getClass().getPackageName().equals("dev.weft.python")) {
        return Py.NOT_IMPLEMENTED;
      }
      throw e;
    }
  }

  /** Java's collections have an {@code add} that is no operator. */
  private static boolean isCollection(Object value) {
    return (value instanceof java.util.Collection || value instanceof Map)
        && value.getClass().getPackage() == Ops.class.getPackage();
  }

  private static Object overloaded(
      @Nullable Object a, String name, String symbol, @Nullable Object b) {
    for (boolean swapped : new boolean[] {false, true}) {
      Object on = swapped ? b : a;
      String method = (swapped ? "__r" : "__") + name + "__";
      if (on != null && !isCollection(on) && Dyn.has(on, method)) {
        Object result = applied(on, method, swapped ? a : b);
        if (result != Py.NOT_IMPLEMENTED) {
          return Py.<Object>cast(result);
        }
      }
    }
    throw unsupported(a, symbol, b);
  }

  /** What is raised where neither of two values says how it compares with the other. */
  public static Errors.TypeError unordered(@Nullable Object a, String symbol, @Nullable Object b) {
    return new Errors.TypeError(
        "'%s' not supported between instances of '%s' and '%s'"
            .formatted(symbol, Py.fullTypeName(a), Py.fullTypeName(b)));
  }

  /** What is raised where neither operand takes the other; to be thrown. */
  public static Errors.TypeError unsupported(
      @Nullable Object a, String symbol, @Nullable Object b) {
    if (symbol.equals("*") && isSequence(a)) {
      return new Errors.TypeError(
          "can't multiply sequence by non-int of type '" + Py.fullTypeName(b) + "'");
    }
    if (symbol.equals("*") && isSequence(b)) {
      return new Errors.TypeError(
          "can't multiply sequence by non-int of type '" + Py.fullTypeName(a) + "'");
    }
    if (symbol.equals("+") && a instanceof String) {
      return new Errors.TypeError(
          "can only concatenate str (not \"" + Py.typeName(b) + "\") to str");
    }
    if (symbol.equals("+") && a instanceof List && !(a instanceof Tuple)) {
      return new Errors.TypeError(
          "can only concatenate list (not \"" + Py.typeName(b) + "\") to list");
    }
    return new Unsupported(a, symbol, b);
  }
}
