package dev.weft.python;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dict: in the order of insertion, possibly with a default for what is missing. */
public final class PyDict<K extends @Nullable Object, V extends @Nullable Object>
    extends DictTable<K, V> {
  /** What {@code Map.of} makes of more than one entry. */
  private static final Class<?> OF_SEVERAL = Map.of(1, 1, 2, 2).getClass();

  /** The factory of counters. */
  private static final Fn0<Long> ZERO = () -> 0L;

  private final @Nullable Fn0<? extends V> factory;
  private boolean isOrdered;

  /** The map that this was made of, as long as it has the same keys, and the values made of its. */
  private @Nullable Map<?, ?> origin;

  /** Whether dicts and lists among the values were made of those in the origin. */
  private boolean isNested;

  /** An empty dict. */
  public PyDict() {
    this.factory = null;
  }

  /** A dict of what is in another. */
  @SuppressWarnings("this-escape") // The class is final.
  public PyDict(Map<? extends K, ? extends V> entries) {
    super(entries instanceof DictTable ? 0 : entries.size());
    this.factory = null;
    putAll(entries);
  }

  /** A counter adds to the counts that it has. */
  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    if (!isCounter() || isEmpty()) {
      super.putAll(entries);
      return;
    }
    entries.forEach(
        (key, count) -> put(key, containsKey(key) ? Py.<V>cast(Ops.add(count, get(key))) : count));
  }

  /** An empty dict with room for so many. */
  PyDict(int capacity) {
    super(capacity);
    this.factory = null;
  }

  private PyDict(DictTable<?, ?> entries, int depth, Change change) {
    super(entries, depth, change);
    this.factory = null;
  }

  private PyDict(@Nullable Fn0<? extends V> factory) {
    this.factory = factory;
  }

  /** {@code defaultdict(factory)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> withDefault(
      Fn0<? extends V> factory) {
    return new PyDict<>(factory);
  }

  /** A {@code defaultdict} that begins with some values. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> withDefault(
      Fn0<? extends V> factory, Map<? extends K, ? extends V> values) {
    PyDict<K, V> made = new PyDict<>(factory);
    made.putAll(values);
    return made;
  }

  /** What becomes of a value that crosses a border, and is so deep in others. */
  @FunctionalInterface
  public interface Change {
    /** What it becomes. */
    @Nullable Object apply(@Nullable Object value, int depth);
  }

  /** A dict of what becomes of the keys and values of a map in Java; str remain as they are. */
  public static PyDict<@Nullable Object, @Nullable Object> from(
      Map<?, ?> map, int depth, Change change) {
    if (map instanceof FixedMap<?, ?> fixed) {
      PyDict<@Nullable Object, @Nullable Object> opened = new PyDict<>(fixed, depth, change);
      opened.origin = opened.isMadeOf(fixed) ? fixed : null;
      return opened;
    }
    PyDict<@Nullable Object, @Nullable Object> dict = new PyDict<>();
    boolean whole = dict.takeAll(map, depth, change);
    dict.origin = whole ? map : null;
    return dict;
  }

  @SuppressWarnings("ReferenceEquality") // Whether they are those very objects.
  private boolean isMadeOf(FixedMap<?, ?> fixed) {
    boolean whole = true;
    for (int i = firstPlace(); i < endOfPlaces(); i++) {
      Object value = valueAt(i);
      if (value != fixed.valueAt(i)) {
        isNested = true;
        whole &= value instanceof PyDict || value instanceof PyList;
      }
    }
    return whole;
  }

  /**
   * Whether all keys are str and all values remain as they are, or can go out as they came in. Each
   * loop is for maps of one class, which lets the compiler do without iterators and entries.
   */
  @SuppressWarnings("DuplicateBranches") // Each is compiled for itself.
  private boolean takeAll(Map<?, ?> map, int depth, Change change) {
    if (map.isEmpty()) {
      return true;
    }
    Class<?> kind = map.getClass();
    if (kind == LinkedHashMap.class) {
      return take(map.entrySet().iterator(), map.size(), depth, change);
    }
    if (kind == OF_SEVERAL) {
      return take(map.entrySet().iterator(), map.size(), depth, change);
    }
    return take(map.entrySet().iterator(), map.size(), depth, change);
  }

  /** Takes entries whose keys were met before, as far as they are the same. */
  private boolean take(
      Iterator<? extends Map.Entry<?, ?>> entries, int size, int depth, Change change) {
    Map.Entry<?, ?> entry = entries.next();
    DictKeys known = DictKeys.beginningWith(entry.getKey(), size);
    if (known == null) {
      room(size);
      return takeRest(entry, entries, depth, change);
    }
    @Nullable Object[] taken = new @Nullable Object[size];
    boolean whole = true;
    int count = 0;
    do {
      Object value = entry.getValue();
      if (!staysAsItIs(value)) {
        value = change.apply(value, depth);
        isNested = true;
        whole &= value instanceof PyDict || value instanceof PyList;
      }
      taken[count++] = value;
      if (count == size) {
        take(known, taken, size);
        return whole;
      }
      entry = entries.next();
    } while (known.hasAt(count, entry.getKey()));
    take(known, taken, count);
    return takeRest(entry, entries, depth, change) && whole;
  }

  /** Takes an entry and those behind it, one by one. */
  private boolean takeRest(
      Map.Entry<?, ?> first,
      Iterator<? extends Map.Entry<?, ?>> entries,
      int depth,
      Change change) {
    boolean whole = true;
    for (Map.Entry<?, ?> entry = first; ; entry = entries.next()) {
      Object key = entry.getKey();
      Object value = entry.getValue();
      if (!staysAsItIs(value)) {
        value = change.apply(value, depth);
        isNested = true;
        whole &= value instanceof PyDict || value instanceof PyList;
      }
      boolean text = key instanceof String;
      whole &= text;
      put(Py.<K>cast(text ? key : change.apply(key, depth)), Py.<V>cast(value));
      if (!entries.hasNext()) {
        break;
      }
    }
    remember();
    return whole;
  }

  static boolean staysAsItIs(@Nullable Object value) {
    return value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean;
  }

  @Override
  void beforeChange() {
    origin = null;
  }

  /** A map for Java of what becomes of the values now; empty if not all keys are str. */
  public Optional<Map<String, Object>> fixed(int depth, Change change) {
    Map<?, ?> same = origin(depth);
    if (same != null) {
      return Optional.of(Py.<Map<String, Object>>cast(same));
    }
    learn();
    return isTextual() ? Optional.of(new FixedMap<>(this, depth, change)) : Optional.empty();
  }

  /** The map that this was made of, if this and all that is in it is the same; null if not. */
  @Nullable Map<?, ?> origin(int depth) {
    if (origin != null && isNested && !(depth < PyList.DEEPEST && hasSameInside(depth + 1))) {
      // Who asks for those further in need not look there again.
      origin = null;
    }
    return origin;
  }

  private boolean hasSameInside(int depth) {
    for (int i = firstPlace(); i < endOfPlaces(); i++) {
      Object value = valueAt(i);
      if ((value instanceof PyDict<?, ?> dict && dict.origin(depth) == null)
          || (value instanceof PyList<?> list && list.origin(depth) == null)) {
        return false;
      }
    }
    return true;
  }

  /** {@code OrderedDict(entries)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> ordered(
      Map<? extends K, ? extends V> entries) {
    PyDict<K, V> dict = new PyDict<>(entries);
    dict.isOrdered = true;
    return dict;
  }

  /** {@code Counter(items)}. */
  public static <K extends @Nullable Object> Map<K, Long> counter(Iterable<? extends K> items) {
    PyDict<K, Long> counter = new PyDict<>(ZERO);
    for (K item : items) {
      counter.count(item);
    }
    return counter;
  }

  /** An empty one of the same kind. */
  PyDict<Object, Object> emptyLike() {
    PyDict<Object, Object> made = new PyDict<>(Py.<@Nullable Fn0<Object>>cast(factory));
    made.isOrdered = isOrdered;
    return made;
  }

  @Nullable Fn0<? extends V> factory() {
    return factory;
  }

  /** Whether it is a dict, and nothing that behaves in another way. */
  public boolean isPlain() {
    return factory == null && !isOrdered;
  }

  boolean isOrdered() {
    return isOrdered;
  }

  @SuppressWarnings("ReferenceEquality") // That very one.
  boolean isCounter() {
    return factory == ZERO;
  }

  String typeName() {
    return isOrdered
        ? "OrderedDict"
        : isCounter() ? "Counter" : factory != null ? "defaultdict" : "dict";
  }

  String repr() {
    if (isCounter()) {
      return isEmpty() ? "Counter()" : "Counter(" + Py.dict(Dicts.sortedByCount(this)) + ")";
    }
    if (isOrdered) {
      return "OrderedDict(" + (isEmpty() ? "" : Py.dict(this)) + ")";
    }
    return factory != null
        ? "defaultdict(" + factoryName() + ", " + Py.dict(this) + ")"
        : Py.dict(this);
  }

  private String factoryName() {
    Object made = java.util.Objects.requireNonNull(factory).call();
    return "<class '" + Py.typeName(made) + "'>";
  }

  @Override
  public Set<K> keySet() {
    return new Views.Keys<>(super.keySet());
  }

  @Override
  public Collection<V> values() {
    return new Views.Values<>(super.values());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Map<?, ?> m && Dicts.equal(this, m);
  }

  @Override
  public int hashCode() {
    throw new Errors.TypeError("unhashable type: 'dict'");
  }

  @Override
  public String toString() {
    return repr();
  }
}
