package dev.weft.python;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance of a class that was made at run time. */
@SuppressWarnings({
  "NullAway",
  "ReferenceEquality",
  "ComparableType"
}) // None is null; markers are compared.
public final class PyObject
    implements PyCallable,
        Repr,
        Sized,
        Truthy,
        Iterable<Object>,
        Comparable<Object>,
        AsyncSource<Object> {
  private final PyClass type;
  private final PyDict<String, Object> fields = new PyDict<>();

  /** The dict, list, set or value that an instance of a class derived from one is. */
  private final @Nullable Object container;

  PyObject(PyClass type) {
    this.type = type;
    this.container = type.isContainer() ? Inherited.containerOf(type) : null;
  }

  /** An instance that is a value, too. */
  PyObject(PyClass type, Object value) {
    this.type = type;
    this.container = value;
  }

  @Nullable Object container() {
    return container;
  }

  /** Whether its class derives from int, float, str or tuple. */
  boolean isValue() {
    return container != null && InheritedValues.rootOf(type) != null;
  }

  /** Whether it is a value with the hash that its value has. */
  boolean isPlainValue() {
    PyClass root = container == null ? null : InheritedValues.rootOf(type);
    return root != null && type.find("__hash__") == root.find("__hash__");
  }

  PyClass type() {
    return type;
  }

  PyDict<String, Object> fields() {
    return fields;
  }

  boolean has(String method) {
    return type.find(method) != PyClass.ABSENT;
  }

  /** Calls a special method, which the class must have. */
  @Nullable Object special(String method, @Nullable Object... args) {
    Object found = type.find(method);
    if (found == PyClass.ABSENT) {
      throw new Errors.AttributeError(
          "'" + type.name() + "' object has no attribute '" + method + "'");
    }
    return Dyn.call(Descriptors.bind(found, method, this, type), args);
  }

  @Nullable Object attribute(String name) {
    if (has("__getattribute__")) {
      return special("__getattribute__", name);
    }
    return plainAttribute(name);
  }

  @Nullable Object plainAttribute(String name) {
    Object shared = type.find(name);
    if (shared != PyClass.ABSENT && Descriptors.isData(shared)) {
      return Descriptors.bind(shared, name, this, type);
    }
    if (fields.containsKey(name)) {
      return fields.get(name);
    }
    if (shared != PyClass.ABSENT) {
      return Descriptors.bind(shared, name, this, type);
    }
    switch (name) {
      case "__class__" -> {
        return type;
      }
      case "__dict__" -> {
        return fields;
      }
      case "__doc__" -> {
        return type.attribute("__doc__");
      }
      default -> {}
    }
    if (has("__getattr__")) {
      return special("__getattr__", name);
    }
    throw new Errors.AttributeError("'" + type.name() + "' object has no attribute '" + name + "'");
  }

  void attribute(String name, @Nullable Object value) {
    if (has("__setattr__")) {
      special("__setattr__", name, value);
    } else {
      plainAttribute(name, value);
    }
  }

  void plainAttribute(String name, @Nullable Object value) {
    Object shared = type.find(name);
    if (shared instanceof Descriptors.Property p) {
      if (p.setter() == null) {
        throw new Errors.AttributeError(
            "property '" + name + "' of '" + type.name() + "' object has no setter");
      }
      Dyn.call(p.setter(), this, value);
    } else if (shared instanceof PyObject o && o.has("__set__")) {
      o.special("__set__", this, value);
    } else {
      checkSlots(name);
      fields.put(name, value);
    }
  }

  private void checkSlots(String name) {
    boolean closed = true;
    for (PyClass c : type.order()) {
      if (c == PyClass.OBJECT) {
        continue;
      }
      Object slots = c.attributes().getOrDefault("__slots__", PyClass.ABSENT);
      if (slots == PyClass.ABSENT) {
        closed = false;
      } else if (Py.contains(slots instanceof String ? Tuple.of(slots) : slots, name)) {
        return;
      }
    }
    if (closed) {
      throw new Errors.AttributeError(
          "'" + type.name() + "' object has no attribute '" + name + "'");
    }
  }

  void delete(String name) {
    if (has("__delattr__")) {
      special("__delattr__", name);
      return;
    }
    Object shared = type.find(name);
    if (shared instanceof PyObject o && o.has("__delete__")) {
      o.special("__delete__", this);
    } else if (shared instanceof Descriptors.Property p) {
      if (p.deleter() == null) {
        throw new Errors.AttributeError(
            "property '" + name + "' of '" + type.name() + "' object has no deleter");
      }
      Dyn.call(p.deleter(), this);
    } else if (fields.containsKey(name)) {
      fields.remove(name);
    } else {
      throw new Errors.AttributeError(
          "'" + type.name() + "' object has no attribute '" + name + "'");
    }
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    if (!has("__call__")) {
      throw new Errors.TypeError("'" + type.name() + "' object is not callable");
    }
    return special("__call__", args);
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    if (!has("__call__")) {
      throw new Errors.TypeError("'" + type.name() + "' object is not callable");
    }
    return Calls.with(Descriptors.bind(type.find("__call__"), "__call__", this, type), args, named);
  }

  @Override
  public String repr() {
    if (has("__repr__")) {
      return Py.str(special("__repr__"));
    }
    return "<__main__." + type.name() + " object at 0x" + Long.toHexString(Py.id(this)) + ">";
  }

  @Override
  public String toString() {
    return has("__str__") ? Py.str(special("__str__")) : repr();
  }

  @Override
  public long length() {
    if (!has("__len__")) {
      throw new Errors.TypeError("object of type '" + type.name() + "' has no len()");
    }
    return Numbers.toLong(special("__len__"));
  }

  @Override
  public boolean truthy() {
    return has("__bool__") ? Py.truth(special("__bool__")) : !has("__len__") || length() != 0;
  }

  @Override
  public Iterator<Object> iterator() {
    if (has("__iter__")) {
      Object iterator = special("__iter__");
      if (iterator instanceof PyObject o && o.has("__next__")) {
        return Iters.fromNext(() -> o.special("__next__"));
      }
      return Iters.of(iterator).iterator();
    }
    if (has("__getitem__")) {
      long[] at = {0};
      return Iters.fromNext(() -> {
        try {
          return special("__getitem__", at[0]++);
        } catch (Errors.IndexError e) {
          throw new Errors.StopIteration();
        }
      });
    }
    throw new Errors.TypeError("'" + type.name() + "' object is not iterable");
  }

  @Override
  public @Nullable Object nextAsync() {
    return Asyncio.await(special("__anext__"));
  }

  /** What one of two methods says of an object and another, if one of both has it. */
  static @Nullable Object compared(
      @Nullable Object a, @Nullable Object b, String method, String reflected) {
    Object result = Py.NOT_IMPLEMENTED;
    if (a instanceof PyObject o && o.has(method)) {
      result = o.special(method, b);
    }
    if (result == Py.NOT_IMPLEMENTED && b instanceof PyObject o && o.has(reflected)) {
      result = o.special(reflected, a);
    }
    return result;
  }

  @Override
  public int compareTo(Object other) {
    if (has("__lt__")) {
      Object less = special("__lt__", other);
      if (less != Py.NOT_IMPLEMENTED) {
        if (Py.truth(less)) {
          return -1;
        }
        return other instanceof PyObject o && o.has("__lt__") && Py.truth(o.special("__lt__", this))
            ? 1
            : 0;
      }
    }
    if (other instanceof PyObject o && has("__gt__")) {
      return Py.truth(special("__gt__", o)) ? 1 : -1;
    }
    throw new Errors.TypeError(
        "'<' not supported between instances of '"
            + type.name()
            + "' and '"
            + Py.typeName(other)
            + "'");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (has("__eq__")) {
      Object same = special("__eq__", other);
      return same != Py.NOT_IMPLEMENTED && Py.truth(same);
    }
    return false;
  }

  @Override
  public int hashCode() {
    if (has("__hash__")) {
      return Long.hashCode(Numbers.toLong(special("__hash__")));
    }
    if (has("__eq__")) {
      throw new Errors.TypeError("unhashable type: '" + type.name() + "'");
    }
    return System.identityHashCode(this);
  }
}
