package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code UserDict}, {@code UserList} and {@code UserString}: classes whose instances have a dict,
 * list or text as their attribute {@code data}.
 */
@SuppressWarnings("NullAway") // None is null.
public final class UserCollections {
  /** {@code collections.UserDict}. */
  public static final PyClass DICT = dict();

  /** {@code collections.UserList}. */
  public static final PyClass LIST = list();

  /** {@code collections.UserString}. */
  public static final PyClass STRING = string();

  private static final String TEXTS =
      "capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace"
          + " rjust rstrip strip swapcase title translate upper zfill";

  private static final String ANSWERS =
      "count encode endswith find format index isalnum isalpha isascii isdecimal isdigit"
          + " isidentifier islower isnumeric isprintable isspace istitle isupper join partition"
          + " rfind rindex rpartition rsplit split splitlines startswith";

  private UserCollections() {}

  /** {@code UserDict(…)} and its kind. */
  public static Object make(PyClass type, Map<String, Object> named, @Nullable Object... args) {
    return type.applyWith(args, named);
  }

  private static Object data(PyObject self) {
    return self.attribute("data");
  }

  /** The data of an object of these classes, anything else as it is. */
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof PyObject o
            && (o.type().isSubclassOf(DICT)
                || o.type().isSubclassOf(LIST)
                || o.type().isSubclassOf(STRING))
        ? data(o)
        : Inherited.plain(value);
  }

  private static Object made(PyObject self, Object data) {
    return self.type().apply(data);
  }

  private static @Nullable Object call(Object on, String name, @Nullable Object[] a) {
    List<?> args = Lists.copy(Iters.map(UserCollections::plain, Iters.<Object>of(a[0])));
    return Calls.method(on, name, args, Py.<Map<String, Object>>cast(a[1]));
  }

  private static void compared(PyClass type, String... names) {
    for (String name : names) {
      Inherited.define(
          type,
          name,
          "other",
          (self, a) ->
              switch (name) {
                case "__eq__" -> Py.eq(data(self), plain(a[0]));
                case "__lt__" -> Py.lt(data(self), plain(a[0]));
                case "__le__" -> Py.le(data(self), plain(a[0]));
                case "__gt__" -> Py.lt(plain(a[0]), data(self));
                default -> Py.le(plain(a[0]), data(self));
              });
    }
  }

  private static PyClass dict() {
    PyClass type = PyClass.of("UserDict", AbstractBases.of("MutableMapping"));
    Inherited.define(
        type,
        "__init__",
        "dict=, /, **named",
        (self, a) -> {
          self.attribute("data", new PyDict<>());
          Calls.method(
              self,
              "update",
              a[0] == null ? List.of() : List.of(a[0]),
              Py.<Map<String, Object>>cast(a[1]));
          return null;
        },
        (Object) null);
    Inherited.define(type, "__len__", "", (self, a) -> Py.len(data(self)));
    Inherited.define(
        type,
        "__getitem__",
        "key",
        (self, a) -> {
          Map<Object, Object> data = Py.cast(data(self));
          if (data.containsKey(a[0])) {
            return data.get(a[0]);
          }
          if (self.has("__missing__")) {
            return self.special("__missing__", a[0]);
          }
          throw new Errors.KeyError(a[0]);
        });
    Inherited.define(
        type,
        "__setitem__",
        "key, item",
        (self, a) -> {
          Dyn.setItem(data(self), a[0], a[1]);
          return null;
        });
    Inherited.define(
        type,
        "__delitem__",
        "key",
        (self, a) -> {
          Dyn.delete(data(self), a[0]);
          return null;
        });
    Inherited.define(type, "__iter__", "", (self, a) -> Iters.iter(Iters.of(data(self))));
    Inherited.define(type, "__contains__", "key", (self, a) -> Py.contains(data(self), a[0]));
    Inherited.define(
        type,
        "get",
        "key, default=",
        (self, a) -> Py.contains(self, a[0]) ? self.special("__getitem__", a[0]) : a[1],
        (Object) null);
    Inherited.define(type, "__repr__", "", (self, a) -> Py.repr(data(self)));
    Inherited.define(
        type, "__or__", "other", (self, a) -> made(self, Ops.or(data(self), plain(a[0]))));
    Inherited.define(
        type, "__ror__", "other", (self, a) -> made(self, Ops.or(plain(a[0]), data(self))));
    Inherited.define(
        type,
        "__ior__",
        "other",
        (self, a) -> {
          Py.<Map<Object, Object>>cast(data(self)).putAll(Py.cast(plain(a[0])));
          return self;
        });
    Inherited.define(type, "copy", "", (self, a) -> made(self, data(self)));
    return type;
  }

  private static PyClass list() {
    PyClass type = PyClass.of("UserList", AbstractBases.of("MutableSequence"));
    Inherited.define(
        type,
        "__init__",
        "initlist=",
        (self, a) -> {
          self.attribute("data", a[0] == null ? new PyList<>() : Lists.copy(Iters.of(plain(a[0]))));
          return null;
        },
        (Object) null);
    Inherited.define(type, "__repr__", "", (self, a) -> Py.repr(data(self)));
    compared(type, "__eq__", "__lt__", "__le__", "__gt__", "__ge__");
    Inherited.define(type, "__contains__", "item", (self, a) -> Py.contains(data(self), a[0]));
    Inherited.define(type, "__len__", "", (self, a) -> Py.len(data(self)));
    Inherited.define(
        type,
        "__getitem__",
        "i",
        (self, a) ->
            a[0] instanceof Slice
                ? made(self, Dyn.item(data(self), a[0]))
                : Dyn.item(data(self), a[0]));
    Inherited.define(
        type,
        "__setitem__",
        "i, item",
        (self, a) -> {
          if (a[0] instanceof Slice s) {
            Dyn.setSlice(data(self), s.from(), s.to(), s.by(), plain(a[1]));
          } else {
            Dyn.setItem(data(self), a[0], a[1]);
          }
          return null;
        });
    Inherited.define(
        type,
        "__delitem__",
        "i",
        (self, a) -> {
          if (a[0] instanceof Slice s) {
            Dyn.deleteSlice(data(self), s.from(), s.to(), s.by());
          } else {
            Dyn.delete(data(self), a[0]);
          }
          return null;
        });
    Inherited.define(
        type,
        "__add__",
        "other",
        (self, a) -> made(self, Ops.add(data(self), Lists.copy(Iters.of(plain(a[0]))))));
    Inherited.define(
        type,
        "__radd__",
        "other",
        (self, a) -> made(self, Ops.add(Lists.copy(Iters.of(plain(a[0]))), data(self))));
    Inherited.define(
        type,
        "__iadd__",
        "other",
        (self, a) -> {
          Dyn.invoke(data(self), "extend", plain(a[0]));
          return self;
        });
    for (String name : List.of("__mul__", "__rmul__")) {
      Inherited.define(type, name, "n", (self, a) -> made(self, Ops.multiply(data(self), a[0])));
    }
    Inherited.define(type, "copy", "", (self, a) -> made(self, self));
    for (String name :
        "append insert pop remove clear count index reverse sort extend".split(" ", -1)) {
      Inherited.define(type, name, "*args, **named", (self, a) -> call(data(self), name, a));
    }
    return type;
  }

  private static PyClass string() {
    PyClass type = PyClass.of("UserString", AbstractBases.of("Sequence"));
    Inherited.define(
        type,
        "__init__",
        "seq",
        (self, a) -> {
          self.attribute("data", Py.str(plain(a[0])));
          return null;
        });
    Inherited.define(type, "__str__", "", (self, a) -> data(self));
    Inherited.define(type, "__repr__", "", (self, a) -> Py.repr(data(self)));
    Inherited.define(type, "__hash__", "", (self, a) -> Py.hash(data(self)));
    Inherited.define(type, "__int__", "", (self, a) -> Dyn.call(PyType.builtin("int"), data(self)));
    Inherited.define(
        type, "__float__", "", (self, a) -> Dyn.call(PyType.builtin("float"), data(self)));
    compared(type, "__eq__", "__lt__", "__le__", "__gt__", "__ge__");
    Inherited.define(
        type, "__contains__", "text", (self, a) -> Py.contains(data(self), plain(a[0])));
    Inherited.define(type, "__len__", "", (self, a) -> Py.len(data(self)));
    Inherited.define(type, "__getitem__", "i", (self, a) -> made(self, Dyn.item(data(self), a[0])));
    Inherited.define(
        type,
        "__add__",
        "other",
        (self, a) -> made(self, Py.str(data(self)) + Py.str(plain(a[0]))));
    Inherited.define(
        type,
        "__radd__",
        "other",
        (self, a) -> made(self, Py.str(plain(a[0])) + Py.str(data(self))));
    for (String name : List.of("__mul__", "__rmul__")) {
      Inherited.define(type, name, "n", (self, a) -> made(self, Ops.multiply(data(self), a[0])));
    }
    Inherited.define(
        type, "__mod__", "args", (self, a) -> made(self, Ops.mod(data(self), plain(a[0]))));
    for (String name : TEXTS.split(" ", -1)) {
      Inherited.define(
          type, name, "*args, **named", (self, a) -> made(self, call(data(self), name, a)));
    }
    for (String name : ANSWERS.split(" ", -1)) {
      Inherited.define(type, name, "*args, **named", (self, a) -> call(data(self), name, a));
    }
    return type;
  }
}
