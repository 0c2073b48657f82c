package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calling a builtin type does, where only run time knows of it. */
@SuppressWarnings("NullAway") // None is null.
final class Convert {
  private Convert() {}

  static @Nullable Object to(String type, List<?> args, java.util.Map<String, ?> named) {
    if (named.isEmpty()) {
      return to(type, args);
    }
    if (type.equals("dict")) {
      PyDict<Object, Object> all = Py.cast(args.isEmpty() ? new PyDict<>() : dict(args.get(0)));
      all.putAll(named);
      return all;
    }
    if (type.equals("int") && named.size() == 1 && named.containsKey("base")) {
      return Numbers.parse(Py.str(args.get(0)), Numbers.toLong(named.get("base")));
    }
    throw new Errors.TypeError(type + "() takes no keyword arguments here");
  }

  static @Nullable Object to(String type, List<?> args) {
    Object x = args.isEmpty() ? null : args.get(0);
    boolean none = args.isEmpty();
    return switch (type) {
      case "int" ->
          none
              ? (Object) 0L
              : args.size() == 2
                  ? Numbers.parse(Py.str(x), Numbers.toLong(args.get(1)))
                  : Numbers.toInt(x);
      case "float" -> none ? (Object) 0.0 : toFloat(x);
      case "str" -> none ? "" : Py.str(x);
      case "bool" -> Py.truth(x);
      case "list" -> none ? Lists.of() : Lists.copy(Iters.of(x));
      case "tuple" -> none ? new Tuple0() : Ops.tuple(Lists.copy(Iters.of(x)));
      case "set" -> none ? new PySet<>() : new PySet<>(Iters.<Object>of(x));
      case "frozenset" -> none ? PySet.frozen(List.of()) : PySet.frozen(Iters.<Object>of(x));
      case "dict" -> none ? new PyDict<>() : dict(x);
      case "complex" -> Complex.of(none ? 0L : x, args.size() > 1 ? args.get(1) : 0L);
      case "type" -> PyType.ofValue(x);
      default -> throw new Errors.TypeError("cannot create '" + type + "' instances");
    };
  }

  private static Object toFloat(@Nullable Object x) {
    return Numbers.toFloat(x);
  }

  private static Object dict(@Nullable Object x) {
    if (Inherited.plain(x) instanceof java.util.Map<?, ?> m) {
      return new PyDict<>(m);
    }
    if (x instanceof PyObject o && o.has("keys")) {
      return AbstractMappings.copy(o);
    }
    return Dicts.ofAny(Iters.of(x));
  }
}
