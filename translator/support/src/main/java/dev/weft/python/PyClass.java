package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class that is made at run time: with several bases, decorators, or attributes that come and go.
 * Its instances are {@link PyObject}s.
 */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; classes are compared as such.
public final class PyClass extends PyType {
  /** What {@link #find} gives where there is none. */
  static final Object ABSENT = new Object();

  /** {@code object}. */
  public static final PyClass OBJECT = new PyClass("object", List.of());

  /** {@code abc.ABC}. */
  public static final PyClass ABC = new PyClass("ABC", List.of(OBJECT));

  /** {@code typing.Protocol}. */
  public static final PyClass PROTOCOL = new PyClass("Protocol", List.of(OBJECT));

  /** {@code typing.Generic}. */
  public static final PyClass GENERIC = new PyClass("Generic", List.of(OBJECT));

  private final List<PyClass> bases;
  private final List<PyClass> order;
  private final List<PyClass> below = new ArrayList<>();
  private final PyDict<String, Object> attributes = new PyDict<>();
  private boolean isBuiltin;

  private PyClass(String name, List<PyClass> bases) {
    super(name, null, null);
    this.bases = bases;
    this.order = linearize();
    bases.stream().filter(b -> b != OBJECT && b != ABC).forEach(b -> b.below.add(this));
  }

  /** A class without attributes yet. */
  public static PyClass of(String name, @Nullable Object... bases) {
    List<PyClass> known = new ArrayList<>();
    for (Object base : bases) {
      if (!(base instanceof PyClass c)) {
        throw new Errors.TypeError("cannot derive from " + Py.repr(base));
      }
      known.add(c);
    }
    return new PyClass(name, known.isEmpty() ? List.of(OBJECT) : known);
  }

  /** Python's C3: bases before their bases, and in the order written. */
  private List<PyClass> linearize() {
    List<List<PyClass>> rows = new ArrayList<>();
    bases.forEach(b -> rows.add(new ArrayList<>(b.order)));
    rows.add(new ArrayList<>(bases));
    List<PyClass> result = new ArrayList<>();
    result.add(this);
    while (rows.stream().anyMatch(r -> !r.isEmpty())) {
      PyClass next = null;
      for (List<PyClass> row : rows) {
        if (row.isEmpty()) {
          continue;
        }
        PyClass head = row.get(0);
        if (rows.stream().noneMatch(r -> r.lastIndexOf(head) > 0)) {
          next = head;
          break;
        }
      }
      if (next == null) {
        throw new Errors.TypeError(
            "Cannot create a consistent method resolution order (MRO) for bases "
                + String.join(", ", bases.stream().map(PyClass::name).toList()));
      }
      PyClass taken = next;
      result.add(taken);
      rows.forEach(r -> r.remove(taken));
    }
    return result;
  }

  @Override
  void attribute(String attribute, @Nullable Object value) {
    attributes.put(attribute, value);
  }

  /** Gives it an attribute, in its body or later. */
  public PyClass set(String attribute, @Nullable Object value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Ends its body: tells attributes their names and bases of the new class. */
  public PyClass complete(Map<String, Object> keywords) {
    for (Map.Entry<String, Object> e : List.copyOf(attributes.entrySet())) {
      if (e.getValue() instanceof PyObject o && o.type().find("__set_name__") != ABSENT) {
        Dyn.invoke(o, "__set_name__", this, e.getKey());
      }
    }
    for (PyClass above : order.subList(1, order.size())) {
      Object hook = above.attributes.getOrDefault("__init_subclass__", ABSENT);
      if (hook != ABSENT) {
        Object function = hook instanceof Descriptors.ClassMethod c ? c.function() : hook;
        Calls.with(function, new Object[] {this}, keywords);
        break;
      }
    }
    return this;
  }

  /** Whether it derives from a builtin container. */
  boolean isContainer() {
    return order.stream().anyMatch(c -> c.isBuiltin);
  }

  /** Says that instances have a container; of the classes that stand for builtin ones. */
  PyClass builtin() {
    isBuiltin = true;
    return this;
  }

  List<PyClass> order() {
    return order;
  }

  PyDict<String, Object> attributes() {
    return attributes;
  }

  boolean isSubclassOf(PyClass other) {
    return order.contains(other);
  }

  /** An attribute of the class or its bases as it was assigned. */
  @Nullable Object find(String attribute) {
    return findAfter(null, attribute);
  }

  /** The same, in what comes behind one of the bases. */
  @Nullable Object findAfter(@Nullable PyClass after, String attribute) {
    int from = after == null ? 0 : order.indexOf(after) + 1;
    for (int i = from; i < order.size(); i++) {
      Object value = order.get(i).attributes.getOrDefault(attribute, ABSENT);
      if (value != ABSENT) {
        return value;
      }
    }
    return ABSENT;
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return applyWith(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    List<String> lacking =
        attributes.containsKey("__abstractmethods__")
            ? List.<String>of()
            : abstractMethods().stream().sorted().toList();
    if (!lacking.isEmpty()) {
      throw new Errors.TypeError(
          "Can't instantiate abstract class "
              + name()
              + " without an implementation for abstract method"
              + (lacking.size() == 1 ? " '" : "s '")
              + String.join("', '", lacking)
              + "'");
    }
    Object maker = find("__new__");
    Object made;
    if (maker == ABSENT) {
      made = new PyObject(this);
    } else {
      Object[] all = new Object[args.length + 1];
      all[0] = this;
      System.arraycopy(args, 0, all, 1, args.length);
      made =
          Calls.with(
              maker instanceof Descriptors.StaticMethod s ? s.function() : maker, all, named);
    }
    if (made instanceof PyObject o && o.type().isSubclassOf(this)) {
      Object init = o.type().find("__init__");
      if (init != ABSENT) {
        Calls.with(Descriptors.bind(init, "__init__", o, o.type()), args, named);
      } else if (maker == ABSENT && (args.length > 0 || !named.isEmpty())) {
        throw new Errors.TypeError(name() + "() takes no arguments");
      }
    }
    return made;
  }

  private List<String> abstractMethods() {
    List<String> found = new ArrayList<>();
    for (PyClass c : order) {
      c.attributes.forEach((key, value) -> {
        if (isAbstract(value) && find(key) == value) {
          found.add(key);
        }
      });
    }
    return found;
  }

  private static boolean isAbstract(@Nullable Object value) {
    return switch (value) {
      case Function f -> f.attributes().containsKey("__isabstractmethod__");
      case Descriptors.Property p -> isAbstract(p.getter());
      case Descriptors.ClassMethod c -> isAbstract(c.function());
      case null, default -> false;
    };
  }

  @Override
  @Nullable Object made(@Nullable Object[] args, Map<String, Object> named) {
    return applyWith(args, named);
  }

  @Override
  boolean covers(@Nullable Object value) {
    return this == OBJECT || (value instanceof PyObject o && o.type().isSubclassOf(this));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** An attribute as programs read it. */
  @Override
  @Nullable Object attribute(String attribute) {
    Object value = find(attribute);
    if (value != ABSENT) {
      return Descriptors.bind(value, attribute, null, this);
    }
    if (this == OBJECT) {
      Object own = Super.ofObject(attribute);
      if (own != null) {
        return own;
      }
    }
    return switch (attribute) {
      case "__name__", "__qualname__" -> name();
      case "__mro__" -> Tuple.copyOf(order);
      case "__bases__" -> Tuple.copyOf(bases);
      case "__base__" -> bases.isEmpty() ? null : bases.get(0);
      case "__dict__" -> attributes;
      case "__module__" -> this == OBJECT ? "builtins" : "__main__";
      case "__doc__" -> null;
      case "__class__" -> new PyType("type", null);
      case "__subclasses__" -> (Fn0<Object>) () -> Lists.copy(below);
      case "mro" -> (Fn0<Object>) () -> Lists.copy(order);
      default ->
          throw new Errors.AttributeError(
              "type object '" + name() + "' has no attribute '" + attribute + "'");
    };
  }

  @Override
  public String repr() {
    return this == OBJECT ? "<class 'object'>" : "<class '__main__." + name() + "'>";
  }

  @Override
  public String toString() {
    return repr();
  }
}
