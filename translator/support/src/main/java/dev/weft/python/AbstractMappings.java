package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapping can do by its keys and items. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; a marker is compared.
final class AbstractMappings {
  private static final Object NONE = new Object();

  private AbstractMappings() {}

  private static @Nullable Object item(PyObject self, @Nullable Object key) {
    return self.special("__getitem__", key);
  }

  private static PyObject view(PyObject self, String name) {
    return (PyObject) AbstractBases.of(name).apply(self);
  }

  /** As a dict. */
  static PyDict<Object, Object> copy(PyObject mapping) {
    PyDict<Object, Object> all = new PyDict<>();
    for (Object key : Iters.<Object>of(Dyn.invoke(mapping, "keys"))) {
      all.put(key, Dyn.item(mapping, key));
    }
    return all;
  }

  static void define(PyClass type) {
    Inherited.define(
        type,
        "get",
        "key, default=",
        (self, a) -> {
          try {
            return item(self, a[0]);
          } catch (Errors.KeyError e) {
            return a[1];
          }
        },
        (Object) null);
    Inherited.define(
        type,
        "__contains__",
        "key",
        (self, a) -> {
          try {
            item(self, a[0]);
            return true;
          } catch (Errors.KeyError e) {
            return false;
          }
        });
    Inherited.define(type, "keys", "", (self, a) -> view(self, "KeysView"));
    Inherited.define(type, "values", "", (self, a) -> view(self, "ValuesView"));
    Inherited.define(type, "items", "", (self, a) -> view(self, "ItemsView"));
    Inherited.define(
        type,
        "__eq__",
        "other",
        (self, a) ->
            AbstractBases.isOne(a[0], "Mapping")
                ? Py.eq(copy(self), Convert.to("dict", List.of(a[0])))
                : Py.NOT_IMPLEMENTED);
  }

  static void defineChanges(PyClass type) {
    Inherited.define(
        type,
        "pop",
        "key, default=",
        (self, a) -> {
          Object value;
          try {
            value = item(self, a[0]);
          } catch (Errors.KeyError e) {
            if (a[1] == NONE) {
              throw e;
            }
            return a[1];
          }
          self.special("__delitem__", a[0]);
          return value;
        },
        NONE);
    Inherited.define(
        type,
        "popitem",
        "",
        (self, a) -> {
          for (Object key : self) {
            Object value = item(self, key);
            self.special("__delitem__", key);
            return Tuple.of(key, value);
          }
          throw new Errors.KeyError();
        });
    Inherited.define(
        type,
        "clear",
        "",
        (self, a) -> {
          while (self.length() > 0) {
            Dyn.invoke(self, "popitem");
          }
          return null;
        });
    Inherited.define(
        type,
        "setdefault",
        "key, default=",
        (self, a) -> {
          try {
            return item(self, a[0]);
          } catch (Errors.KeyError e) {
            self.special("__setitem__", a[0], a[1]);
            return a[1];
          }
        },
        (Object) null);
    Inherited.define(
        type,
        "update",
        "other=, /, **named",
        (self, a) -> {
          if (a[0] != null) {
            Py.<Map<Object, Object>>cast(Convert.to("dict", List.of(a[0])))
                .forEach((k, v) -> self.special("__setitem__", k, v));
          }
          Py.<Map<Object, Object>>cast(a[1]).forEach((k, v) -> self.special("__setitem__", k, v));
          return null;
        },
        (Object) null);
  }

  private static PyObject mapping(PyObject view) {
    return (PyObject) view.fields().get("_mapping");
  }

  /** A live view of a mapping. */
  static void defineView(PyClass type, String name) {
    Inherited.define(
        type,
        "__init__",
        "mapping",
        (self, a) -> {
          self.fields().put("_mapping", a[0]);
          return null;
        });
    Inherited.define(type, "__len__", "", (self, a) -> mapping(self).length());
    Inherited.define(type, "__repr__", "", (self, a) -> name + "(" + Py.repr(mapping(self)) + ")");
    Inherited.define(
        type,
        "__iter__",
        "",
        (self, a) -> {
          PyObject mapping = mapping(self);
          Iterable<Object> keys = Iters.of(mapping);
          return Iters.iter(
              switch (name) {
                case "KeysView" -> keys;
                case "ValuesView" -> Iters.map(k -> item(mapping, k), keys);
                default -> Iters.map(k -> (Object) Tuple.of(k, item(mapping, k)), keys);
              });
        });
    Inherited.define(
        type,
        "__contains__",
        "value",
        (self, a) -> {
          if (name.equals("KeysView")) {
            return Py.contains(mapping(self), a[0]);
          }
          for (Object each : self) {
            if (Py.eq(each, a[0])) {
              return true;
            }
          }
          return false;
        });
    if (!name.equals("ValuesView")) {
      type.set(
          "_from_iterable",
          Descriptors.classMethod(
              Function.of(
                  name + "._from_iterable",
                  "cls, values",
                  a -> new PySet<>(Iters.<Object>of(a[1])))));
    }
  }
}
