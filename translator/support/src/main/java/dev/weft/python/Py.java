package dev.weft.python;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python's builtins that work on anything. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class Py {
  /** {@code ...}. */
  public static final Object ELLIPSIS =
      new Repr() {
        @Override
        public String repr() {
          return "Ellipsis";
        }

        @Override
        public String toString() {
          return "Ellipsis";
        }
      };

  /** {@code NotImplemented}. */
  public static final Object NOT_IMPLEMENTED =
      new Repr() {
        @Override
        public String repr() {
          return "NotImplemented";
        }

        @Override
        public String toString() {
          return "NotImplemented";
        }
      };

  private Py() {}

  /** {@code print(values)}. */
  public static void print(@Nullable Object... values) {
    printWith(" ", "\n", values);
  }

  /** {@code print(values, sep=, end=)}. */
  public static void printWith(
      @Nullable String separator, @Nullable String end, @Nullable Object... values) {
    TextStream.out(printed(separator, end, values));
  }

  /** What print writes. */
  static String printed(
      @Nullable String separator, @Nullable String end, @Nullable Object... values) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.append(separator == null ? " " : separator);
      }
      out.append(str(values[i]));
    }
    return out.append(end == null ? "\n" : end).toString();
  }

  /** {@code str(value)}. */
  public static String str(@Nullable Object value) {
    return value instanceof String s ? s : textOf(value);
  }

  private static String textOf(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Throwable t -> ownText(t);
      default -> repr0(value, false);
    };
  }

  private static String ownText(Throwable t) {
    try {
      if (t.getClass().getMethod("toString").getDeclaringClass() != Throwable.class) {
        return t.toString();
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    return Exceptions.text(t);
  }

  /** {@code repr(value)}. */
  public static String repr(@Nullable Object value) {
    return repr0(value, true);
  }

  private static String repr0(@Nullable Object value, boolean quoted) {
    return switch (value) {
      case null -> "None";
      case String s -> quoted ? Strs.repr(s) : s;
      case Boolean b -> b ? "True" : "False";
      case Double d -> Numbers.repr(d);
      case Integer i -> i.toString();
      case Long l -> l.toString();
      case BigInteger b -> b.toString();
      case PyEnum e when quoted && e instanceof Enum<?> x ->
          "<"
              + Exceptions.pythonName(x.getDeclaringClass())
              + "."
              + x.name()
              + ": "
              + repr(e.value())
              + ">";
      case Repr r when quoted -> r.repr();
      case Throwable t -> Exceptions.repr(t);
      case Views.Keys<?> k -> k.repr();
      case Views.Values<?> v -> v.repr();
      case Views.Items<?> v -> v.repr();
      case FixedTuple t -> tuple(t.values());
      case Tuple<?> t -> tuple(t);
      case Deque<?> d -> d.repr();
      case Range r -> r.toString();
      case List<?> l -> join(l, "[", "]");
      case PyDict<?, ?> d -> d.repr();
      case Map<?, ?> m -> dict(m);
      case PySet<?> s -> s.repr();
      case Set<?> s -> s.isEmpty() ? "set()" : join(s, "{", "}");
      default -> isPlain(value) ? plain(value) : value.toString();
    };
  }

  /** Whether a class of the program has no text of its own. */
  private static boolean isPlain(Object value) {
    Class<?> type = value.getClass();
    try {
      return !type.getName().startsWith("java.")
          && type.getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(Object value) {
    boolean own = !value.getClass().getName().startsWith("dev.weft.");
    return "<"
        + (own ? "__main__." : "")
        + typeName(value)
        + " object at 0x"
        + Long.toHexString(id(value))
        + ">";
  }

  static String dict(Map<?, ?> m) {
    return m.entrySet().stream()
        .map(e -> inner(m, e.getKey()) + ": " + inner(m, e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String inner(Object container, @Nullable Object value) {
    return value == container ? container instanceof Map ? "{...}" : "[...]" : repr(value);
  }

  static String join(Collection<?> values, String open, String close) {
    return values.stream()
        .map(v -> inner(values, v))
        .collect(Collectors.joining(", ", open, close));
  }

  private static String tuple(List<?> values) {
    return values.size() == 1 ? "(" + repr(values.get(0)) + ",)" : join(values, "(", ")");
  }

  /** {@code ascii(value)}. */
  public static String ascii(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    repr(value)
        .codePoints()
        .forEach(c -> {
          if (c < 128) {
            out.append((char) c);
          } else {
            out.append(
                c < 256
                    ? "\\x%02x".formatted(c)
                    : c < 65536 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
          }
        });
    return out.toString();
  }

  /** {@code bool(value)}. */
  public static boolean truth(@Nullable Object value) {
    return value instanceof Boolean b
        ? b
        : value instanceof String s
            ? !s.isEmpty()
            : value instanceof PyList<?> l ? !l.isEmpty() : truthOfOther(value);
  }

  private static boolean truthOfOther(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Long l -> l != 0;
      case Integer i -> i != 0;
      case Double d -> d != 0;
      case BigInteger b -> b.signum() != 0;
      case Truthy t -> t.truthy();
      case Sized s -> s.length() != 0;
      case Collection<?> c -> !c.isEmpty();
      case Map<?, ?> m -> !m.isEmpty();
      case Tuple0 t -> false;
      case Bytes b -> b.length() > 0;
      default -> true;
    };
  }

  /** {@code a == b}. */
  public static boolean eq(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return !(a instanceof Double d && d.isNaN());
    }
    if (a == null || b == null) {
      return false;
    }
    if (a instanceof String x && b instanceof String y) {
      return isSameText(x, y);
    }
    if (a instanceof Long x && b instanceof Long y) {
      return x.longValue() == y.longValue();
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x.doubleValue() == y.doubleValue();
    }
    return equal(a, b);
  }

  /** {@code a == b} of a text, such as a literal: less for the compiler to look into. */
  public static boolean eq(@Nullable Object a, String b) {
    return (a instanceof String x && b != null) ? isSameText(x, b) : eq(a, (Object) b);
  }

  private static boolean isSameText(String x, String y) {
    if (x == y) {
      return true;
    }
    // A short text has its hash at hand, and mostly differs in that.
    int length = x.length();
    return length == y.length() && (length > 8 || x.hashCode() == y.hashCode()) && x.equals(y);
  }

  private static boolean equal(Object a, Object b) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return Numbers.compare(a, b) == 0;
    }
    if (a instanceof List<?> x
        && b instanceof List<?> y
        && !(a instanceof Tuple)
        && !(b instanceof Tuple)) {
      return sameElements(x, y);
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return Dicts.equal(x, y);
    }
    if (a instanceof NamedTuple n && !(b instanceof NamedTuple)) {
      return eq(Tuple.copyOf(n.values()), b);
    }
    if (b instanceof NamedTuple n && !(a instanceof NamedTuple)) {
      return eq(a, Tuple.copyOf(n.values()));
    }
    if (a instanceof PyEnum e && !(b instanceof PyEnum) && e.isValue()) {
      return eq(e.value(), b);
    }
    if (b instanceof PyEnum e && !(a instanceof PyEnum) && e.isValue()) {
      return eq(a, e.value());
    }
    return a.equals(b) || (b.equals(a) && !(b instanceof String));
  }

  static boolean sameElements(List<?> x, List<?> y) {
    if (x.size() != y.size()) {
      return false;
    }
    Iterator<?> other = y.iterator();
    for (Object item : x) {
      if (!eq(item, other.next())) {
        return false;
      }
    }
    return true;
  }

  /** {@code a is b}; small immutable values count as one. */
  public static boolean same(@Nullable Object a, @Nullable Object b) {
    boolean value =
        a instanceof Number
            || a instanceof Boolean
            || a instanceof String
            || a instanceof PyType
            || a instanceof Function;
    return a == b
        || (value && b != null && a != null && a.getClass() == b.getClass() && a.equals(b));
  }

  /** {@code a < b}. */
  public static boolean lt(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x < y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x < y;
      }
      if (b instanceof Long y && Numbers.isExact(y)) {
        return x < y;
      }
    }
    Object own = PyObject.compared(a, b, "__lt__", "__gt__");
    if (own != NOT_IMPLEMENTED) {
      return truth(own);
    }
    return ordered(a, b) && compare(a, b, "<") < 0;
  }

  /** {@code a <= b}. */
  public static boolean le(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x <= y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x <= y;
      }
      if (b instanceof Long y && Numbers.isExact(y)) {
        return x <= y;
      }
    }
    Object own = PyObject.compared(a, b, "__le__", "__ge__");
    if (own != NOT_IMPLEMENTED) {
      return truth(own);
    }
    return ordered(a, b)
        && ((a instanceof Set<?> x && b instanceof Set<?> y)
            ? y.containsAll(x)
            : compare(a, b, "<=") <= 0);
  }

  /** {@code a > b}. */
  public static boolean gt(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x > y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x > y;
      }
      if (b instanceof Long y && Numbers.isExact(y)) {
        return x > y;
      }
    }
    Object own = PyObject.compared(a, b, "__gt__", "__lt__");
    if (own != NOT_IMPLEMENTED) {
      return truth(own);
    }
    return ordered(a, b) && compare(a, b, ">") > 0;
  }

  /** {@code a >= b}. */
  public static boolean ge(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x >= y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x >= y;
      }
      if (b instanceof Long y && Numbers.isExact(y)) {
        return x >= y;
      }
    }
    Object own = PyObject.compared(a, b, "__ge__", "__le__");
    if (own != NOT_IMPLEMENTED) {
      return truth(own);
    }
    return ordered(a, b)
        && ((a instanceof Set<?> x && b instanceof Set<?> y)
            ? x.containsAll(y)
            : compare(a, b, ">=") >= 0);
  }

  private static boolean ordered(@Nullable Object a, @Nullable Object b) {
    return !((a instanceof Double x && x.isNaN()) || (b instanceof Double y && y.isNaN()));
  }

  /** The order of two values, for sorting. */
  public static int compare(@Nullable Object a, @Nullable Object b) {
    return compare(a, b, "<");
  }

  private static int compare(@Nullable Object a, @Nullable Object b, String op) {
    if (b instanceof PyObject y && y.isValue() && !(a instanceof PyObject)) {
      return truth(y.special("__gt__", a)) ? -1 : eq(a, b) ? 0 : 1;
    }
    if (a instanceof String x && b instanceof String y) {
      return Strs.compare(x, y);
    }
    if (a != null && b != null && Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return Numbers.compare(a, b);
    }
    if (a instanceof Tuple2<?, ?> x && b instanceof Tuple2<?, ?> y) {
      return !eq(x.first(), y.first())
          ? compare(x.first(), y.first(), op)
          : eq(x.second(), y.second()) ? 0 : compare(x.second(), y.second(), op);
    }
    return orderOfOthers(a, b, op);
  }

  @SuppressWarnings("unchecked") // Comparable of its own class, which is checked.
  private static int orderOfOthers(@Nullable Object a, @Nullable Object b, String op) {
    if ((a instanceof Decimal && Decimal.comparable(b))
        || (b instanceof Decimal && Decimal.comparable(a))) {
      return Decimal.order(a, b);
    }
    if ((a instanceof Fraction && Fraction.comparable(b))
        || (b instanceof Fraction && Fraction.comparable(a))) {
      return Fraction.order(a, b);
    }
    if (a instanceof NamedTuple && a instanceof Comparable<?> c && a.getClass().isInstance(b)) {
      return ((Comparable<Object>) c).compareTo(Py.<Object>cast(b));
    }
    List<?> x = sequence(a);
    List<?> y = sequence(b);
    if (x != null && y != null && Ops.isTuple(a) == Ops.isTuple(b)) {
      Iterator<?> left = x.iterator();
      Iterator<?> right = y.iterator();
      while (left.hasNext() && right.hasNext()) {
        Object l = left.next();
        Object r = right.next();
        if (!eq(l, r)) {
          return compare(l, r, op);
        }
      }
      return Integer.compare(x.size(), y.size());
    }
    if (a instanceof Set<?> s && b instanceof Set<?> t) {
      return s.size() < t.size() && t.containsAll(s)
          ? -1
          : t.size() < s.size() && s.containsAll(t) ? 1 : op.equals("<") ? 1 : -1;
    }
    if (a instanceof PyEnum && Dyn.has(a, "__lt__")) {
      return truth(Dyn.invoke(a, "__lt__", b)) ? -1 : truth(Dyn.invoke(b, "__lt__", a)) ? 1 : 0;
    }
    Object one = Ops.member(a);
    Object other = Ops.member(b);
    if (one != a || other != b) {
      return compare(one, other, op);
    }
    if (a instanceof Comparable<?> c
        && b != null
        && !(a instanceof Enum)
        && orderedAs(a.getClass()).isInstance(b)) {
      return ((Comparable<Object>) c).compareTo(b);
    }
    throw Ops.unordered(a, op, b);
  }

  /** The class whose order it is: the highest that has one. */
  private static Class<?> orderedAs(Class<?> type) {
    Class<?> at = type;
    while (at.getSuperclass() != null && Comparable.class.isAssignableFrom(at.getSuperclass())) {
      at = at.getSuperclass();
    }
    return at;
  }

  private static @Nullable List<?> sequence(@Nullable Object value) {
    return switch (value) {
      case FixedTuple t -> t.values();
      case List<?> l -> l;
      case NamedTuple n -> n.values();
      case null, default -> null;
    };
  }

  /** {@code item in container}. */
  public static boolean contains(@Nullable Object container, @Nullable Object item) {
    return switch (container) {
      case PyList<?> l -> isAmong(l, item);
      case PyDict<?, ?> m -> m.containsKey(item);
      case Flags.Member m when item != null -> m.holds(item);
      case PyObject o when o.has("__contains__") -> truth(o.special("__contains__", item));
      case String s when item instanceof String t -> s.contains(t);
      case String s when item instanceof PyEnum e && e.isValue() -> contains(s, e.value());
      case Bytes b when item instanceof Bytes part -> b.find(part) >= 0;
      case ByteArray b when item instanceof Bytes part -> b.bytes().find(part) >= 0;
      case String s when Inherited.plain(item) instanceof String t -> s.contains(t);
      case String s ->
          throw new Errors.TypeError(
              "'in <string>' requires string as left operand, not " + typeName(item));
      case Map<?, ?> m -> m.containsKey(item);
      case Set<?> s -> s.contains(item);
      case Range r -> r.contains(item);
      case null -> throw new Errors.TypeError("argument of type 'NoneType' is not iterable");
      case Object o when !(o instanceof Iterable) && Dyn.has(o, "__contains__") ->
          truth(Dyn.invoke(o, "__contains__", item));
      case Object o when !Iters.isIterable(o) ->
          throw new Errors.TypeError(
              "argument of type '" + typeName(container) + "' is not iterable");
      default -> {
        for (Object each : Iters.of(container)) {
          if (eq(each, item)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static boolean isAmong(List<?> list, @Nullable Object item) {
    for (Object each : list) {
      if (eq(each, item)) {
        return true;
      }
    }
    return false;
  }

  /** {@code len(value)}. */
  public static long len(String value) {
    return value == null ? len((Object) null) : Strs.len(value);
  }

  /** The same of a list, set or other collection. */
  public static long len(Collection<?> value) {
    return value == null ? len((Object) null) : value.size();
  }

  /** The same of a dict. */
  public static long len(Map<?, ?> value) {
    return value == null ? len((Object) null) : value.size();
  }

  /** The same of anything. */
  public static long len(@Nullable Object value) {
    return switch (value) {
      case String s -> Strs.len(s);
      case Collection<?> c -> c.size();
      case Map<?, ?> m -> m.size();
      case FixedTuple t -> t.values().size();
      case Sized s -> counted(s.length());
      case PyType t when t.type() != null && t.type().isEnum() ->
          t.type().getEnumConstants().length;
      case Bytes b -> b.length();
      case NamedTuple n -> n.values().size();
      case Flags f -> f.size();
      case PyEnum e when e.isValue() -> len(e.value());
      case null, default ->
          throw new Errors.TypeError("object of type '" + typeName(value) + "' has no len()");
    };
  }

  private static long counted(long length) {
    if (length < 0) {
      throw new Errors.ValueError("__len__() should return >= 0");
    }
    return length;
  }

  /** {@code type(value).__name__}. */
  public static String typeName(@Nullable Object value) {
    return value instanceof PyList
        ? "list"
        : value instanceof PyDict<?, ?> d ? d.typeName() : nameOfType(value);
  }

  /** The name of a type as messages of CPython's own have it: some with their module. */
  static String fullTypeName(@Nullable Object value) {
    String name = typeName(value);
    return switch (value) {
      case Decimal _ -> "decimal.Decimal";
      case Date _, DateTime _, DayTime _, TimeDelta _, TimeZone _ -> "datetime." + name;
      case Deque<?> _ -> "collections.deque";
      case PyDict<?, ?> _ when name.equals("OrderedDict") || name.equals("defaultdict") ->
          "collections." + name;
      case null, default -> name;
    };
  }

  private static String nameOfType(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case String s -> "str";
      case Boolean b -> "bool";
      case Long l -> "int";
      case Integer i -> "int";
      case BigInteger b -> "int";
      case Double d -> "float";
      case Complex c -> "complex";
      case Slice s -> "slice";
      case FixedTuple t -> "tuple";
      case Tuple<?> t -> "tuple";
      case Deque<?> d -> "deque";
      case Range r -> "range";
      case List<?> l -> "list";
      case Map<?, ?> m -> "dict";
      case Views.Keys<?> k -> "dict_keys";
      case Views.Values<?> v -> "dict_values";
      case Views.Items<?> i -> "dict_items";
      case PySet<?> s -> s.isFrozen() ? "frozenset" : "set";
      case Set<?> s -> "set";
      case Bytes b -> "bytes";
      case ByteArray b -> "bytearray";
      case MemoryView v -> "memoryview";
      case Generator<?> g -> "generator";
      case Coroutine<?> c -> "coroutine";
      case AsyncGenerator<?> g -> "async_generator";
      case PyObject o -> o.type().name();
      case PyClass c -> "type";
      case PyType t -> "type";
      case BoundMethod m -> "method";
      case PyCallable c -> "function";
      case Date d -> "date";
      case DateTime d -> "datetime";
      case DayTime d -> "time";
      case TimeDelta d -> "timedelta";
      case TimeZone d -> "timezone";
      case Throwable t -> Exceptions.typeName(t);
      case Enum<?> e -> Exceptions.pythonName(e.getDeclaringClass());
      default -> Exceptions.pythonName(value.getClass());
    };
  }

  /** {@code isinstance(value, type)} with a builtin type. */
  public static boolean isInstance(@Nullable Object value, String type) {
    // Short, for the compiler; the names in programs are literals.
    return type == "dict"
        ? value instanceof PyDict || isOfType(value, type)
        : type == "list" ? value instanceof PyList || isOfType(value, type) : isOfType(value, type);
  }

  private static boolean isOfType(@Nullable Object value, String type) {
    if (value instanceof PyObject o && o.isValue() && isOfType(o.container(), type)) {
      return true;
    }
    return switch (type) {
      case "int" ->
          value instanceof Long
              || value instanceof Integer
              || value instanceof BigInteger
              || value instanceof Boolean
              || (value instanceof PyEnum e && e.value() instanceof Long && e.isValue());
      case "object" -> true;
      case "Enum" -> value instanceof PyEnum || value instanceof Flags.Member;
      case "IntEnum" ->
          value instanceof PyEnum e
              && e.value() instanceof Long
              && e.toString().equals(str(e.value()));
      case "Flag" -> value instanceof Flags.Member;
      case "float" -> value instanceof Double;
      case "bool" -> value instanceof Boolean;
      case "bytes" -> value instanceof Bytes;
      case "str" ->
          value instanceof String
              || (value instanceof PyEnum e && e.value() instanceof String && e.isValue())
              || typeName(value).equals(type);
      case "list" ->
          value instanceof PyList
              || (value instanceof List && typeName(value).equals(type))
              || isMadeOf(value, type);
      case "set" -> typeName(value).equals(type) || isMadeOf(value, type);
      case "tuple" ->
          value instanceof FixedTuple || value instanceof Tuple || value instanceof NamedTuple;
      case "dict" ->
          value instanceof Map || (value instanceof PyObject o && o.container() instanceof Map);
      case "type" -> value instanceof PyType;
      case "Coroutine" -> value instanceof Coroutine;
      case "date" -> Date.isOne(value);
      case "Generator" -> value instanceof Generator;
      case "Number" ->
          Numbers.isNumber(value)
              || value instanceof Boolean
              || value instanceof Complex
              || value instanceof Decimal
              || value instanceof Fraction;
      case "Real" ->
          Numbers.isNumber(value) || value instanceof Boolean || value instanceof Fraction;
      case "Integral" -> isOfType(value, "int");
      case "Rational" -> isOfType(value, "int") || value instanceof Fraction;
      default -> typeName(value).equals(type) || AbstractBases.isOne(value, type);
    };
  }

  /** Whether the class of a value is one of the program's, with a container as its base. */
  private static boolean isMadeOf(@Nullable Object value, String type) {
    return value instanceof PyObject o
        && o.container() != null
        && typeName(o.container()).equals(type);
  }

  /** {@code isinstance(value, type)} with a class. */
  public static boolean isInstance(@Nullable Object value, Class<?> type) {
    return type.isInstance(value);
  }

  /** {@code isinstance(value, type)} with a type that is a value itself. */
  public static boolean isInstance(@Nullable Object value, @Nullable Object type) {
    return switch (type) {
      case PyClass c ->
          c == PyClass.OBJECT || (value instanceof PyObject o && o.type().isSubclassOf(c));
      case PyType t -> t.covers(value);
      case Class<?> c -> c.isInstance(value);
      case FixedTuple t -> t.values().stream().anyMatch(x -> isInstance(value, x));
      case Tuple<?> t -> t.stream().anyMatch(x -> isInstance(value, x));
      case null, default ->
          throw new Errors.TypeError(
              "isinstance() arg 2 must be a type, a tuple of types, or a union");
    };
  }

  /** Whether something has the methods of a protocol. */
  public static boolean hasAll(@Nullable Object value, String... methods) {
    for (String method : methods) {
      if (!Dyn.hasAttribute(value, method)) {
        return false;
      }
    }
    return true;
  }

  /** {@code issubclass(type, base)}. */
  public static boolean isSubclass(@Nullable Object type, @Nullable Object base) {
    return switch (base) {
      case FixedTuple t -> t.values().stream().anyMatch(x -> isSubclass(type, x));
      case Tuple<?> t -> t.stream().anyMatch(x -> isSubclass(type, x));
      case PyClass c -> type instanceof PyClass d && d.isSubclassOf(c);
      case PyType t -> type instanceof PyType u && u.isSubclassOf(t);
      case null, default ->
          throw new Errors.TypeError(
              "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    };
  }

  /** A value as what it is known to be. */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // The translator has seen that it is.
  public static <T extends @Nullable Object> T cast(@Nullable Object value) {
    return (T) value;
  }

  /** The first of a list, or None. */
  public static @Nullable Object first(List<? extends @Nullable Object> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  /** {@code hash(value)}. */
  public static long hash(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Long l -> PyHash.of(l);
      case Boolean b -> b ? 1 : 0;
      case Double d -> PyHash.of(d);
      case BigInteger b -> PyHash.of(b);
      case Tuple<?> t -> PySet.hash(t);
      case NamedTuple n -> PySet.hash(n);
      case PyObject o when o.has("__hash__") -> Numbers.toLong(o.special("__hash__"));
      case PySet<?> s when s.isFrozen() -> hashOfObject(s);
      case List<?> l -> unhashable(l);
      case Map<?, ?> m -> unhashable(m);
      case Set<?> s -> unhashable(s);
      default -> hashOfObject(value);
    };
  }

  private static long hashOfObject(Object value) {
    Unhashable.check(value);
    return value.hashCode();
  }

  private static long unhashable(Object value) {
    throw new Errors.TypeError("unhashable type: '" + typeName(value) + "'");
  }

  /** {@code id(value)}. */
  public static long id(@Nullable Object value) {
    return System.identityHashCode(value);
  }

  /** {@code callable(value)}. */
  public static boolean callable(@Nullable Object value) {
    return value instanceof PyObject o
        ? o.has("__call__")
        : value instanceof PyCallable
            || value instanceof PyType
            || (value != null && Members.hasMethod(value.getClass(), "__call__"));
  }
}
