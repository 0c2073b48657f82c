package dev.weft.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code json.dumps}: CPython's layout to the letter. */
@SuppressWarnings("NullAway") // None is null.
public final class Json {
  /** So deep are few values that are no circle. */
  private static final int DEEP = 50;

  private final @Nullable String indent;
  private final boolean sorted;
  private final boolean ascii;
  private final String itemSeparator;
  private final String keySeparator;
  private final @Nullable Fn1<Object, ?> fallback;
  private boolean skipsKeys;
  private @Nullable IdentityHashMap<Object, Boolean> entered;
  private boolean refusesNan;
  private final StringBuilder out = new StringBuilder();

  private Json(
      @Nullable Object indent,
      boolean sorted,
      boolean ascii,
      @Nullable Object separators,
      @Nullable Fn1<Object, ?> fallback) {
    this.indent =
        indent == null
            ? null
            : indent instanceof String s ? s : " ".repeat((int) Numbers.toLong(indent));
    this.sorted = sorted;
    this.ascii = ascii;
    this.fallback = fallback;
    if (separators == null) {
      itemSeparator = this.indent == null ? ", " : ",";
      keySeparator = ": ";
    } else {
      List<Object> both = Lists.copy(Iters.of(separators));
      itemSeparator = Py.str(both.get(0));
      keySeparator = Py.str(both.get(1));
    }
  }

  /** {@code dumps(value, ...)}. */
  public static String text(
      @Nullable Object value,
      @Nullable Object indent,
      boolean sorted,
      boolean ascii,
      @Nullable Object separators,
      @Nullable Fn1<Object, ?> fallback) {
    return text(value, indent, sorted, ascii, separators, fallback, false, true);
  }

  /** {@code dumps(value, ...)} with the options that are seldom used. */
  public static String text(
      @Nullable Object value,
      @Nullable Object indent,
      boolean sorted,
      boolean ascii,
      @Nullable Object separators,
      @Nullable Fn1<Object, ?> fallback,
      boolean skipKeys,
      boolean allowNan) {
    Json json = new Json(indent, sorted, ascii, separators, fallback);
    json.skipsKeys = skipKeys;
    json.refusesNan = !allowNan;
    json.write(value, 0);
    return json.out.toString();
  }

  /** {@code loads(text)}. */
  public static @Nullable Object parse(@Nullable Object text, @Nullable Fn1<Object, ?> hook) {
    return new JsonParser(source(text), hook).whole();
  }

  private static String source(@Nullable Object text) {
    return switch (text) {
      case String s -> s;
      case Bytes b -> b.decode("utf-8");
      case ByteArray b -> b.bytes().decode("utf-8");
      case null, default ->
          throw new Errors.TypeError(
              "the JSON object must be str, bytes or bytearray, not " + Py.typeName(text));
    };
  }

  /** {@code loads(text, ...)} with functions of the program's own. */
  public static @Nullable Object parse(
      @Nullable Object text,
      @Nullable Object hook,
      @Nullable Object floats,
      @Nullable Object ints,
      @Nullable Object pairs) {
    Fn1<Object, Object> own = hook == null ? null : Calls.fn1(hook);
    return new JsonParser(source(text), own, floats, ints, pairs).whole();
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Boolean b -> out.append(b);
      case Long l -> out.append(l.longValue());
      case Integer i -> out.append(i.intValue());
      case BigInteger b -> out.append(b);
      case Double d -> out.append(number(d));
      case String s -> quote(s);
      case PyEnum e when e.isValue() -> write(e.value(), depth);
      case Map<?, ?> m -> object(m, depth);
      case Deque<?> d -> unknown(d, depth);
      case List<?> l when !(l instanceof Range) -> array(l, depth);
      case FixedTuple t -> array(t.values(), depth);
      case NamedTuple n -> array(n.values(), depth);
      case PyObject o when o.container() != null -> write(o.container(), depth);
      default -> unknown(value, depth);
    }
  }

  private void unknown(Object value, int depth) {
    if (fallback == null) {
      throw new Errors.TypeError(
          "Object of type " + Py.typeName(value) + " is not JSON serializable");
    }
    write(fallback.call(value), depth);
  }

  private String number(double d) {
    if (refusesNan && !Double.isFinite(d)) {
      throw new Errors.ValueError(
          "Out of range float values are not JSON compliant: " + Numbers.repr(d));
    }
    return Double.isNaN(d)
        ? "NaN"
        : Double.isInfinite(d) ? (d < 0 ? "-Infinity" : "Infinity") : Numbers.repr(d);
  }

  private void newLine(int depth) {
    if (indent != null) {
      out.append('\n').append(indent.repeat(depth));
    }
  }

  /** Looks for a circle only where it may be one, since that is not free. */
  private void enter(Object container, int depth) {
    if (depth < DEEP) {
      return;
    }
    if (entered == null) {
      entered = new IdentityHashMap<>();
    }
    if (entered.put(container, true) != null) {
      throw new Errors.ValueError("Circular reference detected");
    }
  }

  private void leave(Object container) {
    if (entered != null) {
      entered.remove(container);
    }
  }

  private void array(List<?> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    enter(items, depth);
    out.append('[');
    boolean first = true;
    for (Object item : items) {
      out.append(first ? "" : itemSeparator);
      first = false;
      newLine(depth + 1);
      write(item, depth + 1);
    }
    leave(items);
    newLine(depth);
    out.append(']');
  }

  private void object(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    if (sorted) {
      entries.sort((a, b) -> Py.compare(a.getKey(), b.getKey()));
    }
    enter(map, depth);
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> e : entries) {
      String key = key(e.getKey());
      if (key == null) {
        continue;
      }
      out.append(first ? "" : itemSeparator);
      first = false;
      newLine(depth + 1);
      quote(key);
      out.append(keySeparator);
      write(e.getValue(), depth + 1);
    }
    leave(map);
    newLine(depth);
    out.append('}');
  }

  private @Nullable String key(@Nullable Object key) {
    return switch (key) {
      case null -> "null";
      case String s -> s;
      case Boolean b -> b.toString();
      case Double d -> number(d);
      case Long l -> l.toString();
      case BigInteger b -> b.toString();
      case PyEnum e when e.isValue() -> Py.str(e.value());
      case Object o when skipsKeys -> null;
      default ->
          throw new Errors.TypeError(
              "keys must be str, int, float, bool or None, not " + Py.typeName(key));
    };
  }

  private void quote(String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 32 || (c > 126 && ascii)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
