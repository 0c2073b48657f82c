package dev.weft.executor.translated;

import dev.weft.executor.JsonNull;
import dev.weft.executor.PipelineException;
import dev.weft.python.ByteArray;
import dev.weft.python.Bytes;
import dev.weft.python.Complex;
import dev.weft.python.DataClass;
import dev.weft.python.DataFields;
import dev.weft.python.Dyn;
import dev.weft.python.Errors;
import dev.weft.python.FixedTuple;
import dev.weft.python.NamedTuple;
import dev.weft.python.Py;
import dev.weft.python.PyDict;
import dev.weft.python.PyEnum;
import dev.weft.python.PyList;
import dev.weft.python.PyObject;
import dev.weft.python.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values on the border between the executor and translated code: copied both ways, and refused with
 * the words of the CPython engine.
 */
final class Crossing {
  private static final int DEPTH_IN = 1_000;
  private static final int DEPTH_OUT = 1_500;
  private static final String TOO_DEEP = "the result is nested too deep; nest it less";

  /**
   * Takes values out, and stands for one that JSON has no place for, until it is known what to say.
   */
  private static final class Unfit implements PyDict.Change {
    private @Nullable String kind;

    @Override
    public Object apply(@Nullable Object value, int depth) {
      return marshalled(value, depth, this);
    }

    String message(String where) {
      return "%s holds a %s, which is no JSON; give a list, or what else JSON has"
          .formatted(where, kind);
    }
  }

  /** Something that is neither plain nor a set: the value has to be taken apart. */
  private static final class NotMarshalled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotMarshalled() {
      super(null, null, false, false);
    }
  }

  /** Says why a value does not cross. */
  static final class Unplain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unplain(String message) {
      super(message, null, false, false);
    }
  }

  private Crossing() {}

  /** An item, as Python code has it. */
  static @Nullable Object in(@Nullable Object item) {
    return in(item, 0);
  }

  private static @Nullable Object in(@Nullable Object item, int depth) {
    if (item != null && isPlain(item)) {
      return item;
    }
    if (item instanceof Map<?, ?> fields) {
      require(depth);
      return PyDict.from(fields, depth + 1, Crossing::in);
    }
    if (item instanceof Collection<?> items) {
      require(depth);
      return PyList.from(items, depth + 1, Crossing::in);
    }
    return otherIn(item);
  }

  private static @Nullable Object otherIn(@Nullable Object item) {
    return switch (item) {
      case null -> null;
      case JsonNull _ -> null;
      case BigInteger large -> large.bitLength() < Long.SIZE ? (Object) large.longValue() : large;
      case Integer _, Short _, Byte _ -> ((Number) item).longValue();
      case Float real -> real.doubleValue();
      case BigDecimal decimal -> decimal.doubleValue();
      case byte[] data -> Bytes.wrap(data.clone());
      default ->
          throw new PipelineException(
              "an item of the class %s cannot cross to Python; give it what JSON has, or bytes"
                  .formatted(item.getClass().getName()),
              null);
    };
  }

  private static void require(int depth) {
    if (depth >= DEPTH_IN) {
      throw new PipelineException(
          "the item is nested more than %d deep, which does not cross to Python; nest it less"
              .formatted(DEPTH_IN),
          null);
    }
  }

  /** Params, as Python code has them. */
  static Map<String, Object> config(Map<String, Object> given) {
    Map<String, Object> config = new PyDict<>();
    // As literals are, so that looking them up finds them at once.
    given.forEach((name, value) -> config.put(name.intern(), Py.cast(in(value))));
    return config;
  }

  /**
   * A result, as the executor has it; None is {@link JsonNull}.
   *
   * @throws Unplain if it does not cross
   */
  static Object result(@Nullable Object result) {
    if (result != null && isPlain(result)) {
      return result;
    }
    Unfit unfit = new Unfit();
    Object value = converted(result, "the result", unfit);
    if (unfit.kind != null) {
      throw new Unplain(unfit.message("the result"));
    }
    return value;
  }

  /** Whether a value is the same on both sides, and cannot change. */
  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Double
        || value instanceof Long
        || value instanceof Boolean;
  }

  /** A value that errors call by a name, as the executor has it; for the author's code. */
  static Object out(@Nullable Object result, String where) {
    if (result != null && isPlain(result)) {
      return result;
    }
    Unfit unfit = new Unfit();
    Object value;
    try {
      value = converted(result, where, unfit);
    } catch (Unplain e) {
      throw new Errors.TypeError(e.getMessage());
    }
    if (unfit.kind != null) {
      throw new PipelineException(unfit.message(where), null);
    }
    return value;
  }

  private static Object converted(@Nullable Object result, String where, Unfit unfit) {
    try {
      return marshalledOrPlain(result, where, unfit);
    } catch (StackOverflowError e) {
      // What holds itself may meet the end of the stack before it meets the limit.
      throw new Unplain(TOO_DEEP);
    }
  }

  private static Object marshalledOrPlain(@Nullable Object result, String where, Unfit unfit) {
    try {
      return marshalled(result, 0, unfit);
    } catch (NotMarshalled e) {
      unfit.kind = null;
      return marshalled(plain(result, where, 0), 0, unfit);
    }
  }

  /** About how many bytes {@code marshal} makes of a value. */
  static long size(Object value) {
    return switch (value) {
      case String text -> 5L + text.length();
      case byte[] data -> 5L + data.length;
      case List<?> list -> 5L + list.stream().mapToLong(it -> size((Object) it)).sum();
      case Map<?, ?> map ->
          2L
              + map.entrySet().stream()
                  .mapToLong(it -> size(it.getKey()) + size(it.getValue()))
                  .sum();
      case BigInteger large -> 5L + 2L * (large.bitLength() / 15);
      case Double _ -> 9L;
      case Long n -> n == n.intValue() ? 5L : 11L;
      default -> 1L;
    };
  }

  /** What CPython's {@code marshal} takes as it is. */
  private static Object marshalled(@Nullable Object value, int depth, Unfit unfit) {
    if (depth > DEPTH_OUT) {
      throw new NotMarshalled();
    }
    if (value != null && isPlain(value)) {
      return value;
    }
    if (value instanceof PyDict<?, ?> dict && dict.isPlain()) {
      return dict(dict, depth, unfit);
    }
    if (value instanceof PyList<?> list) {
      Optional<List<Object>> same = list.unchanged(depth);
      return same.isPresent() ? same.get() : list(list, depth, unfit);
    }
    return otherMarshalled(value, depth, unfit);
  }

  private static Object otherMarshalled(@Nullable Object value, int depth, Unfit unfit) {
    return switch (value) {
      case null -> JsonNull.NULL;
      case BigInteger large -> large.bitLength() < Long.SIZE ? (Object) large.longValue() : large;
      case Integer n -> n.longValue();
      case Bytes bytes -> bytes.array().clone();
      case ByteArray bytes -> bytes.bytes().array().clone();
      case Complex _ -> unfit(unfit, "complex");
      case Object o when o == Py.ELLIPSIS -> unfit(unfit, "ellipsis");
      case Map<?, ?> dict when Py.typeName(dict).equals("dict") -> dict(dict, depth, unfit);
      case Tuple<?> tuple -> list(tuple, depth, unfit);
      case FixedTuple tuple -> list(tuple.values(), depth, unfit);
      case List<?> list when Py.typeName(list).equals("list") -> list(list, depth, unfit);
      case Set<?> set -> {
        list(set, depth, unfit);
        yield unfit(unfit, Py.typeName(set));
      }
      default -> throw new NotMarshalled();
    };
  }

  private static Object unfit(Unfit unfit, String kind) {
    unfit.kind = kind;
    return JsonNull.NULL;
  }

  private static List<Object> list(Collection<?> items, int depth, Unfit unfit) {
    Object[] values = items.toArray();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null || !isPlain(value)) {
        values[i] = marshalled(value, depth + 1, unfit);
      }
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  private static Map<String, Object> dict(Map<?, ?> dict, int depth, Unfit unfit) {
    if (dict instanceof PyDict<?, ?> own) {
      Optional<Map<String, Object>> fixed = own.fixed(depth + 1, unfit);
      if (fixed.isPresent()) {
        return fixed.get();
      }
    }
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      String name =
          switch (entry.getKey()) {
            case String text -> text;
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            case Object key -> {
              marshalled(key, depth + 1, unfit);
              unfit.kind = "dict with keys that are no str";
              yield "";
            }
          };
      fields.put(name, marshalled(entry.getValue(), depth + 1, unfit));
    }
    return Collections.unmodifiableMap(fields);
  }

  /** What the CPython engine makes of values that do not cross as they are. */
  static @Nullable Object plain(@Nullable Object value, String where, int depth) {
    if (depth > DEPTH_OUT) {
      throw new Unplain(TOO_DEEP);
    }
    switch (value) {
      case null -> {
        return null;
      }
      case String _, Boolean _, Bytes _ -> {
        return value;
      }
      case ByteArray bytes -> {
        return bytes.bytes();
      }
      case Complex _ -> throw noJson(value, where);
      case Number _ -> {
        return value;
      }
      case Map<?, ?> dict -> {
        PyDict<Object, Object> fields = new PyDict<>();
        dict.forEach((key, each) ->
            fields.put(key(key, where), plain(each, where + "[" + Py.repr(key) + "]", depth + 1)));
        return fields;
      }
      case List<?> items when isListOrTuple(items) -> {
        return list(items, where, depth);
      }
      case FixedTuple tuple -> {
        return list(tuple.values(), where, depth);
      }
      case NamedTuple tuple -> {
        return list(tuple.values(), where, depth);
      }
      // Of the enums only those that are numbers or texts look like their values.
      case PyEnum member when member.toString().equals(Py.str(member.value())) -> {
        return plain(member.value(), where, depth);
      }
      default -> {}
    }
    if (!(value instanceof DataFields) && !(value instanceof PyObject && DataClass.isOne(value))) {
      throw noJson(value, where);
    }
    PyDict<Object, Object> fields = new PyDict<>();
    for (String name : DataClass.names(value)) {
      fields.put(name, plain(Dyn.get(value, name), where + "." + name, depth + 1));
    }
    return fields;
  }

  private static boolean isListOrTuple(List<?> items) {
    String type = Py.typeName(items);
    return type.equals("list") || type.equals("tuple");
  }

  private static List<@Nullable Object> list(Collection<?> items, String where, int depth) {
    List<@Nullable Object> list = new PyList<>();
    int at = 0;
    for (Object each : items) {
      list.add(plain(each, where + "[" + at++ + "]", depth + 1));
    }
    return list;
  }

  private static Unplain noJson(Object value, String where) {
    return new Unplain(
        where
            + " is a "
            + Py.typeName(value)
            + ", which is no JSON; use None, bool, int, float, str, bytes, list, dict, a dataclass"
            + " or a Tensor");
  }

  private static @Nullable Object key(@Nullable Object key, String where) {
    if (key == null || key instanceof String || key instanceof Boolean || key instanceof Number) {
      return key;
    }
    throw new Unplain(
        "a key of " + where + " is a " + Py.typeName(key) + ", which is no JSON; use str");
  }
}
