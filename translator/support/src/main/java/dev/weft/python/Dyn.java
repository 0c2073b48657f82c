package dev.weft.python;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes, items and calls of things of which only run time knows what they are. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class Dyn {
  private Dyn() {}

  /** Whether a special method of one argument is there. */
  static boolean has(Object on, String name) {
    return on instanceof PyObject o
        ? o.has(name)
        : Members.hasMethod(on.getClass(), name)
            || (LibraryTypes.isDeclared(on) && LibraryTypes.hasMethod(on, name));
  }

  static RuntimeException missing(@Nullable Object on, String name) {
    return new Errors.AttributeError(
        "'" + Py.fullTypeName(on) + "' object has no attribute '" + name + "'");
  }

  /** {@code on.name}. */
  public static @Nullable Object get(@Nullable Object on, String name) {
    switch (on) {
      case PyObject o -> {
        return o.attribute(name);
      }
      case PyClass c -> {
        return c.attribute(name);
      }
      case Function f -> {
        return f.attribute(name);
      }
      case Super s -> {
        return s.attribute(name);
      }
      case Descriptors.Property p when name.equals("__doc__") && p.getter() != null -> {
        return get(p.getter(), name);
      }
      case Namespace n when n.values().containsKey(name) -> {
        return n.values().get(name);
      }
      case Namespace n when name.equals("__dict__") -> {
        return n.values();
      }
      case Namespace n when !name.startsWith("__") -> throw missing(on, name);
      case Complex c when name.equals("real") || name.equals("imag") -> {
        return name.equals("real") ? c.real() : c.imag();
      }
      case Flags f when !name.equals("__class__") -> {
        return f.get(name);
      }
      case Flags.Member m when m.has(name) -> {
        return m.attribute(name);
      }
      case Flags.Member m when name.equals("__class__") -> {
        return m.type();
      }
      case Flags.Member m when name.equals("value") || name.equals("name") -> {
        return name.equals("value") ? m.value() : m.name();
      }
      case BoundMethod m -> {
        return name.equals("__self__") ? m.self() : get(m.function(), name);
      }
      case Memo m when name.startsWith("__") -> {
        return name.equals("__wrapped__") ? m.function() : get(m.function(), name);
      }
      case PyCallable c
          when !(c instanceof PyType)
              && !(c instanceof PyObject)
              && (name.equals("__name__") || name.equals("__qualname__")) -> {
        return "<lambda>";
      }
      case Throwable t when Exceptions.hasAttribute(name) -> {
        return Exceptions.attribute(t, name);
      }
      case Errors.SyntaxError s when s.has(name) -> {
        return s.detail(name);
      }
      case Errors.UnicodeError u when u.has(name) -> {
        return u.part(name);
      }
      case PyType t -> {
        return t.attribute(name);
      }
      case PyEnum e when name.equals("value") || name.equals("_value_") -> {
        return e.value();
      }
      case PyEnum e when name.equals("name") || name.equals("_name_") -> {
        return e.name();
      }
      case Boolean b when name.equals("real") || name.equals("numerator") -> {
        return b ? 1L : 0L;
      }
      case Number n when name.equals("real") -> {
        return n;
      }
      case Number n when name.equals("imag") -> {
        return n instanceof Double ? (Object) 0.0 : (Object) 0L;
      }
      case Number n when name.equals("numerator") -> {
        return n;
      }
      case null -> throw missing(on, name);
      default -> {}
    }
    if (name.equals("__class__")) {
      return PyType.ofValue(on);
    }
    if (name.equals("__dict__")) {
      return Members.fields(on);
    }
    if (on instanceof NamedTuple n && name.startsWith("_")) {
      Object known = NamedTuples.attribute(n, name);
      if (known != null) {
        return known;
      }
    }
    if (LibraryTypes.isDeclared(on)) {
      Object known = LibraryTypes.attribute(on, name);
      if (known != LibraryTypes.UNKNOWN) {
        return known;
      }
    }
    Field field = Members.field(on.getClass(), name);
    if (field != null) {
      return Members.read(field, on);
    }
    Method getter = Members.method(on.getClass(), name, 0);
    if (getter != null && (getter.isAnnotationPresent(Property.class) || on instanceof Record)) {
      return Members.call(getter, on);
    }
    if (on instanceof Errors.Raised e && e.attributes().containsKey(name)) {
      return e.attributes().get(name);
    }
    PyCallable method = MethodTable.find(on, name);
    if (method != null) {
      return method;
    }
    if (PlainMethods.lacks(on, name)) {
      throw missing(on, name);
    }
    if (Builtin.has(on, name)
        || LibraryTypes.hasMethod(on, name)
        || Members.hasMethod(on.getClass(), name)) {
      return Function.of(
          Py.typeName(on) + "." + name,
          "*args",
          a -> invoke(on, name, Iters.<@Nullable Object>array((List<?>) a[0])));
    }
    if (Members.hasMethod(on.getClass(), "__getattr__") && !name.startsWith("__")) {
      return invoke(on, "__getattr__", name);
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
    try {
      get(on, name);
      return true;
    } catch (Errors.AttributeError e) {
      return false;
    }
  }

  /** {@code dir(on)}, without what every object has. */
  public static List<String> names(@Nullable Object on) {
    java.util.TreeSet<String> names = new java.util.TreeSet<>();
    switch (on) {
      case PyObject o when o.has("__dir__") ->
          Iters.of(o.special("__dir__")).forEach(n -> names.add(Py.str(n)));
      case PyObject o -> {
        names.addAll(o.fields().keySet());
        o.type().order().forEach(c -> names.addAll(c.attributes().keySet()));
      }
      case PyClass c -> c.order().forEach(b -> names.addAll(b.attributes().keySet()));
      case null -> {}
      default -> names.addAll(Members.names(on.getClass()));
    }
    return Lists.copy(names);
  }

  /** {@code on.name = value}. */
  public static void set(@Nullable Object on, String name, @Nullable Object value) {
    switch (on) {
      case PyObject o -> o.attribute(name, value);
      case PyClass c -> c.set(name, value);
      case Function f -> f.attribute(name, value);
      case Namespace n -> n.values().put(name, value);
      case PyType t -> t.attribute(name, value);
      case null -> throw missing(on, name);
      default -> {
        Method setter = Members.method(on.getClass(), "set_" + name, 1);
        Field field = Members.field(on.getClass(), name);
        if (setter != null && field == null) {
          Members.call(setter, on, value);
        } else if (field != null) {
          Members.write(field, on, value);
        } else if (on instanceof Errors.Raised e) {
          e.attributes().put(name, value);
        } else {
          throw missing(on, name);
        }
      }
    }
  }

  /** {@code del on.name}. */
  public static void deleteAttribute(@Nullable Object on, String name) {
    switch (on) {
      case PyObject o -> o.delete(name);
      case PyClass c when c.attributes().containsKey(name) -> c.attributes().remove(name);
      case Function f when f.attributes().containsKey(name) -> f.attributes().remove(name);
      case null, default -> throw missing(on, name);
    }
  }

  /** {@code on.name(args)}. */
  public static @Nullable Object invoke(
      @Nullable Object on, String name, @Nullable Object... args) {
    if (on instanceof PyObject || on instanceof PyClass || on instanceof Super) {
      return call(get(on, name), args);
    }
    if ((on instanceof Flags.Member m && m.has(name))
        || (on instanceof Flags f && !name.equals("with") && f.has(name))) {
      return call(get(on, name), args);
    }
    if (on != null) {
      PyCallable method = MethodTable.find(on, name);
      if (method != null) {
        return method.apply(args);
      }
      Object known = Builtin.invoke(on, name, args);
      if (known != Builtin.UNKNOWN) {
        return known;
      }
      if (PlainMethods.lacks(on, name)) {
        throw missing(on, name);
      }
      known = LibraryTypes.call(on, name, args, Map.of());
      if (known != LibraryTypes.UNKNOWN) {
        return known;
      }
      if (name.equals("__anext__") && on instanceof AsyncSource<?> source) {
        return Coroutine.of(source::nextAsync);
      }
      Method m = Members.method(on.getClass(), name, args.length);
      if (m != null) {
        return Members.call(m, on, args);
      }
      if (on instanceof PyEnum e && e.isValue()) {
        Object ofValue = Builtin.invoke(e.value(), name, args);
        if (ofValue != Builtin.UNKNOWN) {
          return ofValue;
        }
      }
      Method spread = Members.spread(on.getClass(), name);
      if (spread != null) {
        return Members.call(spread, on, Members.withSpread(spread, args));
      }
      Method longer = Members.withDefaults(on.getClass(), name, args.length);
      if (longer != null) {
        return Members.call(longer, on, java.util.Arrays.copyOf(args, longer.getParameterCount()));
      }
      if (!(on instanceof PyType) && Members.field(on.getClass(), name) == null) {
        LibraryTypes.requireFit(on, name, args);
        Members.requireFit(on, name, args);
      }
    }
    return call(get(on, name), args);
  }

  /** {@code function(args)}. */
  public static @Nullable Object call(@Nullable Object function, @Nullable Object... args) {
    return function instanceof PyCallable c ? c.apply(args) : Calls.with(function, args, Map.of());
  }

  /** {@code function(*args)}. */
  public static @Nullable Object callSpread(@Nullable Object function, Iterable<?> args) {
    return call(function, Iters.<@Nullable Object>array(args));
  }

  /** {@code on[index]}. */
  @SuppressWarnings("unchecked") // Any key may be asked for.
  public static @Nullable Object item(@Nullable Object on, @Nullable Object index) {
    if (on instanceof PyDict<?, ?> dict) {
      Object found = dict.find(index, DictTable.NONE);
      if (found != DictTable.NONE) {
        return found;
      }
    }
    return on instanceof Map<?, ?> m
        ? Dicts.get((Map<Object, Object>) m, index)
        : itemOfOther(on, index);
  }

  private static boolean isIndex(@Nullable Object index) {
    return index instanceof Long
        || index instanceof Boolean
        || (index != null && !(index instanceof Double) && Numbers.isNumber(index))
        || (index != null && has(index, "__index__"));
  }

  /** {@code on[index]}, of a list or a string or whatever says so. */
  public static long place(@Nullable Object index, String of) {
    if (index instanceof Long at) {
      return at;
    }
    if (!isIndex(index)) {
      String type = Py.typeName(index);
      throw new Errors.TypeError(
          of.equals("string")
              ? "string indices must be integers, not '" + type + "'"
              : of + " indices must be integers or slices, not " + type);
    }
    return Numbers.toLong(index);
  }

  /** {@code on[lower:upper]}: one of the two. */
  public static @Nullable Long bound(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!isIndex(value)) {
      throw new Errors.TypeError(
          "slice indices must be integers or None or have an __index__ method");
    }
    return Numbers.toLong(value);
  }

  private static RuntimeException noIndex(List<?> on, @Nullable Object index) {
    return new Errors.TypeError(
        Py.typeName(on) + " indices must be integers or slices, not " + Py.typeName(index));
  }

  private static @Nullable Object itemOfOther(@Nullable Object on, @Nullable Object index) {
    return switch (on) {
      case PyEnum e when e.isValue() -> item(e.value(), index);
      case Object o
          when index instanceof Slice s
              && (o instanceof List
                  || o instanceof String
                  || o instanceof FixedTuple
                  || o instanceof Bytes
                  || o instanceof ByteArray) ->
          slice(o, s.from(), s.to(), s.by());
      case List<?> l when !isIndex(index) -> throw noIndex(l, index);
      case String s when !isIndex(index) ->
          throw new Errors.TypeError(
              "string indices must be integers, not '" + Py.typeName(index) + "'");
      case FixedTuple t when !isIndex(index) ->
          throw new Errors.TypeError(
              "tuple indices must be integers or slices, not " + Py.typeName(index));
      case Bytes b when !isIndex(index) ->
          throw new Errors.TypeError(
              "byte indices must be integers or slices, not " + Py.typeName(index));
      case List<?> l -> Lists.get(l, Numbers.toLong(index));
      case FixedTuple t -> Lists.get(t.values(), Numbers.toLong(index));
      case NamedTuple n -> Lists.get(Tuple.copyOf(n.values()), Numbers.toLong(index));
      case String s -> Strs.get(s, Numbers.toLong(index));
      case Bytes b -> b.get(Numbers.toLong(index));
      case ByteArray b -> b.get(Numbers.toLong(index));
      case MemoryView v -> v.get(Numbers.toLong(index));
      case Flags f -> f.item(Py.str(index));
      case null -> throw new Errors.TypeError("'NoneType' object is not subscriptable");
      default -> {
        if (on instanceof PyClass c && c.find("__class_getitem__") != PyClass.ABSENT) {
          yield call(c.attribute("__class_getitem__"), index);
        }
        if (on instanceof PyType type) {
          yield type;
        }
        if (!has(on, "__getitem__")) {
          throw new Errors.TypeError("'" + Py.typeName(on) + "' object is not subscriptable");
        }
        yield invoke(on, "__getitem__", index);
      }
    };
  }

  /** {@code on[index] = value}. */
  @SuppressWarnings("unchecked") // As above.
  public static void setItem(@Nullable Object on, @Nullable Object index, @Nullable Object value) {
    switch (on) {
      case Map<?, ?> m -> ((Map<Object, Object>) m).put(index, value);
      case List<?> l when !(l instanceof Tuple) && !isIndex(index) -> throw noIndex(l, index);
      case List<?> l when !(l instanceof Tuple) ->
          Lists.set((List<Object>) l, Numbers.toLong(index), value);
      case ByteArray b -> b.set(Numbers.toLong(index), Numbers.toLong(value));
      case MemoryView v -> v.set(Numbers.toLong(index), Numbers.toLong(value));
      case Object o when has(o, "__setitem__") -> invoke(o, "__setitem__", index, value);
      case null, default ->
          throw new Errors.TypeError(
              "'" + Py.typeName(on) + "' object does not support item assignment");
    }
  }

  /** {@code del on[index]}. */
  public static void delete(@Nullable Object on, @Nullable Object index) {
    switch (on) {
      case Map<?, ?> m -> Dicts.delete(m, index);
      case List<?> l when !(l instanceof Tuple) && !isIndex(index) -> throw noIndex(l, index);
      case List<?> l when !(l instanceof Tuple) -> Lists.delete(l, Numbers.toLong(index));
      case ByteArray b -> b.delete(Numbers.toLong(index));
      case Object o when has(o, "__delitem__") -> invoke(o, "__delitem__", index);
      case null, default ->
          throw new Errors.TypeError(
              "'" + Py.typeName(on) + "' object doesn't support item deletion");
    }
  }

  /** {@code on[lower:upper:step] = values}. */
  public static void setSlice(
      @Nullable Object on,
      @Nullable Long lower,
      @Nullable Long upper,
      @Nullable Long step,
      @Nullable Object values) {
    switch (on) {
      case Tuple<?> t -> setItem(t, null, null);
      case List<?> l ->
          Lists.setSlice(Py.<List<Object>>cast(l), lower, upper, step, Iters.of(values));
      case ByteArray b -> b.setSlice(lower, upper, step, values);
      case MemoryView v -> v.setSlice(lower, upper, step, values);
      case null, default -> setItem(on, new Slice(lower, upper, step), values);
    }
  }

  /** {@code del on[lower:upper]}. */
  public static void deleteSlice(@Nullable Object on, @Nullable Long lower, @Nullable Long upper) {
    deleteSlice(on, lower, upper, null);
  }

  /** {@code del on[lower:upper:step]}. */
  public static void deleteSlice(
      @Nullable Object on, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    switch (on) {
      case Tuple<?> t -> delete(new Tuple0(), null);
      case List<?> l -> Lists.deleteSlice(l, lower, upper, step);
      case ByteArray b -> b.deleteSlice(lower, upper, step);
      case null, default -> delete(on, new Slice(lower, upper, step));
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
      case NamedTuple n -> Ops.tuple(Lists.slice(n.values(), lower, upper, step));
      case Bytes b -> Bytes.slice(b, lower, upper, step);
      case ByteArray b -> b.slice(lower, upper, step);
      case MemoryView v -> v.slice(lower, upper, step);
      case Object o when has(o, "__getitem__") ->
          invoke(o, "__getitem__", new Slice(lower, upper, step));
      case null, default ->
          throw new Errors.TypeError("'" + Py.typeName(on) + "' object is not subscriptable");
    };
  }
}
