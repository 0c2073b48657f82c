package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code a += b} and its kind, of values of which only run time knows what they are. */
@SuppressWarnings("ReferenceEquality") // NotImplemented is one object.
public final class InPlace {
  private static final Object UNCHANGED = new Object();

  private InPlace() {}

  private interface Operation {
    Object of(@Nullable Object a, @Nullable Object b);
  }

  /** {@code a += b}. */
  public static @Nullable Object add(@Nullable Object a, @Nullable Object b) {
    return (a instanceof Number && b instanceof Number)
            || (a instanceof String && b instanceof String)
        ? Ops.add(a, b)
        : of(a, "add", b, Ops::add);
  }

  /** {@code a -= b}. */
  public static @Nullable Object subtract(@Nullable Object a, @Nullable Object b) {
    return a instanceof Number && b instanceof Number
        ? Ops.subtract(a, b)
        : of(a, "sub", b, Ops::subtract);
  }

  /** {@code a *= b}. */
  public static @Nullable Object multiply(@Nullable Object a, @Nullable Object b) {
    return a instanceof Number && b instanceof Number
        ? Ops.multiply(a, b)
        : of(a, "mul", b, Ops::multiply);
  }

  /** {@code a @= b}. */
  public static @Nullable Object matmul(@Nullable Object a, @Nullable Object b) {
    return of(a, "matmul", b, Ops::matmul);
  }

  /** {@code a /= b}. */
  public static @Nullable Object divide(@Nullable Object a, @Nullable Object b) {
    return a instanceof Number && b instanceof Number
        ? Ops.divide(a, b)
        : of(a, "truediv", b, Ops::divide);
  }

  /** {@code a //= b}. */
  public static @Nullable Object floorDiv(@Nullable Object a, @Nullable Object b) {
    return of(a, "floordiv", b, Ops::floorDiv);
  }

  /** {@code a %= b}. */
  public static @Nullable Object mod(@Nullable Object a, @Nullable Object b) {
    return of(a, "mod", b, Ops::mod);
  }

  /** {@code a **= b}. */
  public static @Nullable Object pow(@Nullable Object a, @Nullable Object b) {
    return of(a, "pow", b, Ops::pow);
  }

  /** {@code a <<= b}. */
  public static @Nullable Object shiftLeft(@Nullable Object a, @Nullable Object b) {
    return of(a, "lshift", b, Ops::shiftLeft);
  }

  /** {@code a >>= b}. */
  public static @Nullable Object shiftRight(@Nullable Object a, @Nullable Object b) {
    return of(a, "rshift", b, Ops::shiftRight);
  }

  /** {@code a &= b}. */
  public static @Nullable Object and(@Nullable Object a, @Nullable Object b) {
    return of(a, "and", b, Ops::and);
  }

  /** {@code a |= b}. */
  public static @Nullable Object or(@Nullable Object a, @Nullable Object b) {
    return of(a, "or", b, Ops::or);
  }

  /** {@code a ^= b}. */
  public static @Nullable Object xor(@Nullable Object a, @Nullable Object b) {
    return of(a, "xor", b, Ops::xor);
  }

  /** {@code a |= b} of dicts; counters keep the larger counts. */
  public static void unite(Map<?, ?> a, Map<?, ?> b) {
    Map<Object, Object> to = Py.cast(a);
    boolean isCounter = a instanceof PyDict<?, ?> d && d.isCounter();
    b.forEach((key, value) -> {
      if (!isCounter || !to.containsKey(key) || Py.gt(value, to.get(key))) {
        to.put(key, Py.<Object>cast(value));
      }
    });
  }

  private static @Nullable Object of(
      @Nullable Object a, String name, @Nullable Object b, Operation plain) {
    Object changed =
        a == null || a instanceof Number || a instanceof String ? UNCHANGED : changed(a, name, b);
    if (changed != UNCHANGED) {
      return changed;
    }
    try {
      return plain.of(a, b);
    } catch (Ops.Unsupported e) {
      throw e.inPlace(a, b);
    }
  }

  private static @Nullable Object changed(Object a, String name, @Nullable Object b) {
    switch (a) {
      case java.util.Deque<?> d -> {}
      case Tuple<?> t -> {
        return UNCHANGED;
      }
      case ByteArray l when name.equals("add") -> {
        l.extend(b);
        return l;
      }
      case List<?> l when name.equals("add") -> {
        Iters.addAll(Py.<List<Object>>cast(l), Iters.of(b));
        return l;
      }
      case Set<?> s when name.equals("or") -> {
        Iters.addAll(Py.<Set<Object>>cast(s), Iters.of(b));
        return s;
      }
      case Map<?, ?> m when name.equals("or") -> {
        unite(m, Py.<Map<Object, Object>>cast(b));
        return m;
      }
      default -> {}
    }
    String method = "__i" + name + "__";
    if (Dyn.has(a, method)) {
      Object result = Dyn.invoke(a, method, b);
      if (result != Py.NOT_IMPLEMENTED) {
        return result;
      }
    }
    return UNCHANGED;
  }
}
