package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builtin containers as bases of classes that are made at run time. An instance has the container
 * beside its fields; the methods of these classes work on it.
 */
@SuppressWarnings("NullAway") // None is null.
public final class Inherited {
  /** {@code dict}. */
  public static final PyClass DICT = dict("dict");

  /** {@code collections.OrderedDict}. */
  public static final PyClass ORDERED_DICT = PyClass.of("OrderedDict", DICT);

  /** {@code collections.defaultdict}. */
  public static final PyClass DEFAULT_DICT = defaultDict();

  /** {@code list}. */
  public static final PyClass LIST = list();

  /** {@code set}. */
  public static final PyClass SET = set();

  private Inherited() {}

  /** What a method does with the container of its object and the arguments behind it. */
  interface Work {
    @Nullable Object run(PyObject self, @Nullable Object[] args);
  }

  static void define(PyClass type, String name, String parameters, Work work, Object... defaults) {
    type.set(
        name,
        Function.closure(
            type.name() + "." + name,
            parameters.isEmpty() ? "self" : "self, " + parameters,
            a -> work.run((PyObject) a[0], java.util.Arrays.copyOfRange(a, 1, a.length)),
            defaults));
  }

  /** Methods that a container has as it is. */
  private static void delegate(PyClass type, String names) {
    for (String name : names.split(" ", -1)) {
      define(
          type,
          name,
          "*args, **named",
          (self, a) ->
              Calls.method(
                  self.container(), name, Iters.of(a[0]), Py.<Map<String, Object>>cast(a[1])));
    }
  }

  private static Object[] array(@Nullable Object values) {
    return Iters.<@Nullable Object>array((List<?>) values);
  }

  static @Nullable Object containerOf(PyClass type) {
    return type.isSubclassOf(DICT)
        ? type.isSubclassOf(ORDERED_DICT) ? PyDict.ordered(new PyDict<>()) : new PyDict<>()
        : type.isSubclassOf(LIST) ? new PyList<>() : type.isSubclassOf(SET) ? new PySet<>() : null;
  }

  /** A container as such, of an object that inherits one. */
  static @Nullable Object plain(@Nullable Object value) {
    return value instanceof PyObject o && o.container() != null ? o.container() : value;
  }

  private static Map<Object, Object> map(PyObject self) {
    return Py.cast(self.container());
  }

  private static void shared(PyClass type) {
    define(type, "__len__", "", (self, a) -> Py.len(self.container()));
    define(type, "__iter__", "", (self, a) -> Iters.iter(Iters.of(self.container())));
    define(type, "__contains__", "x", (self, a) -> Py.contains(self.container(), a[0]));
    define(type, "__eq__", "other", (self, a) -> Py.eq(self.container(), plain(a[0])));
    define(type, "__ne__", "other", (self, a) -> !Py.eq(self.container(), plain(a[0])));
  }

  private static PyClass dict(String name) {
    PyClass type = PyClass.of(name).builtin();
    shared(type);
    define(
        type,
        "__init__",
        "*args, **named",
        (self, a) -> {
          Object[] args = array(a[0]);
          if (args.length > 0) {
            map(self)
                .putAll(Py.<Map<Object, Object>>cast(Convert.to("dict", List.of(plain(args[0])))));
          }
          map(self).putAll(Py.<Map<Object, Object>>cast(a[1]));
          return null;
        });
    define(
        type,
        "__getitem__",
        "key",
        (self, a) -> {
          if (!map(self).containsKey(a[0]) && self.has("__missing__")) {
            return self.special("__missing__", a[0]);
          }
          return Dicts.get(map(self), a[0]);
        });
    define(
        type,
        "__setitem__",
        "key, value",
        (self, a) -> {
          map(self).put(a[0], a[1]);
          return null;
        });
    define(
        type,
        "__delitem__",
        "key",
        (self, a) -> {
          Dicts.delete(map(self), a[0]);
          return null;
        });
    define(type, "__repr__", "", (self, a) -> repr(self));
    define(type, "__or__", "other", (self, a) -> Dicts.union(map(self), Py.cast(plain(a[0]))));
    define(
        type,
        "update",
        "other=, **named",
        (self, a) -> {
          if (a[0] != null) {
            map(self)
                .putAll(Py.<Map<Object, Object>>cast(Convert.to("dict", List.of(plain(a[0])))));
          }
          map(self).putAll(Py.<Map<Object, Object>>cast(a[1]));
          return null;
        },
        (Object) null);
    define(type, "keys", "", (self, a) -> map(self).keySet());
    define(type, "values", "", (self, a) -> map(self).values());
    define(type, "items", "", (self, a) -> Dicts.items(map(self)));
    define(
        type,
        "move_to_end",
        "key, last=",
        (self, a) -> {
          Dicts.moveToEnd(map(self), a[0], Py.truth(a[1]));
          return null;
        },
        true);
    define(
        type,
        "popitem",
        "last=",
        (self, a) -> Py.truth(a[0]) ? Dicts.popItem(map(self)) : Dicts.popFirst(map(self)),
        true);
    delegate(type, "get pop setdefault clear copy");
    return type;
  }

  private static String repr(PyObject self) {
    String plain = Py.dict(map(self));
    return self.type().isSubclassOf(ORDERED_DICT)
        ? self.type().name() + "(" + (map(self).isEmpty() ? "" : plain) + ")"
        : self.type().isSubclassOf(DEFAULT_DICT)
            ? self.type().name()
                + "("
                + Py.repr(self.attribute("default_factory"))
                + ", "
                + plain
                + ")"
            : plain;
  }

  private static PyClass defaultDict() {
    PyClass type = PyClass.of("defaultdict", DICT);
    define(
        type,
        "__init__",
        "default_factory=, *args, **named",
        (self, a) -> {
          self.fields().put("default_factory", a[0]);
          Object[] args = array(a[1]);
          if (args.length > 0) {
            map(self)
                .putAll(Py.<Map<Object, Object>>cast(Convert.to("dict", List.of(plain(args[0])))));
          }
          map(self).putAll(Py.<Map<Object, Object>>cast(a[2]));
          return null;
        },
        (Object) null);
    define(
        type,
        "__missing__",
        "key",
        (self, a) -> {
          Object factory = self.attribute("default_factory");
          if (factory == null) {
            throw new Errors.KeyError(a[0]);
          }
          Object made = Dyn.call(factory);
          map(self).put(a[0], made);
          return made;
        });
    return type;
  }

  private static PyClass list() {
    PyClass type = PyClass.of("list").builtin();
    shared(type);
    define(
        type,
        "__init__",
        "values=",
        (self, a) -> {
          if (a[0] != null) {
            Iters.addAll(Py.<List<Object>>cast(self.container()), Iters.of(a[0]));
          }
          return null;
        },
        (Object) null);
    define(type, "__getitem__", "index", (self, a) -> Dyn.item(self.container(), a[0]));
    define(
        type,
        "__setitem__",
        "index, value",
        (self, a) -> {
          if (a[0] instanceof Slice s) {
            Dyn.setSlice(self.container(), s.from(), s.to(), s.by(), a[1]);
          } else {
            Dyn.setItem(self.container(), a[0], a[1]);
          }
          return null;
        });
    define(
        type,
        "__delitem__",
        "index",
        (self, a) -> {
          if (a[0] instanceof Slice s) {
            Dyn.deleteSlice(self.container(), s.from(), s.to(), s.by());
          } else {
            Dyn.delete(self.container(), a[0]);
          }
          return null;
        });
    define(type, "__repr__", "", (self, a) -> Py.repr(self.container()));
    define(type, "__add__", "other", (self, a) -> Ops.add(self.container(), plain(a[0])));
    define(type, "__lt__", "other", (self, a) -> Py.lt(self.container(), plain(a[0])));
    define(
        type,
        "sort",
        "*, key=, reverse=",
        (self, a) -> {
          List<Object> items = Py.cast(self.container());
          List<Object> sorted = Lists.sortedBy(items, a[0], a[1]);
          items.clear();
          items.addAll(sorted);
          return null;
        },
        null,
        false);
    delegate(type, "append extend insert remove pop clear index count reverse copy");
    return type;
  }

  private static PyClass set() {
    PyClass type = PyClass.of("set").builtin();
    shared(type);
    define(
        type,
        "__init__",
        "values=",
        (self, a) -> {
          if (a[0] != null) {
            Iters.addAll(Py.<java.util.Set<Object>>cast(self.container()), Iters.of(a[0]));
          }
          return null;
        },
        (Object) null);
    define(
        type,
        "__repr__",
        "",
        (self, a) -> {
          String plain = Py.repr(self.container());
          return self.type().name() + (plain.equals("set()") ? "()" : "(" + plain + ")");
        });
    for (String op : List.of("or", "and", "sub", "xor")) {
      define(
          type,
          "__" + op + "__",
          "other",
          (self, a) ->
              switch (op) {
                case "or" -> Ops.or(self.container(), plain(a[0]));
                case "and" -> Ops.and(self.container(), plain(a[0]));
                case "sub" -> Ops.subtract(self.container(), plain(a[0]));
                default -> Ops.xor(self.container(), plain(a[0]));
              });
    }
    delegate(
        type,
        "add discard remove update union intersection difference issubset issuperset isdisjoint pop"
            + " clear copy");
    return type;
  }
}
