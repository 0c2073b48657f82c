package dev.weft.python;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of {@code collections.abc}, from which programs derive their own: what they ask for
 * is abstract, what follows from that is there.
 */
@SuppressWarnings("NullAway") // None is null.
public final class AbstractBases {
  private static final Map<String, PyClass> ALL = new LinkedHashMap<>();

  static {
    asking("Hashable", "__hash__");
    asking("Sized", "__len__");
    asking("Container", "__contains__");
    asking("Callable", "__call__");
    PyClass iterable = asking("Iterable", "__iter__");
    PyClass iterator = base("Iterator", iterable);
    ask(iterator, "__next__");
    Inherited.define(iterator, "__iter__", "", (self, a) -> self);
    PyClass reversible = base("Reversible", iterable);
    ask(reversible, "__reversed__");
    PyClass collection = base("Collection", of("Sized"), iterable, of("Container"));
    PyClass sequence = base("Sequence", reversible, collection);
    ask(sequence, "__getitem__");
    AbstractSequences.define(sequence);
    PyClass mutableSequence = base("MutableSequence", sequence);
    ask(mutableSequence, "__setitem__", "__delitem__", "insert");
    AbstractSequences.defineChanges(mutableSequence);
    PyClass set = base("Set", collection);
    AbstractSets.define(set);
    PyClass mutableSet = base("MutableSet", set);
    ask(mutableSet, "add", "discard");
    AbstractSets.defineChanges(mutableSet);
    PyClass mapping = base("Mapping", collection);
    ask(mapping, "__getitem__");
    AbstractMappings.define(mapping);
    PyClass mutableMapping = base("MutableMapping", mapping);
    ask(mutableMapping, "__setitem__", "__delitem__");
    AbstractMappings.defineChanges(mutableMapping);
    Inherited.define(
        base("ContextDecorator"),
        "__call__",
        "function",
        (self, a) -> Managers.decorated(self, Calls.callable(a[0])));
    AbstractMappings.defineView(base("KeysView", set), "KeysView");
    AbstractMappings.defineView(base("ItemsView", set), "ItemsView");
    AbstractMappings.defineView(base("ValuesView", collection), "ValuesView");
  }

  private AbstractBases() {}

  /** The class of that name. */
  public static PyClass of(String name) {
    return ALL.get(name);
  }

  private static PyClass base(String name, Object... above) {
    PyClass made = PyClass.of(name, above);
    ALL.put(name, made);
    return made;
  }

  private static PyClass asking(String name, String method) {
    PyClass made = base(name);
    ask(made, method);
    return made;
  }

  private static void ask(PyClass type, String... methods) {
    for (String method : methods) {
      type.set(
          method,
          Descriptors.abstractMethod(
              Function.closure(
                  type.name() + "." + method,
                  "self, *args, **named",
                  a -> {
                    throw new Errors.NotImplementedError();
                  })));
    }
  }

  /** Whether a value is one of a class of that name, by its base or by the methods it has. */
  static boolean isOne(@Nullable Object value, String name) {
    PyClass known = ALL.get(name);
    if (known == null) {
      return false;
    }
    return value instanceof PyObject o
        ? o.type().isSubclassOf(known) || hasMethods(o, name) || isOne(o.container(), name)
        : isBuiltin(value, name);
  }

  private static boolean hasMethods(PyObject o, String name) {
    return switch (name) {
      case "Hashable" -> o.has("__hash__") || !o.has("__eq__");
      case "Sized" -> o.has("__len__");
      case "Container" -> o.has("__contains__");
      case "Iterable" -> o.has("__iter__");
      case "Callable" -> o.has("__call__");
      case "Iterator" -> o.has("__iter__") && o.has("__next__");
      case "Reversible" -> o.has("__iter__") && o.has("__reversed__");
      case "Collection" -> o.has("__len__") && o.has("__iter__") && o.has("__contains__");
      default -> false;
    };
  }

  private static boolean isBuiltin(@Nullable Object value, String name) {
    return switch (name) {
      case "Mapping", "MutableMapping" -> value instanceof Map;
      case "Set" -> value instanceof Set;
      case "MutableSet" -> value instanceof Set && Py.typeName(value).equals("set");
      case "Sequence" -> isSequence(value);
      case "MutableSequence" ->
          isSequence(value) && List.of("list", "deque", "bytearray").contains(Py.typeName(value));
      case "Callable" -> value instanceof PyCallable;
      case "Iterable" -> value instanceof Iterable || isSequence(value) || value instanceof Map;
      case "Iterator" -> value instanceof Iterator || isIterator(value);
      case "Hashable" -> isHashable(value);
      case "Reversible" -> isSequence(value) || value instanceof Map;
      case "Sized", "Container", "Collection" ->
          isSequence(value) || value instanceof Map || value instanceof Set;
      default -> false;
    };
  }

  /** Whether it is one of this library's that are gone through once. */
  private static boolean isIterator(@Nullable Object value) {
    return value instanceof Generator
        || (value instanceof Iterable
            && !(value instanceof java.util.Collection)
            && !(value instanceof PyObject)
            && !isSequence(value)
            && value.getClass().getName().startsWith("dev.weft.python.")
            && !value.getClass().getName().startsWith("dev.weft.python.Views")
            && !(value instanceof FixedTuple)
            && !(value instanceof Range)
            && !(value instanceof Bytes));
  }

  private static boolean isSequence(@Nullable Object value) {
    return value instanceof List
        || value instanceof String
        || value instanceof FixedTuple
        || value instanceof NamedTuple
        || value instanceof Deque
        || value instanceof Bytes
        || value instanceof ByteArray
        || value instanceof MemoryView
        || value instanceof Range;
  }

  private static boolean isHashable(@Nullable Object value) {
    try {
      Py.hash(value);
      return true;
    } catch (Errors.TypeError e) {
      return false;
    }
  }
}
