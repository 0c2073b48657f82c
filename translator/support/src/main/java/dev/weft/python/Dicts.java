package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods of {@code dict}. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Dicts {
  private Dicts() {}

  /** Named arguments from two places; a name may be given once. */
  public static <V extends @Nullable Object> Map<String, V> merged(
      Map<String, ? extends V> first, Map<String, ? extends V> second) {
    Map<String, V> all = new PyDict<>(first);
    second.forEach((name, value) -> {
      if (all.containsKey(name)) {
        throw new Errors.TypeError(
            "function got multiple values for keyword argument '" + name + "'");
      }
      all.put(name, value);
    });
    return all;
  }

  /** A dict of keys and values in turn. */
  @SuppressWarnings("unchecked") // The translator pairs them.
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      @Nullable Object... pairs) {
    PyDict<K, V> dict = new PyDict<>();
    int size = pairs.length / 2;
    DictKeys known = size == 0 ? null : DictKeys.beginningWith(pairs[0], size);
    int same = 0;
    while (known != null && same < size && known.hasAt(same, pairs[2 * same])) {
      same++;
    }
    if (known != null && same == size) {
      @Nullable Object[] values = new @Nullable Object[size];
      for (int i = 0; i < size; i++) {
        values[i] = pairs[2 * i + 1];
      }
      dict.take(known, values, size);
      return dict;
    }
    dict.room(size);
    for (int i = 0; i < pairs.length; i += 2) {
      dict.put((K) pairs[i], (V) pairs[i + 1]);
    }
    dict.remember();
    return dict;
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(K k1, V v1) {
    return of(new @Nullable Object[] {k1, v1});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1, V v1, K k2, V v2) {
    return of(new @Nullable Object[] {k1, v1, k2, v2});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1, V v1, K k2, V v2, K k3, V v3) {
    return of(new @Nullable Object[] {k1, v1, k2, v2, k3, v3});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4) {
    return of(new @Nullable Object[] {k1, v1, k2, v2, k3, v3, k4, v4});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5) {
    return of(new @Nullable Object[] {k1, v1, k2, v2, k3, v3, k4, v4, k5, v5});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6) {
    return of(new @Nullable Object[] {k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6, K k7, V v7) {
    return of(new @Nullable Object[] {k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6, k7, v7});
  }

  /** {@link #of(Object...)} where Java tells the types by what is passed. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> of(
      K k1,
      V v1,
      K k2,
      V v2,
      K k3,
      V v3,
      K k4,
      V v4,
      K k5,
      V v5,
      K k6,
      V v6,
      K k7,
      V v7,
      K k8,
      V v8) {
    return of(
        new @Nullable Object[] {k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6, k7, v7, k8, v8});
  }

  static boolean equal(Map<?, ?> x, Map<?, ?> y) {
    if (x instanceof PyDict<?, ?> a
        && a.isOrdered()
        && y instanceof PyDict<?, ?> b
        && b.isOrdered()) {
      return Py.eq(Lists.copy(Dicts.items(x)), Lists.copy(Dicts.items(y)));
    }
    return x.size() == y.size()
        && x.entrySet().stream()
            .allMatch(e -> y.containsKey(e.getKey()) && Py.eq(e.getValue(), y.get(e.getKey())));
  }

  /** What is spread with {@code **}: a dict, or what has keys and items. */
  public static Map<?, ?> mapping(@Nullable Object x) {
    Object plain = Inherited.plain(x);
    if (plain instanceof Map<?, ?> m) {
      return m;
    }
    if (plain instanceof PyObject o && o.has("keys")) {
      return AbstractMappings.copy(o);
    }
    throw new Errors.TypeError("'" + Py.typeName(x) + "' object is not a mapping");
  }

  /** {@code dict[key]}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> V get(
      Map<K, V> dict, K key) {
    if (dict instanceof PyDict<K, V> d) {
      Object found = d.find(key, DictTable.NONE);
      if (found != DictTable.NONE) {
        return Py.<V>cast(found);
      }
    }
    return getOrMake(dict, key);
  }

  private static <K extends @Nullable Object, V extends @Nullable Object> V getOrMake(
      Map<K, V> dict, K key) {
    V value = dict.get(key);
    if (value != null || dict.containsKey(key)) {
      return value;
    }
    if (dict instanceof PyDict<K, V> d && d.factory() != null) {
      V made = java.util.Objects.requireNonNull(d.factory()).call();
      if (!d.isCounter()) {
        dict.put(key, made);
      }
      return made;
    }
    throw new Errors.KeyError(key);
  }

  /** {@code dict.get(key, fallback)}. */
  public static <V extends @Nullable Object> V getOr(
      Map<?, V> dict, @Nullable Object key, V fallback) {
    return Py.<Map<Object, V>>cast(dict).getOrDefault(key, fallback);
  }

  /** {@code dict.setdefault(key, value)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> V setDefault(
      Map<K, V> dict, K key, V value) {
    V known = dict.get(key);
    if (known != null || dict.containsKey(key)) {
      return known;
    }
    dict.put(key, value);
    return value;
  }

  /** {@code dict.pop(key)}. */
  public static <V extends @Nullable Object> V pop(Map<?, V> dict, @Nullable Object key) {
    int before = dict.size();
    V value = dict.remove(key);
    if (dict.size() == before) {
      throw new Errors.KeyError(key);
    }
    return value;
  }

  /** {@code dict.pop(key, fallback)}. */
  public static <V extends @Nullable Object> V popOr(
      Map<?, V> dict, @Nullable Object key, V fallback) {
    int before = dict.size();
    // Not even what has no hash is looked for where nothing is.
    V value = before == 0 ? fallback : dict.remove(key);
    return dict.size() == before ? fallback : value;
  }

  /** {@code dict.popitem()}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Tuple2<K, V> popItem(
      Map<K, V> dict) {
    if (dict.isEmpty()) {
      throw new Errors.KeyError("popitem(): dictionary is empty");
    }
    if (dict instanceof PyDict<K, V> d) {
      Map.Entry<K, V> last = d.poll(true);
      return new Tuple2<>(last.getKey(), last.getValue());
    }
    Map.Entry<K, V> last = new ArrayList<>(dict.entrySet()).getLast();
    dict.remove(last.getKey());
    return new Tuple2<>(last.getKey(), last.getValue());
  }

  /** {@code OrderedDict.move_to_end(key, last)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> void moveToEnd(
      Map<K, V> dict, K key, boolean last) {
    V value = pop(dict, key);
    if (last) {
      dict.put(key, value);
    } else {
      Map<K, V> rest = new PyDict<>(dict);
      dict.clear();
      dict.put(key, value);
      dict.putAll(rest);
    }
  }

  /** {@code OrderedDict.popitem(last=False)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Tuple2<K, V> popFirst(
      Map<K, V> dict) {
    Map.Entry<K, V> first = dict.entrySet().iterator().next();
    Tuple2<K, V> item = new Tuple2<>(first.getKey(), first.getValue());
    dict.remove(first.getKey());
    return item;
  }

  /** {@code del dict[key]}. */
  public static void delete(Map<?, ?> dict, @Nullable Object key) {
    pop(dict, key);
  }

  /** {@code dict.items()}, as a list of what is there now. */
  public static <K extends @Nullable Object, V extends @Nullable Object>
      Iterable<Tuple2<K, V>> items(Map<K, V> dict) {
    List<Tuple2<K, V>> items = new PyList<>();
    dict.forEach((k, v) -> items.add(new Tuple2<>(k, v)));
    return new Views.Items<>(items);
  }

  /** {@code dict(pairs)} of pairs that are lists. */
  public static <T extends @Nullable Object> Map<T, T> ofLists(Iterable<? extends List<T>> pairs) {
    PyDict<T, T> dict = new PyDict<>();
    for (List<T> pair : pairs) {
      List<T> both = Iters.<T>unpack(pair, 2);
      dict.put(both.get(0), both.get(1));
    }
    return dict;
  }

  /** {@code dict(pairs)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> ofPairs(
      Iterable<Tuple2<K, V>> pairs) {
    PyDict<K, V> dict = new PyDict<>();
    pairs.forEach(p -> dict.put(p.first(), p.second()));
    return dict;
  }

  /** {@code dict(pairs)} of pairs of any kind. */
  public static Map<Object, Object> ofAny(Iterable<?> pairs) {
    PyDict<Object, Object> dict = new PyDict<>();
    putPairs(dict, pairs);
    return dict;
  }

  /** {@code dict.update(other)} with anything. */
  public static void update(Map<?, ?> dict, @Nullable Object other) {
    Map<Object, Object> to = Py.cast(dict);
    if (other instanceof Map<?, ?> m) {
      to.putAll(m);
    } else if (dict instanceof PyDict<?, ?> d && d.isCounter()) {
      count(Py.<Map<Object, Long>>cast(to), Iters.of(other));
    } else {
      putPairs(to, Iters.of(other));
    }
  }

  private static void putPairs(Map<Object, Object> dict, Iterable<?> pairs) {
    int at = 0;
    for (Object pair : pairs) {
      if (pair == null || !Iters.isIterable(pair)) {
        throw new Errors.TypeError(
            "cannot convert dictionary update sequence element #" + at + " to a sequence");
      }
      List<Object> both = Lists.copy(Iters.of(pair));
      if (both.size() != 2) {
        throw new Errors.ValueError(
            "dictionary update sequence element #%d has length %d; 2 is required"
                .formatted(at, both.size()));
      }
      dict.put(both.get(0), both.get(1));
      at++;
    }
  }

  /** {@code dict.fromkeys(keys, value)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> fromKeys(
      Iterable<? extends K> keys, V value) {
    PyDict<K, V> dict = new PyDict<>();
    keys.forEach(k -> dict.put(k, value));
    return dict;
  }

  /** {@code a | b}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> union(
      Map<? extends K, ? extends V> a, Map<? extends K, ? extends V> b) {
    if (a instanceof PyDict<?, ?> d && d.isCounter()) {
      return Py.cast(Counts.combine(a, b, '|'));
    }
    PyDict<K, V> dict = new PyDict<>();
    dict.putAll(a);
    dict.putAll(b);
    return dict;
  }

  static <K extends @Nullable Object> Map<K, Long> sortedByCount(Map<K, ?> counter) {
    PyDict<K, Long> sorted = new PyDict<>();
    counter.entrySet().stream()
        .sorted((a, b) -> Py.compare(b.getValue(), a.getValue()))
        .forEach(e -> sorted.put(e.getKey(), Numbers.toLong(e.getValue())));
    return sorted;
  }

  /** {@code Counter.most_common(n)}. */
  public static <K extends @Nullable Object> List<Tuple2<K, Long>> mostCommon(
      Map<K, ?> counter, @Nullable Long n) {
    List<Tuple2<K, Long>> all = new PyList<>();
    for (Map.Entry<K, Long> e : sortedByCount(counter).entrySet()) {
      if (n != null && all.size() >= n) {
        break;
      }
      all.add(new Tuple2<>(e.getKey(), e.getValue()));
    }
    return all;
  }

  /** {@code Counter.update(items)}. */
  public static <K extends @Nullable Object> void count(
      Map<K, Long> counter, Iterable<? extends K> items) {
    if (counter instanceof PyDict<K, Long> dict) {
      items.forEach(dict::count);
    } else {
      items.forEach(i -> counter.merge(i, 1L, Long::sum));
    }
  }
}
