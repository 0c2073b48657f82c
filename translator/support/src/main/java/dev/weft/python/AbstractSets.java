package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a set can do by its members. */
@SuppressWarnings("NullAway") // None is null.
final class AbstractSets {
  private AbstractSets() {}

  private static boolean isSet(@Nullable Object value) {
    return AbstractBases.isOne(value, "Set");
  }

  private static boolean isIterable(@Nullable Object value) {
    return AbstractBases.isOne(value, "Iterable");
  }

  /** A set of the class of another, of these members. */
  private static @Nullable Object like(PyObject self, Iterable<?> members) {
    return Dyn.invoke(self, "_from_iterable", Lists.copy(members));
  }

  private static List<Object> filter(@Nullable Object values, Predicate<Object> keep) {
    List<Object> kept = new PyList<>();
    for (Object each : Iters.<Object>of(values)) {
      if (keep.test(each)) {
        kept.add(each);
      }
    }
    return kept;
  }

  private static boolean isWithin(@Nullable Object a, @Nullable Object b) {
    if (Py.len(a) > Py.len(b)) {
      return false;
    }
    return filter(a, x -> !Py.contains(b, x)).isEmpty();
  }

  private static @Nullable Object compare(
      @Nullable Object other, java.util.function.BooleanSupplier test) {
    return isSet(other) ? (Object) test.getAsBoolean() : Py.NOT_IMPLEMENTED;
  }

  static void define(PyClass type) {
    type.set(
        "_from_iterable",
        Descriptors.classMethod(
            Function.of("Set._from_iterable", "cls, values", a -> Dyn.call(a[0], a[1]))));
    Inherited.define(
        type, "__le__", "other", (self, a) -> compare(a[0], () -> isWithin(self, a[0])));
    Inherited.define(
        type, "__ge__", "other", (self, a) -> compare(a[0], () -> isWithin(a[0], self)));
    Inherited.define(
        type,
        "__lt__",
        "other",
        (self, a) -> compare(a[0], () -> self.length() < Py.len(a[0]) && isWithin(self, a[0])));
    Inherited.define(
        type,
        "__gt__",
        "other",
        (self, a) -> compare(a[0], () -> self.length() > Py.len(a[0]) && isWithin(a[0], self)));
    Inherited.define(
        type,
        "__eq__",
        "other",
        (self, a) -> compare(a[0], () -> self.length() == Py.len(a[0]) && isWithin(self, a[0])));
    Inherited.define(
        type,
        "isdisjoint",
        "other",
        (self, a) -> filter(a[0], x -> Py.contains(self, x)).isEmpty());
    for (String name : List.of("__and__", "__rand__")) {
      Inherited.define(
          type,
          name,
          "other",
          (self, a) ->
              isIterable(a[0])
                  ? like(self, filter(a[0], x -> Py.contains(self, x)))
                  : Py.NOT_IMPLEMENTED);
    }
    for (String name : List.of("__or__", "__ror__")) {
      Inherited.define(
          type,
          name,
          "other",
          (self, a) -> isIterable(a[0]) ? like(self, joined(self, a[0])) : Py.NOT_IMPLEMENTED);
    }
    Inherited.define(
        type,
        "__sub__",
        "other",
        (self, a) ->
            isIterable(a[0])
                ? like(self, filter(self, x -> !Py.contains(a[0], x)))
                : Py.NOT_IMPLEMENTED);
    Inherited.define(
        type,
        "__rsub__",
        "other",
        (self, a) ->
            isIterable(a[0])
                ? like(self, filter(a[0], x -> !Py.contains(self, x)))
                : Py.NOT_IMPLEMENTED);
    for (String name : List.of("__xor__", "__rxor__")) {
      Inherited.define(
          type,
          name,
          "other",
          (self, a) ->
              isIterable(a[0])
                  ? like(
                      self,
                      joined(
                          filter(self, x -> !Py.contains(a[0], x)),
                          filter(a[0], x -> !Py.contains(self, x))))
                  : Py.NOT_IMPLEMENTED);
    }
  }

  private static List<Object> joined(@Nullable Object a, @Nullable Object b) {
    List<Object> all = new ArrayList<>(filter(a, x -> true));
    all.addAll(filter(b, x -> true));
    return all;
  }

  static void defineChanges(PyClass type) {
    Inherited.define(
        type,
        "remove",
        "value",
        (self, a) -> {
          if (!Py.contains(self, a[0])) {
            throw new Errors.KeyError(a[0]);
          }
          return Dyn.invoke(self, "discard", a[0]);
        });
    Inherited.define(
        type,
        "pop",
        "",
        (self, a) -> {
          for (Object first : self) {
            Dyn.invoke(self, "discard", first);
            return first;
          }
          throw new Errors.KeyError();
        });
    Inherited.define(
        type,
        "clear",
        "",
        (self, a) -> {
          filter(self, x -> true).forEach(x -> Dyn.invoke(self, "discard", x));
          return null;
        });
    Inherited.define(
        type, "__ior__", "other", (self, a) -> change(self, "add", Lists.copy(Iters.of(a[0]))));
    Inherited.define(
        type,
        "__iand__",
        "other",
        (self, a) -> change(self, "discard", filter(self, x -> !Py.contains(a[0], x))));
    Inherited.define(
        type, "__isub__", "other", (self, a) -> change(self, "discard", filter(a[0], x -> true)));
    Inherited.define(
        type,
        "__ixor__",
        "other",
        (self, a) -> {
          for (Object each : filter(a[0], x -> true)) {
            Dyn.invoke(self, Py.contains(self, each) ? "discard" : "add", each);
          }
          return self;
        });
  }

  private static PyObject change(PyObject self, String method, List<?> values) {
    values.forEach(v -> Dyn.invoke(self, method, v));
    return self;
  }
}
