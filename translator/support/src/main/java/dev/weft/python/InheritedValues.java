package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code int}, {@code float}, {@code str} and {@code tuple} as bases of classes that are made at
 * run time. An instance has the value beside its fields; what is calculated with it is plain.
 */
@SuppressWarnings("NullAway") // None is null.
public final class InheritedValues {
  /** What does something with two operands. */
  private interface Operation {
    Object of(@Nullable Object a, @Nullable Object b);
  }

  private static final Map<String, Operation> OPERATIONS =
      Map.ofEntries(
          Map.entry("add", Ops::add),
          Map.entry("sub", Ops::subtract),
          Map.entry("mul", Ops::multiply),
          Map.entry("truediv", Ops::divide),
          Map.entry("floordiv", Ops::floorDiv),
          Map.entry("mod", Ops::mod),
          Map.entry("pow", Ops::pow),
          Map.entry("and", Ops::and),
          Map.entry("or", Ops::or),
          Map.entry("xor", Ops::xor),
          Map.entry("lshift", Ops::shiftLeft),
          Map.entry("rshift", Ops::shiftRight),
          Map.entry("divmod", Ops::divmod));

  /** {@code int}. */
  public static final PyClass INT = number("int");

  /** {@code float}. */
  public static final PyClass FLOAT = number("float");

  /** {@code str}. */
  public static final PyClass STR = str();

  /** {@code tuple}. */
  public static final PyClass TUPLE = tuple();

  private InheritedValues() {}

  /** The builtin type that a class derives from; null if from none of these. */
  static @Nullable PyClass rootOf(PyClass type) {
    for (PyClass root : type.order()) {
      if (root == INT || root == FLOAT || root == STR || root == TUPLE) {
        return root;
      }
    }
    return null;
  }

  /** {@code int.__new__(cls, args)}. */
  static PyObject make(PyClass type, PyClass root, List<?> args, Map<String, Object> named) {
    List<?> plain = Lists.copy(Iters.map(Inherited::plain, args));
    return new PyObject(type, Convert.to(root.name(), plain, named));
  }

  /** {@code int.__new__(cls, args)}, of the builtin type of that name. */
  public static @Nullable Object make(String name, @Nullable Object type, Object... args) {
    return Calls.with(
        Dyn.get(PyType.builtin(name), "__new__"),
        Iters.<Object>array(Lists.concat(Lists.of(type), Lists.of(args))),
        Map.of());
  }

  private static Object value(PyObject self) {
    return self.container();
  }

  private static PyClass base(String name, String operations) {
    PyClass type = PyClass.of(name);
    type.set(
        "__new__",
        Function.of(
            name + ".__new__",
            "cls, /, *args, **named",
            a -> make((PyClass) a[0], type, (List<?>) a[1], Py.cast(a[2]))));
    Inherited.define(type, "__repr__", "", (self, a) -> Py.repr(value(self)));
    Inherited.define(type, "__hash__", "", (self, a) -> Py.hash(value(self)));
    Inherited.define(
        type,
        "__format__",
        "spec",
        (self, a) -> Py.str(a[0]).isEmpty() ? Py.str(self) : Format.of(value(self), Py.str(a[0])));
    Inherited.define(type, "__eq__", "o", (self, a) -> Py.eq(value(self), Inherited.plain(a[0])));
    Inherited.define(type, "__ne__", "o", (self, a) -> !Py.eq(value(self), Inherited.plain(a[0])));
    Inherited.define(type, "__lt__", "o", (self, a) -> Py.lt(value(self), Inherited.plain(a[0])));
    Inherited.define(type, "__le__", "o", (self, a) -> Py.le(value(self), Inherited.plain(a[0])));
    Inherited.define(type, "__gt__", "o", (self, a) -> Py.lt(Inherited.plain(a[0]), value(self)));
    Inherited.define(type, "__ge__", "o", (self, a) -> Py.le(Inherited.plain(a[0]), value(self)));
    for (String name1 : operations.split(" ", -1)) {
      Operation operation = OPERATIONS.get(name1);
      Inherited.define(
          type,
          "__" + name1 + "__",
          "other",
          (self, a) -> operation.of(value(self), Inherited.plain(a[0])));
      Inherited.define(
          type,
          "__r" + name1 + "__",
          "other",
          (self, a) -> operation.of(Inherited.plain(a[0]), value(self)));
    }
    return type;
  }

  private static void delegate(PyClass type, String names) {
    for (String name : names.split(" ", -1)) {
      Inherited.define(
          type,
          name,
          "*args, **named",
          (self, a) ->
              Calls.method(
                  value(self),
                  name,
                  Lists.copy(Iters.map(Inherited::plain, Iters.<Object>of(a[0]))),
                  Py.<Map<String, Object>>cast(a[1])));
    }
  }

  private static PyClass number(String name) {
    boolean isInt = name.equals("int");
    PyClass type =
        base(
            name,
            "add sub mul truediv floordiv mod pow divmod"
                + (isInt ? " and or xor lshift rshift" : ""));
    Inherited.define(type, "__bool__", "", (self, a) -> Py.truth(value(self)));
    Inherited.define(
        type, "__int__", "", (self, a) -> Convert.to("int", List.of(value(self)), Map.of()));
    Inherited.define(type, "__float__", "", (self, a) -> Numbers.toDouble(value(self)));
    Inherited.define(type, "__neg__", "", (self, a) -> Ops.negate(value(self)));
    Inherited.define(type, "__pos__", "", (self, a) -> value(self));
    Inherited.define(type, "__abs__", "", (self, a) -> Ops.abs(value(self)));
    Inherited.define(
        type, "__round__", "digits=", (self, a) -> Ops.round(value(self), a[0]), (Object) null);
    Inherited.define(type, "__trunc__", "", (self, a) -> self.special("__int__"));
    Inherited.define(type, "__floor__", "", (self, a) -> PyMath.floorOf(value(self)));
    Inherited.define(type, "__ceil__", "", (self, a) -> PyMath.ceilOf(value(self)));
    if (isInt) {
      Inherited.define(type, "__index__", "", (self, a) -> value(self));
      Inherited.define(type, "__invert__", "", (self, a) -> Ops.invert(value(self)));
      delegate(type, "bit_length bit_count to_bytes as_integer_ratio conjugate");
    } else {
      delegate(type, "is_integer as_integer_ratio hex conjugate");
    }
    for (String part : List.of("real", "imag", "numerator", "denominator")) {
      type.set(
          part,
          Descriptors.property(
              Function.of(part, "self", a -> Dyn.get(value((PyObject) a[0]), part)), null, null));
    }
    return type;
  }

  private static void items(PyClass type) {
    Inherited.define(type, "__len__", "", (self, a) -> Py.len(value(self)));
    Inherited.define(type, "__iter__", "", (self, a) -> Iters.iter(Iters.of(value(self))));
    Inherited.define(
        type, "__contains__", "x", (self, a) -> Py.contains(value(self), Inherited.plain(a[0])));
    Inherited.define(type, "__getitem__", "i", (self, a) -> Dyn.item(value(self), a[0]));
  }

  private static PyClass str() {
    PyClass type = base("str", "add mul mod");
    items(type);
    Inherited.define(type, "__str__", "", (self, a) -> value(self));
    delegate(
        type,
        "capitalize casefold center count encode endswith expandtabs find format format_map index"
            + " isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric"
            + " isprintable isspace istitle isupper join ljust lower lstrip partition"
            + " removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip"
            + " split splitlines startswith strip swapcase title translate upper zfill");
    return type;
  }

  private static PyClass tuple() {
    PyClass type = base("tuple", "add mul");
    items(type);
    delegate(type, "count index");
    return type;
  }
}
