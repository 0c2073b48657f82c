package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class, as a value. */
@SuppressWarnings("NullAway") // None is null.
public sealed class PyType implements Repr, PyCallable permits PyClass {
  /** Where CPython has the classes of its library that it does not say are built in. */
  private static final Map<String, String> MODULES = modules();

  private final String name;
  private final @Nullable Class<?> type;
  private final @Nullable PyCallable maker;

  PyType(String name, @Nullable Class<?> type, @Nullable PyCallable maker) {
    this.name = name;
    this.type = type;
    this.maker = maker;
  }

  PyType(String name, @Nullable Class<?> type) {
    this(name, type, null);
  }

  /** Its name. */
  public final String name() {
    return name;
  }

  final @Nullable Class<?> type() {
    return type;
  }

  /** The Java class that it is; empty for one that is made at run time. */
  public final java.util.Optional<Class<?>> javaClass() {
    return java.util.Optional.ofNullable(type);
  }

  /** The type of a value. */
  public static PyType ofValue(@Nullable Object value) {
    return value instanceof PyObject o
        ? o.type()
        : new PyType(
            Py.typeName(value),
            value == null
                ? null
                : value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass());
  }

  /** The type of a Java class. */
  public static PyType of(Class<?> type) {
    return new PyType(Exceptions.pythonName(type), type);
  }

  /** The type of a Java class, and what calling it does. */
  public static PyType of(Class<?> type, PyCallable maker) {
    return new PyType(Exceptions.pythonName(type), type, maker);
  }

  /** A class of the library as a value, under the name that it has there. */
  public static PyType of(String name, Class<?> type, PyCallable maker) {
    return new PyType(name, type, maker);
  }

  /** A builtin type as a value. */
  public static PyType builtin(String name) {
    return new PyType(
        name,
        null,
        Function.of(
            name,
            "*args, **named",
            a -> Convert.to(name, (java.util.List<?>) a[0], Py.cast(a[1]))));
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return make(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    return make(args, named);
  }

  final @Nullable Object make(@Nullable Object[] args, Map<String, Object> named) {
    Object made = made(args, named);
    return made instanceof Throwable e ? Exceptions.unraised(e) : made;
  }

  @Nullable Object made(@Nullable Object[] args, Map<String, Object> named) {
    if (maker != null) {
      return named.isEmpty() ? maker.apply(args) : maker.applyWith(args, named);
    }
    if (type != null && type.isEnum() && args.length == 1) {
      return Enums.find(type, args[0]);
    }
    if (type == null || !named.isEmpty()) {
      throw new Errors.TypeError("cannot make a '" + name + "' of these arguments");
    }
    return Members.make(type, name, args);
  }

  boolean covers(@Nullable Object value) {
    return (type != null && type.isInstance(value)) || (isBuiltin() && Py.isInstance(value, name));
  }

  private boolean isBuiltin() {
    return type == null
        || (!Throwable.class.isAssignableFrom(type)
            && (type.getName().startsWith("java.")
                || type.getName().startsWith("dev.weft.python.")));
  }

  boolean isSubclassOf(PyType other) {
    return equals(other)
        || other.name.equals("object")
        || (name.equals("bool") && other.name.equals("int"))
        || (type != null && other.type != null && other.type.isAssignableFrom(type));
  }

  @Nullable Object attribute(String attribute) {
    return switch (attribute) {
      case "__name__", "__qualname__" -> name;
      case "__module__" -> isBuiltin() ? "builtins" : "__main__";
      case "__class__" -> new PyType("type", null);
      case "__mro__", "__bases__", "__base__" -> {
        List<Object> order = new java.util.ArrayList<>();
        order.add(this);
        for (Class<?> c = type == null ? null : type.getSuperclass();
            c != null
                && !c.getName().startsWith("java.lang.Object")
                && !c.isRecord()
                && c != Record.class
                && c != Enum.class;
            c = c.getSuperclass()) {
          order.add(of(c));
        }
        order.add(PyClass.OBJECT);
        yield attribute.equals("__mro__")
            ? Tuple.copyOf(order)
            : attribute.equals("__base__") ? order.get(1) : Ops.tuple(order.subList(1, 2));
      }
      default -> {
        if (attribute.equals("__members__") && type != null && type.isEnum()) {
          yield Enums.byName(type);
        }
        if (type != null && NamedTuple.class.isAssignableFrom(type) && attribute.startsWith("_")) {
          yield NamedTuples.ofType(this, type, attribute);
        }
        if (type != null) {
          java.lang.reflect.Field field = Members.field(type, attribute);
          if (field != null && java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
            yield Members.read(field, type);
          }
          if (Members.hasMethod(type, attribute)) {
            yield Function.of(name + "." + attribute, "*args", a -> method(attribute, a[0]));
          }
        }
        if (attribute.equals("__new__") && ROOTS.contains(name)) {
          yield rootOf(name).find("__new__");
        }
        if (type == null && maker != null) {
          yield Function.of(
              name + "." + attribute,
              "self, *args",
              a ->
                  a[0] instanceof PyObject o && o.container() != null
                      ? Dyn.invoke(
                          o.container(),
                          attribute,
                          Iters.<@Nullable Object>array((java.util.List<?>) a[1]))
                      : Dyn.invoke(
                          a[0],
                          attribute,
                          Iters.<@Nullable Object>array((java.util.List<?>) a[1])));
        }
        throw new Errors.AttributeError(
            "type object '" + name + "' has no attribute '" + attribute + "'");
      }
    };
  }

  private static final java.util.Set<String> ROOTS =
      java.util.Set.of("int", "float", "str", "tuple");

  private static PyClass rootOf(String name) {
    return switch (name) {
      case "int" -> InheritedValues.INT;
      case "float" -> InheritedValues.FLOAT;
      case "str" -> InheritedValues.STR;
      default -> InheritedValues.TUPLE;
    };
  }

  /** Calls a method by its class: with the instance first, unless it is static. */
  private @Nullable Object method(String attribute, @Nullable Object arguments) {
    Object[] args = Iters.<@Nullable Object>array((java.util.List<?>) arguments);
    java.lang.reflect.Method own = Members.method(type, attribute, args.length);
    if (own != null && java.lang.reflect.Modifier.isStatic(own.getModifiers())) {
      return Members.call(own, type, args);
    }
    return Dyn.invoke(args[0], attribute, java.util.Arrays.copyOfRange(args, 1, args.length));
  }

  void attribute(String attribute, @Nullable Object value) {
    java.lang.reflect.Field field = type == null ? null : Members.field(type, attribute);
    if (field == null) {
      throw new Errors.AttributeError(
          "type object '" + name + "' has no attribute '" + attribute + "'");
    }
    Members.write(field, type, value);
  }

  private static Map<String, String> modules() {
    Map<String, String> modules = new java.util.HashMap<>();
    Map.of(
            "asyncio.exceptions",
            "CancelledError InvalidStateError IncompleteReadError LimitOverrunError"
                + " BrokenBarrierError",
            "_asyncio",
            "Task Future",
            "asyncio.queues",
            "Queue PriorityQueue LifoQueue QueueEmpty QueueFull",
            "asyncio.locks",
            "Lock Event Semaphore BoundedSemaphore Condition Barrier",
            "asyncio.streams",
            "StreamReader StreamWriter",
            "asyncio.taskgroups",
            "TaskGroup",
            "collections",
            "Counter deque defaultdict OrderedDict ChainMap",
            "datetime",
            "datetime date time timedelta timezone",
            "pathlib",
            "Path PosixPath",
            "itertools",
            "count cycle chain")
        .forEach((module, names) -> add(modules, module, names));
    Map.of(
            "decimal", "Decimal",
            "fractions", "Fraction",
            "uuid", "UUID",
            "random", "Random",
            "json.decoder", "JSONDecodeError",
            "re", "Pattern Match",
            "_io", "StringIO BytesIO",
            "types", "SimpleNamespace MappingProxyType",
            "functools", "partial",
            "statistics", "StatisticsError NormalDist")
        .forEach((module, names) -> add(modules, module, names));
    return Map.copyOf(modules);
  }

  private static void add(Map<String, String> modules, String module, String names) {
    for (String name : names.split(" ", -1)) {
      modules.put(name, module);
    }
  }

  @Override
  public String repr() {
    boolean own =
        type != null
            && !type.getName().startsWith("java.")
            && !type.getName().startsWith("dev.weft.");
    if (own && type.isEnum()) {
      return "<enum '" + name + "'>";
    }
    String module = own ? "__main__" : MODULES.get(name);
    return "<class '" + (module == null ? "" : module + ".") + name + "'>";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PyType t && !(t instanceof PyClass) && t.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return repr();
  }
}
