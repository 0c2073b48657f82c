package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code super()} in a class that was made at run time. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; a marker is compared.
public final class Super {
  private final PyClass after;
  private final @Nullable Object self;

  private Super(PyClass after, @Nullable Object self) {
    this.after = after;
    this.self = self;
  }

  /** What comes behind a class for an instance, or for a class in a class method. */
  public static Super of(@Nullable Object after, @Nullable Object self) {
    return new Super((PyClass) after, self);
  }

  /** What {@code object} itself has, with the instance as the first argument. */
  static @Nullable Object ofObject(String name) {
    return switch (name) {
      case "__setattr__" ->
          Function.of(
              "object.__setattr__",
              "self, name, value",
              a -> {
                ((PyObject) a[0]).plainAttribute(Py.str(a[1]), a[2]);
                return null;
              });
      case "__getattribute__" ->
          Function.of(
              "object.__getattribute__",
              "self, name",
              a -> ((PyObject) a[0]).plainAttribute(Py.str(a[1])));
      case "__new__" ->
          Function.of("object.__new__", "cls, *args, **named", a -> new PyObject((PyClass) a[0]));
      case "__init__" -> Function.of("object.__init__", "self, *args, **named", a -> null);
      case "__repr__" ->
          Function.of(
              "object.__repr__",
              "self",
              a ->
                  "<__main__."
                      + Py.typeName(a[0])
                      + " object at 0x"
                      + Long.toHexString(Py.id(a[0]))
                      + ">");
      case "__hash__" ->
          Function.of("object.__hash__", "self", a -> (long) System.identityHashCode(a[0]));
      case "__eq__" -> Function.of("object.__eq__", "self, other", a -> a[0] == a[1]);
      case "__str__" -> Function.of("object.__str__", "self", a -> Py.repr(a[0]));
      default -> null;
    };
  }

  @Nullable Object attribute(String name) {
    PyClass type = self instanceof PyClass c ? c : ((PyObject) self).type();
    PyObject instance = self instanceof PyObject o ? o : null;
    Object found = type.findAfter(after, name);
    if (found != PyClass.ABSENT) {
      return name.equals("__new__")
          ? found instanceof Descriptors.StaticMethod s ? s.function() : found
          : Descriptors.bind(found, name, instance, type);
    }
    return switch (name) {
      case "__init__" ->
          Function.of(
              "object.__init__",
              "*args, **named",
              a -> {
                if (!((java.util.List<?>) a[0]).isEmpty() || Py.truth(a[1])) {
                  throw new Errors.TypeError(
                      "object.__init__() takes exactly one argument (the instance to initialize)");
                }
                return null;
              });
      case "__init_subclass__" -> Function.of("object.__init_subclass__", "", a -> null);
      case "__new__" ->
          Function.of("object.__new__", "cls, *args, **named", a -> new PyObject((PyClass) a[0]));
      case "__setattr__" ->
          Function.of(
              "object.__setattr__",
              "name, value",
              a -> {
                instance.plainAttribute(Py.str(a[0]), a[1]);
                return null;
              });
      case "__getattribute__" ->
          Function.of(
              "object.__getattribute__", "name", a -> instance.plainAttribute(Py.str(a[0])));
      case "__repr__", "__str__" ->
          Function.of(
              "object.__repr__",
              "",
              a ->
                  "<__main__."
                      + type.name()
                      + " object at 0x"
                      + Long.toHexString(Py.id(instance))
                      + ">");
      case "__eq__" ->
          Function.of("object.__eq__", "other", a -> a[0] == self ? true : Py.NOT_IMPLEMENTED);
      case "__hash__" ->
          Function.of("object.__hash__", "", a -> (long) System.identityHashCode(self));
      case "__delattr__" ->
          Function.of(
              "object.__delattr__",
              "name",
              a -> {
                instance.fields().remove(Py.str(a[0]));
                return null;
              });
      default -> throw new Errors.AttributeError("'super' object has no attribute '" + name + "'");
    };
  }
}
