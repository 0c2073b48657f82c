package dev.weft.python;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes, items and calls of things of which only run time knows what they are. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class Dyn {
  private Dyn() {}

  private static String java(String name) {
    if (name.startsWith("__") && name.endsWith("__")) {
      return name.substring(2, name.length() - 2);
    }
    StringBuilder out = new StringBuilder();
    boolean upper = false;
    for (char c : name.replaceAll("^_+", "").toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return out.toString();
  }

  private static @Nullable Method method(Object on, String name, int count) {
    for (Class<?> c = on.getClass(); c != null; c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        boolean named = m.getName().equals(java(name)) || m.getName().equals(java(name) + "_");
        if (named && m.getParameterCount() == count && !m.isBridge()) {
          m.setAccessible(true);
          return m;
        }
      }
    }
    return null;
  }

  static boolean has(Object on, String name) {
    return method(on, name, 1) != null;
  }

  private static RuntimeException missing(@Nullable Object on, String name) {
    return new Errors.AttributeError(
        "'" + Py.typeName(on) + "' object has no attribute '" + name + "'");
  }

  /** {@code on.name}. */
  public static @Nullable Object get(@Nullable Object on, String name) {
    if (on instanceof Throwable t && name.equals("args")) {
      return Errors.args(t);
    }
    if (on instanceof PyType t && name.equals("__name__")) {
      return t.name();
    }
    if (on instanceof PyEnum e && name.equals("value")) {
      return e.value();
    }
    if (on instanceof PyEnum e && name.equals("name")) {
      return e.name();
    }
    if (on != null) {
      try {
        for (Class<?> c = on.getClass(); c != null; c = c.getSuperclass()) {
          for (Field f : c.getDeclaredFields()) {
            if (f.getName().equals(java(name)) || f.getName().equals(name)) {
              f.setAccessible(true);
              return f.get(on);
            }
          }
        }
        Method getter = method(on, name, 0);
        if (getter != null) {
          return getter.invoke(on);
        }
      } catch (InvocationTargetException e) {
        throw Errors.raise(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    throw missing(on, name);
  }

  /** {@code getattr(on, name, fallback)}. */
  public static @Nullable Object getOr(
      @Nullable Object on, String name, @Nullable Object fallback) {
    try {
      return get(on, name);
    } catch (Errors.AttributeError e) {
      return fallback;
    }
  }

  /** {@code hasattr(on, name)}. */
  public static boolean hasAttribute(@Nullable Object on, String name) {
    if (on == null) {
      return false;
    }
    for (Class<?> c = on.getClass(); c != null; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (f.getName().equals(java(name))) {
          return true;
        }
      }
      for (Method m : c.getDeclaredMethods()) {
        if (m.getName().equals(java(name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code on.name = value}. */
  public static void set(@Nullable Object on, String name, @Nullable Object value) {
    if (on != null) {
      for (Class<?> c = on.getClass(); c != null; c = c.getSuperclass()) {
        for (Field f : c.getDeclaredFields()) {
          if (f.getName().equals(java(name)) || f.getName().equals(name)) {
            try {
              f.setAccessible(true);
              f.set(on, value);
              return;
            } catch (IllegalAccessException e) {
              throw new IllegalStateException(e);
            }
          }
        }
      }
    }
    throw missing(on, name);
  }

  /** {@code on.name(args)}. */
  public static @Nullable Object invoke(
      @Nullable Object on, String name, @Nullable Object... args) {
    if (on != null) {
      Object known = Builtin.invoke(on, name, args);
      if (known != Builtin.UNKNOWN) {
        return known;
      }
      Method m = method(on, name, args.length);
      if (m != null) {
        try {
          return m.invoke(on, args);
        } catch (InvocationTargetException e) {
          throw Errors.raise(e.getCause());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        } catch (IllegalArgumentException e) {
          throw Errors.from(
              new Errors.TypeError(
                  name + "() got arguments of other types than it was translated for"),
              e);
        }
      }
    }
    throw missing(on, name);
  }

  /** {@code function(args)}. */
  public static @Nullable Object call(@Nullable Object function, @Nullable Object... args) {
    if (function instanceof PyCallable c) {
      return c.apply(args);
    }
    if (function instanceof PyType t && t.type() != null) {
      return t.make(args);
    }
    throw new Errors.TypeError("'" + Py.typeName(function) + "' object is not callable");
  }

  /** {@code function(*args)}. */
  public static @Nullable Object callSpread(@Nullable Object function, Iterable<?> args) {
    return call(function, Iters.<@Nullable Object>array(args));
  }

  /** {@code on[index]}. */
  @SuppressWarnings("unchecked") // Any key may be asked for.
  public static @Nullable Object item(@Nullable Object on, @Nullable Object index) {
    return switch (on) {
      case Map<?, ?> m -> Dicts.get((Map<Object, Object>) m, index);
      case List<?> l -> Lists.get(l, Numbers.toLong(index));
      case FixedTuple t -> Lists.get(t.values(), Numbers.toLong(index));
      case NamedTuple n -> Lists.get(n.values(), Numbers.toLong(index));
      case String s -> Strs.get(s, Numbers.toLong(index));
      case Bytes b -> b.get(Numbers.toLong(index));
      case null -> throw new Errors.TypeError("'NoneType' object is not subscriptable");
      default -> {
        Method m = method(on, "item", 1);
        if (m == null) {
          throw new Errors.TypeError("'" + Py.typeName(on) + "' object is not subscriptable");
        }
        yield invoke(on, "item", index);
      }
    };
  }

  /** {@code on[index] = value}. */
  @SuppressWarnings("unchecked") // As above.
  public static void setItem(@Nullable Object on, @Nullable Object index, @Nullable Object value) {
    switch (on) {
      case Map<?, ?> m -> ((Map<Object, Object>) m).put(index, value);
      case List<?> l when !(l instanceof Tuple) ->
          Lists.set((List<Object>) l, Numbers.toLong(index), value);
      case null, default ->
          throw new Errors.TypeError(
              "'" + Py.typeName(on) + "' object does not support item assignment");
    }
  }

  /** {@code del on[index]}. */
  public static void delete(@Nullable Object on, @Nullable Object index) {
    switch (on) {
      case Map<?, ?> m -> Dicts.delete(m, index);
      case List<?> l -> Lists.delete(l, Numbers.toLong(index));
      case null, default ->
          throw new Errors.TypeError(
              "'" + Py.typeName(on) + "' object doesn't support item deletion");
    }
  }

  /** {@code on[lower:upper]}. */
  public static @Nullable Object slice(
      @Nullable Object on, @Nullable Long lower, @Nullable Long upper) {
    return slice(on, lower, upper, null);
  }

  /** {@code on[lower:upper:step]}. */
  public static @Nullable Object slice(
      @Nullable Object on, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    return switch (on) {
      case String s -> Strs.slice(s, lower, upper, step);
      case Tuple<?> t -> Tuple.slice(t, lower, upper, step);
      case FixedTuple t -> Ops.tuple(Lists.slice(t.values(), lower, upper, step));
      case List<?> l -> Lists.slice(l, lower, upper, step);
      case Bytes b -> Bytes.slice(b, lower, upper);
      case null, default ->
          throw new Errors.TypeError("'" + Py.typeName(on) + "' object is not subscriptable");
    };
  }
}
