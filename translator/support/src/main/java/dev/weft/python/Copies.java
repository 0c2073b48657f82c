package dev.weft.python;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module {@code copy}. */
@SuppressWarnings({"NullAway", "RefactorSwitch"}) // None is null, also among elements.
public final class Copies {
  private final IdentityHashMap<Object, Object> made = new IdentityHashMap<>();
  private final boolean deep;

  private Copies(boolean deep) {
    this.deep = deep;
  }

  /** {@code copy(value)}. */
  public static <T extends @Nullable Object> T shallow(T value) {
    return Py.<T>cast(new Copies(false).copy(value));
  }

  /** {@code deepcopy(value)}. */
  public static <T extends @Nullable Object> T deep(T value) {
    return Py.<T>cast(new Copies(true).copy(value));
  }

  private @Nullable Object inner(@Nullable Object value) {
    return deep ? copy(value) : value;
  }

  private @Nullable Object copy(@Nullable Object value) {
    if (value == null || made.containsKey(value)) {
      return value == null ? null : made.get(value);
    }
    switch (value) {
      case Deque<?> d -> {
        Deque<Object> copy = new Deque<>(List.of(), d.maxLength());
        made.put(value, copy);
        d.forEach(x -> copy.add(inner(x)));
        return copy;
      }
      case Tuple<?> t -> {
        return Tuple.copyOf(Iters.map(this::inner, t));
      }
      case FixedTuple t -> {
        return deep ? Ops.tuple(Lists.copy(Iters.map(this::inner, t.values()))) : t;
      }
      case Range r -> {
        return r;
      }
      case List<?> l -> {
        List<Object> copy = new PyList<>();
        made.put(value, copy);
        l.forEach(x -> copy.add(inner(x)));
        return copy;
      }
      case PyDict<?, ?> d -> {
        PyDict<Object, Object> copy = d.emptyLike();
        made.put(value, copy);
        d.forEach((k, v) -> copy.put(inner(k), inner(v)));
        return copy;
      }
      case Map<?, ?> m -> {
        Map<Object, Object> copy = new PyDict<>();
        made.put(value, copy);
        m.forEach((k, v) -> copy.put(inner(k), inner(v)));
        return copy;
      }
      case PySet<?> s -> {
        return s.isFrozen() ? s : new PySet<>(Iters.map(this::inner, s));
      }
      case Set<?> s -> {
        return new PySet<>(Iters.map(this::inner, s));
      }
      default -> {
        return isPlain(value) ? value : object(value);
      }
    }
  }

  /** What cannot change, and what is one of its kind. */
  private static boolean isPlain(Object value) {
    if (value.getClass() == PyObject.class) {
      return false;
    }
    return value.getClass().getName().startsWith("java.")
        || value.getClass().getName().startsWith("dev.weft.")
        || value instanceof PyCallable
        || value instanceof PyEnum
        || value instanceof Throwable;
  }

  private Object object(Object value) {
    if (Dyn.hasAttribute(value, deep ? "__deepcopy__" : "__copy__")) {
      return deep
          ? Dyn.invoke(value, "__deepcopy__", new PyDict<>())
          : Dyn.invoke(value, "__copy__");
    }
    if (value instanceof PyObject o) {
      return ofRunTime(o);
    }
    try {
      if (value instanceof Record) {
        return deep ? record(value) : value;
      }
      Object copy = Allocation.of(value.getClass());
      made.put(value, copy);
      for (Class<?> c = value.getClass(); c != Object.class; c = c.getSuperclass()) {
        for (Field f : c.getDeclaredFields()) {
          if (!Modifier.isStatic(f.getModifiers())) {
            f.setAccessible(true);
            Object held = f.get(value);
            f.set(copy, held instanceof Attribute<?> a ? a.of(copy, this::inner) : inner(held));
          }
        }
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw Exceptions.from(
          new Errors.TypeError("cannot copy '" + Py.typeName(value) + "' object"), e);
    }
  }

  /** An object of a class that is made at run time, with what its container has if it is one. */
  private PyObject ofRunTime(PyObject value) {
    PyObject copy = new PyObject(value.type());
    made.put(value, copy);
    switch (value.container()) {
      case List<?> l -> l.forEach(x -> Py.<List<Object>>cast(copy.container()).add(inner(x)));
      case Map<?, ?> m ->
          m.forEach(
              (k, v) -> Py.<Map<Object, Object>>cast(copy.container()).put(inner(k), inner(v)));
      case Set<?> s -> s.forEach(x -> Py.<Set<Object>>cast(copy.container()).add(inner(x)));
      case null, default -> {}
    }
    value.fields().forEach((name, held) -> copy.fields().put(name, inner(held)));
    return copy;
  }

  private Object record(Object value) throws ReflectiveOperationException {
    java.lang.reflect.RecordComponent[] parts = value.getClass().getRecordComponents();
    Object[] values = new Object[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i].getAccessor().setAccessible(true);
      values[i] = inner(parts[i].getAccessor().invoke(value));
      types[i] = parts[i].getType();
    }
    Constructor<?> maker = value.getClass().getDeclaredConstructor(types);
    maker.setAccessible(true);
    try {
      return maker.newInstance(values);
    } catch (InvocationTargetException e) {
      throw Exceptions.raise(e.getCause());
    }
  }
}
