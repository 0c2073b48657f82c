package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators on values of which only run time knows the types. */
public final class Ops {
  private Ops() {}

  private static boolean numbers(@Nullable Object a, @Nullable Object b) {
    return Numbers.isNumber(a) && Numbers.isNumber(b);
  }

  public static Object add(@Nullable Object a, @Nullable Object b) {
    if (a != null && b != null) {
      if (numbers(a, b)) {
        return Numbers.add(a, b);
      }
      if (a instanceof String x && b instanceof String y) {
        return x + y;
      }
      if (isTuple(a) && isTuple(b)) {
        return tuple(Tuple.concat(Iters.of(a), Iters.of(b)));
      }
      if (a instanceof List<?> x && b instanceof List<?> y && !isTuple(a) && !isTuple(b)) {
        return Lists.concat(x, y);
      }
    }
    return overloaded(a, "add", "+", b);
  }

  private static boolean isTuple(Object value) {
    return value instanceof FixedTuple || value instanceof Tuple;
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

  public static Object subtract(@Nullable Object a, @Nullable Object b) {
    if (a != null && b != null) {
      if (numbers(a, b)) {
        return Numbers.subtract(a, b);
      }
      if (a instanceof Set<?> x && b instanceof Set<?> y) {
        return Sets.difference(x, y);
      }
    }
    return overloaded(a, "sub", "-", b);
  }

  public static Object multiply(@Nullable Object a, @Nullable Object b) {
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
      if (a instanceof List<?> l && b instanceof Long n) {
        return l instanceof Tuple ? Tuple.repeat(l, n) : Lists.repeat(l, n);
      }
    }
    return overloaded(a, "mul", "*", b);
  }

  public static Object divide(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && numbers(a, b)
        ? Numbers.divide(a, b)
        : overloaded(a, "truediv", "/", b);
  }

  public static Object floorDiv(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && numbers(a, b)
        ? Numbers.floorDiv(a, b)
        : overloaded(a, "floordiv", "//", b);
  }

  public static Object mod(@Nullable Object a, @Nullable Object b) {
    if (a instanceof String s) {
      return Format.percentOf(s, b);
    }
    return a != null && b != null && numbers(a, b)
        ? Numbers.mod(a, b)
        : overloaded(a, "mod", "%", b);
  }

  public static Object pow(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && numbers(a, b)
        ? Numbers.power(a, b)
        : overloaded(a, "pow", "**", b);
  }

  public static Object matmul(@Nullable Object a, @Nullable Object b) {
    return overloaded(a, "matmul", "@", b);
  }

  public static Object shiftLeft(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && numbers(a, b)
        ? Numbers.shiftLeft(a, b)
        : overloaded(a, "lshift", "<<", b);
  }

  public static Object shiftRight(@Nullable Object a, @Nullable Object b) {
    return a != null && b != null && numbers(a, b)
        ? Numbers.shiftRight(a, b)
        : overloaded(a, "rshift", ">>", b);
  }

  public static Object and(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x && y;
    }
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return Sets.intersection(x, y);
    }
    return a != null && b != null && numbers(a, b)
        ? Numbers.and(a, b)
        : overloaded(a, "and", "&", b);
  }

  public static Object or(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x || y;
    }
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return Sets.union(x, y);
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return Dicts.union(x, y);
    }
    return a != null && b != null && numbers(a, b) ? Numbers.or(a, b) : overloaded(a, "or", "|", b);
  }

  public static Object xor(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return Sets.symmetricDifference(x, y);
    }
    return a != null && b != null && numbers(a, b)
        ? Numbers.xor(a, b)
        : overloaded(a, "xor", "^", b);
  }

  public static Object negate(@Nullable Object a) {
    if (a != null && Numbers.isNumber(a)) {
      return Numbers.negate(a);
    }
    throw new Errors.TypeError("bad operand type for unary -: '" + Py.typeName(a) + "'");
  }

  public static Object invert(@Nullable Object a) {
    return ~Numbers.toLong(a);
  }

  private static Object overloaded(
      @Nullable Object a, String name, String symbol, @Nullable Object b) {
    if (a != null && Dyn.has(a, "__" + name + "__")) {
      Object result = Dyn.invoke(a, "__" + name + "__", b);
      return java.util.Objects.requireNonNull(result);
    }
    if (symbol.equals("+") && a instanceof String) {
      throw new Errors.TypeError(
          "can only concatenate str (not \"" + Py.typeName(b) + "\") to str");
    }
    if (symbol.equals("+") && a instanceof List && !(a instanceof Tuple)) {
      throw new Errors.TypeError(
          "can only concatenate list (not \"" + Py.typeName(b) + "\") to list");
    }
    throw new Errors.TypeError(
        "unsupported operand type(s) for "
            + symbol
            + ": '"
            + Py.typeName(a)
            + "' and '"
            + Py.typeName(b)
            + "'");
  }
}
