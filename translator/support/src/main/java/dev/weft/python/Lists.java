package dev.weft.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods of {@code list}, and indexing of sequences. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Lists {
  private Lists() {}

  /** {@code sorted(values, key=, reverse=)} of anything. */
  public static List<Object> sortedBy(
      @Nullable Object values, @Nullable Object key, @Nullable Object reverse) {
    Iterable<Object> items = Iters.of(values);
    return key == null
        ? sorted(items, Py.truth(reverse))
        : sorted(items, Calls.<Object, Object>fn1(key), Py.truth(reverse));
  }

  /** A list of some elements. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> List<T> of(T... items) {
    PyList<T> list = new PyList<>(items.length);
    for (T item : items) {
      list.add(item);
    }
    return list;
  }

  /** A list of some ints, in an array of them. */
  public static List<Long> longs(long... items) {
    return new LongList(items);
  }

  /** A list of some floats, in an array of them. */
  public static List<Double> doubles(double... items) {
    return new DoubleList(items);
  }

  /** A list of some bools, in an array of them. */
  public static List<Boolean> booleans(boolean... items) {
    return new BooleanList(items);
  }

  /** {@code list(items)}. */
  public static <T extends @Nullable Object> List<T> copy(Iterable<? extends T> items) {
    if (items instanceof PackedList<?> list) {
      return Py.cast(list.copy(0, list.size()));
    }
    List<T> list = items instanceof Range ? Py.cast(longs()) : new PyList<>();
    for (T item : items) {
      list.add(item);
    }
    return list;
  }

  private static int index(List<?> list, long index, String what) {
    long at = index < 0 ? index + list.size() : index;
    if (at < 0 || at >= list.size()) {
      String name =
          list instanceof Tuple
              ? "tuple"
              : list instanceof Deque ? "deque" : list instanceof Range ? "range object" : "list";
      throw new Errors.IndexError(
          list instanceof Deque
              ? "deque index out of range"
              : name + " " + what + "index out of range");
    }
    return (int) at;
  }

  /** {@code list[index]}. */
  public static <T extends @Nullable Object> T get(List<T> list, long index) {
    return list.get(index(list, index, ""));
  }

  /** {@code list[index]} of ints. */
  public static long getLong(List<Long> list, long index) {
    return list instanceof LongList longs ? longs.getLong(index) : Numbers.toLong(get(list, index));
  }

  /** {@code list[index]} of floats. */
  public static double getDouble(List<Double> list, long index) {
    return list instanceof DoubleList doubles
        ? doubles.getDouble(index)
        : Numbers.toDouble(get(list, index));
  }

  /** {@code list[index]} of bools. */
  public static boolean getBoolean(List<Boolean> list, long index) {
    return list instanceof BooleanList booleans ? booleans.getBoolean(index) : get(list, index);
  }

  /** {@code list[index] = value} of ints. */
  public static void set(List<Long> list, long index, long value) {
    if (list instanceof LongList longs) {
      longs.setLong(index, value);
    } else {
      put(list, index, value);
    }
  }

  /** {@code list[index] = value} of floats. */
  public static void set(List<Double> list, long index, double value) {
    if (list instanceof DoubleList doubles) {
      doubles.setDouble(index, value);
    } else {
      put(list, index, value);
    }
  }

  /** {@code list[index] = value} of bools. */
  public static void set(List<Boolean> list, long index, boolean value) {
    if (list instanceof BooleanList booleans) {
      booleans.setBoolean(index, value);
    } else {
      put(list, index, value);
    }
  }

  /** {@code list[index] = value}. */
  public static <T extends @Nullable Object> void set(List<T> list, long index, T value) {
    put(list, index, value);
  }

  /** The same under a name of its own, which no overload for primitives hides. */
  static <T extends @Nullable Object> void put(List<T> list, long index, T value) {
    list.set(index(list, index, "assignment "), value);
  }

  /** {@code del list[index]}. */
  public static void delete(List<?> list, long index) {
    list.remove(index(list, index, "assignment "));
  }

  static int[] indices(
      int length, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    long by = step == null ? 1 : step;
    if (by == 0) {
      throw new Errors.ValueError("slice step cannot be zero");
    }
    long from = lower == null ? (by > 0 ? 0 : length - 1) : clamp(lower, length, by);
    long to = upper == null ? (by > 0 ? length : -1) : clamp(upper, length, by);
    long count =
        by > 0 ? Math.max(0, (to - from + by - 1) / by) : Math.max(0, (from - to - by - 1) / -by);
    int[] all = new int[(int) count];
    for (int i = 0; i < all.length; i++) {
      all[i] = (int) (from + i * by);
    }
    return all;
  }

  /** Where a slice of step 1 begins or ends. */
  static int bound(long bound, int length) {
    return (int) clamp(bound, length, 1);
  }

  /** Where a part begins and ends. */
  static int[] bounds(int length, @Nullable Long lower, @Nullable Long upper) {
    int from = lower == null ? 0 : bound(lower, length);
    int to = upper == null ? length : bound(upper, length);
    return new int[] {from, Math.max(from, to)};
  }

  private static long clamp(long bound, int length, long step) {
    long at = bound < 0 ? bound + length : bound;
    return step > 0 ? Math.min(Math.max(at, 0), length) : Math.min(Math.max(at, -1), length - 1);
  }

  /** {@code list[lower:upper]}. */
  public static <T extends @Nullable Object> List<T> slice(
      List<T> list, @Nullable Long lower, @Nullable Long upper) {
    long from = lower == null ? 0 : clamp(lower, list.size(), 1);
    long to = upper == null ? list.size() : clamp(upper, list.size(), 1);
    if (list instanceof Range range) {
      return Py.cast(range.slice(lower, upper, null));
    }
    if (list instanceof PackedList<T> packed) {
      return packed.copy((int) from, (int) Math.max(from, to));
    }
    return from >= to ? new PyList<>() : new PyList<>(list.subList((int) from, (int) to));
  }

  /** {@code list[lower:upper:step]}. */
  public static <T extends @Nullable Object> List<T> slice(
      List<T> list, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    if (step == null || step == 1) {
      return slice(list, lower, upper);
    }
    if (list instanceof Range range) {
      return Py.cast(range.slice(lower, upper, step));
    }
    List<T> out = list instanceof PackedList<T> packed ? packed.copy(0, 0) : new PyList<>();
    for (int i : indices(list.size(), lower, upper, step)) {
      out.add(list.get(i));
    }
    return out;
  }

  /** {@code list[lower:upper:step] = items}. */
  public static <T extends @Nullable Object> void setSlice(
      List<T> list,
      @Nullable Long lower,
      @Nullable Long upper,
      @Nullable Long step,
      Iterable<? extends T> items) {
    List<T> values = Lists.<T>copy(items);
    if (step != null && step != 1) {
      int[] at = indices(list.size(), lower, upper, step);
      if (at.length != values.size()) {
        throw new Errors.ValueError(
            "attempt to assign sequence of size "
                + values.size()
                + " to extended slice of size "
                + at.length);
      }
      for (int i = 0; i < at.length; i++) {
        list.set(at[i], values.get(i));
      }
      return;
    }
    int[] at = bounds(list.size(), lower, upper);
    list.subList(at[0], at[1]).clear();
    list.addAll(at[0], values);
  }

  /** {@code del list[lower:upper]}. */
  public static void deleteSlice(List<?> list, @Nullable Long lower, @Nullable Long upper) {
    int[] at = bounds(list.size(), lower, upper);
    list.subList(at[0], at[1]).clear();
  }

  /** {@code del list[lower:upper:step]}. */
  public static void deleteSlice(
      List<?> list, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    int[] at = indices(list.size(), lower, upper, step);
    Arrays.sort(at);
    for (int i = at.length - 1; i >= 0; i--) {
      list.remove(at[i]);
    }
  }

  /** {@code a + b}. */
  public static <T extends @Nullable Object> List<T> concat(
      Iterable<? extends T> a, Iterable<? extends T> b) {
    List<T> all = Lists.<T>copy(a);
    if (b instanceof PackedList<? extends T> more) {
      all.addAll(more);
    } else {
      b.forEach(all::add);
    }
    return all;
  }

  /** {@code list * times}. */
  public static <T extends @Nullable Object> List<T> repeat(List<T> list, long times) {
    if (list instanceof PackedList<T> packed) {
      return packed.repeated(times);
    }
    PyList<T> all = new PyList<>();
    for (long i = 0; i < times; i++) {
      all.addAll(list);
    }
    return all;
  }

  /** {@code list.pop()}. */
  public static <T extends @Nullable Object> T pop(List<T> list) {
    return pop(list, -1);
  }

  /** {@code list.pop(index)}. */
  public static <T extends @Nullable Object> T pop(List<T> list, long index) {
    if (list.isEmpty()) {
      throw new Errors.IndexError("pop from empty list");
    }
    return list.remove(popIndex(list, index));
  }

  private static int popIndex(List<?> list, long index) {
    long at = index < 0 ? index + list.size() : index;
    if (at < 0 || at >= list.size()) {
      throw new Errors.IndexError("pop index out of range");
    }
    return (int) at;
  }

  /** {@code list.insert(index, item)}. */
  public static <T extends @Nullable Object> void insert(List<T> list, long index, T item) {
    list.add((int) clamp(index, list.size(), 1), item);
  }

  /** {@code list.remove(item)}. */
  public static void remove(List<?> list, @Nullable Object item) {
    for (int i = 0; i < list.size(); i++) {
      if (Py.eq(list.get(i), item)) {
        list.remove(i);
        return;
      }
    }
    throw new Errors.ValueError("list.remove(x): x not in list");
  }

  /** {@code list.index(item)}. */
  public static long indexOf(List<?> list, @Nullable Object item) {
    return indexOf(list, item, list);
  }

  private static long indexOf(List<?> list, @Nullable Object item, List<?> whole) {
    for (int i = 0; i < list.size(); i++) {
      if (Py.eq(list.get(i), item)) {
        return i;
      }
    }
    throw new Errors.ValueError(
        whole instanceof Tuple
            ? "tuple.index(x): x not in tuple"
            : Py.repr(item) + " is not in list");
  }

  /** {@code list.index(item, start, end)}. */
  public static long indexOf(List<?> list, @Nullable Object item, long start, @Nullable Long end) {
    long from = clamp(start, list.size(), 1);
    long to = end == null ? list.size() : clamp(end, list.size(), 1);
    return from + indexOf(list.subList((int) from, (int) Math.max(from, to)), item, list);
  }

  /** {@code list.count(item)}. */
  public static long count(Iterable<?> list, @Nullable Object item) {
    long count = 0;
    for (Object each : list) {
      count += Py.eq(each, item) ? 1 : 0;
    }
    return count;
  }

  /** {@code list.sort()}. */
  public static void sort(List<? extends @Nullable Object> list) {
    sort(list, false);
  }

  /** {@code list.sort(key=)}. */
  public static <T extends @Nullable Object, K extends @Nullable Object> void sort(
      List<T> list, Fn1<? super T, K> key) {
    sort(list, key, false);
  }

  /** {@code list.sort()}. */
  public static void sort(List<? extends @Nullable Object> list, boolean reverse) {
    if (list instanceof LongList longs && longs.isPacked()) {
      longs.sort();
      if (reverse) {
        Collections.reverse(longs);
      }
      return;
    }
    sort(list, x -> x, reverse);
  }

  /** {@code list.sort(key=)}: stable, in reverse too. */
  public static <T extends @Nullable Object, K extends @Nullable Object> void sort(
      List<T> list, Fn1<? super T, K> key, boolean reverse) {
    record Keyed<T extends @Nullable Object>(@Nullable Object key, T item) {}
    List<Keyed<T>> keyed = new ArrayList<>(list.size());
    for (T item : list) {
      keyed.add(new Keyed<>(key.call(item), item));
    }
    Comparator<Keyed<T>> order = (a, b) -> Py.compare(a.key(), b.key());
    keyed.sort(reverse ? order.reversed() : order);
    for (int i = 0; i < keyed.size(); i++) {
      list.set(i, keyed.get(i).item());
    }
  }

  /** {@code sorted(items)}. */
  public static <T extends @Nullable Object> List<T> sorted(Iterable<? extends T> items) {
    return Lists.<T>sorted(items, false);
  }

  /** {@code sorted(items, key=)}. */
  public static <T extends @Nullable Object, K extends @Nullable Object> List<T> sorted(
      Iterable<? extends T> items, Fn1<? super T, K> key) {
    return Lists.<T, K>sorted(items, key, false);
  }

  /** {@code sorted(items)}. */
  public static <T extends @Nullable Object> List<T> sorted(
      Iterable<? extends T> items, boolean reverse) {
    List<T> list = Lists.<T>copy(items);
    sort(list, reverse);
    return list;
  }

  /** {@code sorted(items, key=)}. */
  public static <T extends @Nullable Object, K extends @Nullable Object> List<T> sorted(
      Iterable<? extends T> items, Fn1<? super T, K> key, boolean reverse) {
    List<T> list = Lists.<T>copy(items);
    sort(list, key, reverse);
    return list;
  }

  /** {@code sum(lists, start)}. */
  public static <T extends @Nullable Object> List<T> sum(
      Iterable<? extends List<T>> lists, List<T> start) {
    List<T> all = Lists.<T>copy(start);
    lists.forEach(all::addAll);
    return all;
  }

  /** {@code list.reverse()}. */
  public static void reverse(List<?> list) {
    Collections.reverse(list);
  }

  /** {@code reversed(items)}. */
  public static <T extends @Nullable Object> Iterable<T> reversed(Iterable<? extends T> items) {
    if (items instanceof PyObject o && o.has("__reversed__")) {
      return Py.<Iterable<T>>cast(Iters.of(o.special("__reversed__")));
    }
    if (!(items instanceof List) && Dyn.has(items, "__reversed__")) {
      return Iters.of(Dyn.invoke(items, "__reversed__"));
    }
    if (items instanceof PySet) {
      throw new Errors.TypeError("'" + Py.typeName(items) + "' object is not reversible");
    }
    List<T> list = Lists.<T>copy(items);
    Collections.reverse(list);
    return list;
  }
}
