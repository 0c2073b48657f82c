package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls with named and spread arguments, of things of which only run time knows what they are. */
@SuppressWarnings("NullAway") // None is null.
public final class Calls {
  private Calls() {}

  /** {@code function(*args, **named)}. */
  public static @Nullable Object with(
      @Nullable Object function, Iterable<?> args, Map<String, ?> named) {
    return with(function, Iters.<@Nullable Object>array(args), Py.cast(named));
  }

  static @Nullable Object with(
      @Nullable Object function, @Nullable Object[] args, Map<String, Object> named) {
    return switch (function) {
      case PyCallable c when named.isEmpty() -> c.apply(args);
      case PyCallable c -> c.applyWith(args, named);
      case Flags f when args.length == 1 -> f.call(args[0]);
      case null -> throw new Errors.TypeError("'NoneType' object is not callable");
      default -> {
        if (named.isEmpty() && Dyn.has(function, "__call__")) {
          yield Dyn.invoke(function, "__call__", args);
        }
        throw new Errors.TypeError("'" + Py.typeName(function) + "' object is not callable");
      }
    };
  }

  /** The arguments of a method in the order of its parameters, whose defaults fill the gaps. */
  public static @Nullable Object[] bound(
      String function,
      String parameters,
      Iterable<?> args,
      Map<String, ?> named,
      @Nullable Object... defaults) {
    return Parameters.parse(parameters)
        .bind(function, 1, Iters.<@Nullable Object>array(args), Py.cast(named), defaults);
  }

  /** {@code on.name(*args, **named)}. */
  public static @Nullable Object method(
      @Nullable Object on, String name, Iterable<?> args, Map<String, ?> named) {
    if (on instanceof java.util.List<?> l && name.equals("sort")) {
      java.util.List<Object> list = Py.cast(l);
      java.util.List<Object> sorted =
          Lists.sortedBy(list, named.get("key"), named.getOrDefault("reverse", Py.cast(false)));
      list.clear();
      list.addAll(sorted);
      return null;
    }
    if (on instanceof String text && name.equals("format")) {
      return Format.format(text, Lists.copy(args), named);
    }
    if (named.isEmpty()) {
      return Dyn.invoke(on, name, Iters.<@Nullable Object>array(args));
    }
    if (on instanceof String || on instanceof PyDict || on instanceof Bytes) {
      @Nullable Object[] all = Builtin.inOrder(name, Iters.<@Nullable Object>array(args), named);
      if (all != null) {
        return Dyn.invoke(on, name, all);
      }
      if (on instanceof PyDict<?, ?> && name.equals("update")) {
        args.forEach(a -> Dyn.invoke(on, name, a));
        return Dyn.invoke(on, name, named);
      }
    }
    if (on != null && !PlainMethods.lacks(on, name)) {
      Object known =
          LibraryTypes.call(on, name, Iters.<@Nullable Object>array(args), Py.cast(named));
      if (known != LibraryTypes.UNKNOWN) {
        return known;
      }
    }
    return with(Dyn.get(on, name), args, named);
  }

  /** Anything that can be called, as such. */
  public static PyCallable callable(@Nullable Object function) {
    return switch (function) {
      case PyCallable c -> c;
      case null -> throw new Errors.TypeError("'NoneType' object is not callable");
      default ->
          Function.of(
              Py.typeName(function),
              "*args, **named",
              a -> with(function, (Iterable<?>) a[0], Py.<Map<String, Object>>cast(a[1])));
    };
  }

  /** A function without arguments. */
  public static <R extends @Nullable Object> Fn0<R> fn0(@Nullable Object f) {
    return f instanceof Fn0<?> g ? Py.<Fn0<R>>cast(g) : () -> Py.<R>cast(Dyn.call(f));
  }

  /** A function of one argument. */
  public static <A extends @Nullable Object, R extends @Nullable Object> Fn1<A, R> fn1(
      @Nullable Object f) {
    return f instanceof Fn1<?, ?> g ? Py.<Fn1<A, R>>cast(g) : a -> Py.<R>cast(Dyn.call(f, a));
  }

  /** A function of two arguments. */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      Fn2<A, B, R> fn2(@Nullable Object f) {
    return f instanceof Fn2<?, ?, ?> g
        ? Py.<Fn2<A, B, R>>cast(g)
        : (a, b) -> Py.<R>cast(Dyn.call(f, a, b));
  }

  /** A function of three arguments. */
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          R extends @Nullable Object>
      Fn3<A, B, C, R> fn3(@Nullable Object f) {
    return f instanceof Fn3<?, ?, ?, ?> g
        ? Py.<Fn3<A, B, C, R>>cast(g)
        : (a, b, c) -> Py.<R>cast(Dyn.call(f, a, b, c));
  }

  /** A function of four arguments. */
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          D extends @Nullable Object,
          R extends @Nullable Object>
      Fn4<A, B, C, D, R> fn4(@Nullable Object f) {
    return f instanceof Fn4<?, ?, ?, ?, ?> g
        ? Py.<Fn4<A, B, C, D, R>>cast(g)
        : (a, b, c, d) -> Py.<R>cast(Dyn.call(f, a, b, c, d));
  }

  /** The named arguments of a call, of which none may be given twice. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static Map<String, Object> named(Map<String, ? extends @Nullable Object>... parts) {
    PyDict<String, Object> all = new PyDict<>();
    for (Map<String, ? extends @Nullable Object> part : parts) {
      for (Map.Entry<String, ? extends @Nullable Object> e : part.entrySet()) {
        if (all.containsKey(e.getKey())) {
          throw new Errors.TypeError(
              "got multiple values for keyword argument '" + e.getKey() + "'");
        }
        all.put(e.getKey(), e.getValue());
      }
    }
    return all;
  }

  /** {@code *args} of unknown type, in a call of a function of that name. */
  public static Iterable<Object> positional(@Nullable Object args, String function) {
    if (args == null || !Iters.isIterable(args)) {
      throw new Errors.TypeError(
          function + "() argument after * must be an iterable, not " + Py.fullTypeName(args));
    }
    return Iters.of(args);
  }

  /** {@code **named} of unknown type, in a call of a function of that name. */
  public static Map<String, Object> keywords(@Nullable Object named, String function) {
    if (!(named instanceof Map) && !(named instanceof PyObject o && o.has("keys"))) {
      throw new Errors.TypeError(
          function + "() argument after ** must be a mapping, not " + Py.fullTypeName(named));
    }
    return Py.cast(named instanceof PyObject ? Convert.to("dict", List.of(named)) : named);
  }

  /** Positional arguments, one part after the other. */
  public static List<Object> positional(Iterable<?>... parts) {
    List<Object> all = new ArrayList<>();
    for (Iterable<?> part : parts) {
      part.forEach(all::add);
    }
    return all;
  }
}
