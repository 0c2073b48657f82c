package dev.weft.python;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values in arrays, in the order of insertion, as CPython has them: what is small is
 * looked through, and only more has an index. Numbers that are equal are one key.
 */
@SuppressWarnings("NullAway") // None is null, also among keys.
abstract class DictTable<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> {
  private static final Object[] NOTHING = {};
  private static final int[] NO_HASHES = {};

  /** Says that there is no value. */
  static final Object NONE = new Object();

  /** In the place of a key that was removed. */
  private static final Object REMOVED = new Object();

  /** Behind those in use there may be some that are expected to come, if they are shared. */
  private @Nullable Object[] keys;

  private @Nullable Object[] values;
  private int[] hashes;

  /**
   * Where a key is, plus one, at its hash or behind; 0 ends a search, -1 is left by what was
   * removed. Its length is a power of two; null if there are few.
   */
  private int @Nullable [] index;

  /** Before this place, all are removed. */
  private int first;

  /** Places in use, those of removed keys included. */
  private int end;

  private int size;

  /** How often places have changed their numbers. */
  private int moved;

  /** Whether keys, hashes and index are another table's too, and must not be written. */
  private boolean shared;

  /** The same of the values. */
  private boolean sharesValues;

  DictTable() {
    this(0);
  }

  DictTable(int capacity) {
    keys = capacity == 0 ? NOTHING : new Object[capacity];
    values = capacity == 0 ? NOTHING : new Object[capacity];
    hashes = capacity == 0 ? NO_HASHES : new int[capacity];
    if (capacity > DictKeys.SMALL) {
      index = DictKeys.indexOf(hashes, 0, capacity);
    }
  }

  /** A table with the keys of another, and what becomes of its values. */
  @SuppressWarnings("ReferenceEquality") // Whether it is that very object.
  DictTable(DictTable<?, ?> other, int depth, PyDict.Change change) {
    other.pack(other.end);
    takeKeys(other);
    for (int i = 0; i < end; i++) {
      Object before = values[i];
      Object changed = change.apply(before, depth);
      if (changed != before) {
        ownValues();
        values[i] = changed;
      }
    }
    if (sharesValues) {
      other.sharesValues = true;
    }
  }

  /** Has the keys of another table, from which nothing was removed, and its values so far. */
  private void takeKeys(DictTable<?, ?> other) {
    other.shared = true;
    shared = true;
    keys = other.keys;
    hashes = other.hashes;
    index = other.index;
    first = 0;
    end = other.end;
    size = other.size;
    values = other.values;
    sharesValues = true;
  }

  /** Fills an empty table with the first of known keys, whose values these are. */
  final void take(DictKeys known, @Nullable Object[] all, int count) {
    expect(known);
    values = all;
    sharesValues = false;
    end = count;
    size = count;
  }

  private void expect(DictKeys known) {
    keys = known.keys();
    hashes = known.hashes();
    index = known.index();
    shared = true;
  }

  /** Makes room in an empty table, for just so many. */
  final void room(int count) {
    pack(count);
  }

  /** Lets other tables begin with these keys, if they are such. */
  final void remember() {
    if (size == keys.length && !shared) {
      shared = DictKeys.keep(keys, hashes);
    }
  }

  /** Lets tables that begin with the same key expect these. */
  final void learn() {
    if (!shared && size == end && size > 0 && first == 0) {
      DictKeys.learn(keys, hashes, size);
    }
  }

  /** Called before anything changes. */
  void beforeChange() {}

  private static int hash(@Nullable Object key) {
    if (key instanceof String s) {
      int hash = s.hashCode();
      return hash ^ (hash >>> 16);
    }
    if (key instanceof PyEnum e && e.isValue()) {
      return hash(e.value());
    }
    int hash =
        switch (key) {
          case null -> 0;
          case Long l -> l.hashCode();
          case Integer i -> Long.hashCode(i);
          case Boolean b -> b ? 1 : 0;
          case Double d when d == d.longValue() -> Long.hashCode(d.longValue());
          case Unhashable u -> {
            Unhashable.check(u);
            yield u.hashCode();
          }
          case NamedTuple n -> Tuple.hash(n.values());
          case PyObject o when o.isPlainValue() -> {
            int plain = hash(o.container());
            yield plain ^ (plain >>> 16);
          }
          default -> key.hashCode();
        };
    return hash ^ (hash >>> 16);
  }

  @SuppressWarnings("ReferenceEquality") // Identity comes first, as in Python.
  private static boolean isSame(@Nullable Object key, @Nullable Object there) {
    if (key == there) {
      return true;
    }
    if (key == null || there == null || there == REMOVED) {
      return false;
    }
    return key.equals(there)
        || (Numbers.isNumber(key) && Numbers.isNumber(there) && Numbers.compare(key, there) == 0)
        || (there instanceof PyObject o && o.isPlainValue() && Py.eq(o.container(), key))
        || ((key instanceof NamedTuple || there instanceof NamedTuple) && Py.eq(key, there))
        || ((key instanceof PyEnum || there instanceof PyEnum) && Py.eq(key, there));
  }

  /** The place of a key, or -1. */
  private int find(@Nullable Object key, int hash) {
    int[] places = index;
    if (places == null) {
      for (int i = first; i < end; i++) {
        if (hashes[i] == hash && isSame(key, keys[i])) {
          return i;
        }
      }
      return -1;
    }
    int mask = places.length - 1;
    for (int at = hash & mask; places[at] != 0; at = (at + 1) & mask) {
      int place = places[at] - 1;
      if (place >= 0 && place < end && hashes[place] == hash && isSame(key, keys[place])) {
        return place;
      }
    }
    return -1;
  }

  /** Leaves out what was removed, with room for so many. */
  private void pack(int capacity) {
    if (size == end && capacity <= keys.length) {
      return;
    }
    if (size == end) {
      grow(capacity);
      return;
    }
    Object[] newKeys = new Object[capacity];
    Object[] newValues = new Object[capacity];
    int[] newHashes = new int[capacity];
    int to = 0;
    for (int i = first; i < end; i++) {
      if (keys[i] != REMOVED) {
        newKeys[to] = keys[i];
        newValues[to] = values[i];
        newHashes[to] = hashes[i];
        to++;
      }
    }
    if (to != end) {
      moved++;
    }
    keys = newKeys;
    values = newValues;
    hashes = newHashes;
    first = 0;
    end = to;
    sharesValues = false;
    indexAnew(capacity);
  }

  /** {@link #pack} where nothing was removed. */
  private void grow(int capacity) {
    keys = Arrays.copyOf(keys, capacity, Object[].class);
    values = Arrays.copyOf(values, capacity, Object[].class);
    hashes = Arrays.copyOf(hashes, capacity);
    sharesValues = false;
    indexAnew(capacity);
  }

  /** For keys and hashes that are new, and this table's own. */
  private void indexAnew(int capacity) {
    index = capacity > DictKeys.SMALL ? DictKeys.indexOf(hashes, end, capacity) : null;
    shared = false;
  }

  /** Makes keys, hashes and index this table's own, without what was expected. */
  private void own() {
    if (shared) {
      keys = Arrays.copyOf(Arrays.copyOf(keys, end), keys.length, Object[].class);
      hashes = hashes.clone();
      indexAnew(keys.length);
    }
  }

  private void ownValues() {
    if (sharesValues) {
      values = values.clone();
      sharesValues = false;
    }
  }

  /** Whether this is the key that is expected next, so that it is not there yet. */
  private boolean isExpected(@Nullable Object key, int hash) {
    return shared && end < keys.length && hashes[end] == hash && isSame(key, keys[end]);
  }

  private void appendExpected(@Nullable Object value) {
    ownValues();
    values[end] = value;
    end++;
    size++;
  }

  private void append(@Nullable Object key, int hash, @Nullable Object value) {
    if (end == keys.length) {
      DictKeys known = size == end ? DictKeys.expected(keys, end, key) : null;
      if (known != null) {
        expect(known);
        values = Arrays.copyOf(values, keys.length, Object[].class);
        sharesValues = false;
        appendExpected(value);
        return;
      }
      pack(Math.max(4, size < end / 2 ? end : 2 * size));
    }
    own();
    ownValues();
    keys[end] = key;
    values[end] = value;
    hashes[end] = hash;
    if (index != null) {
      DictKeys.enter(index, hash, end);
    }
    end++;
    size++;
  }

  final @Nullable Object removeAt(int place) {
    beforeChange();
    own();
    ownValues();
    Object old = values[place];
    if (index != null) {
      int mask = index.length - 1;
      int at = hashes[place] & mask;
      while (index[at] != place + 1) {
        at = (at + 1) & mask;
      }
      index[at] = -1;
    }
    keys[place] = REMOVED;
    values[place] = null;
    size--;
    if (size == 0) {
      clear();
      return old;
    }
    while (keys[first] == REMOVED) {
      first++;
    }
    while (keys[end - 1] == REMOVED) {
      end--;
    }
    return old;
  }

  /** The value of a key; the other if there is none. */
  @SuppressWarnings("ReferenceEquality") // A quick look: most names are the same objects.
  final @Nullable Object find(@Nullable Object key, @Nullable Object missing) {
    if (index == null) {
      Object[] all = keys;
      for (int i = first; i < end; i++) {
        if (all[i] == key) {
          return values[i];
        }
      }
    }
    int place = find(key, hash(key));
    return place < 0 ? missing : values[place];
  }

  /** Takes out what is last, or first; null if there is nothing. */
  final Map.@Nullable Entry<K, V> poll(boolean last) {
    if (size == 0) {
      return null;
    }
    int place = last ? end - 1 : first;
    Map.Entry<K, V> entry =
        new SimpleImmutableEntry<>(Py.<K>cast(keys[place]), Py.<V>cast(values[place]));
    removeAt(place);
    return entry;
  }

  /** Whether all keys are str. */
  final boolean isTextual() {
    for (int i = first; i < end; i++) {
      if (!(keys[i] instanceof String) && keys[i] != REMOVED) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return find(key, hash(key)) >= 0;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return Py.<V>cast(find(key, (Object) null));
  }

  @Override
  public @Nullable V getOrDefault(@Nullable Object key, @Nullable V fallback) {
    return Py.<V>cast(find(key, (Object) fallback));
  }

  @Override
  public @Nullable V put(@Nullable K key, @Nullable V value) {
    beforeChange();
    int hash = hash(key);
    if (isExpected(key, hash)) {
      appendExpected(value);
      return null;
    }
    int place = find(key, hash);
    if (place < 0) {
      append(key, hash, value);
      return null;
    }
    V old = Py.<V>cast(values[place]);
    ownValues();
    values[place] = value;
    return old;
  }

  /** Adds one to a count, which is zero where there is none. */
  final void count(@Nullable Object key) {
    beforeChange();
    int hash = hash(key);
    int place = find(key, hash);
    if (place < 0 && isExpected(key, hash)) {
      appendExpected(1L);
    } else if (place < 0) {
      append(key, hash, 1L);
    } else {
      ownValues();
      values[place] = Numbers.add(values[place], 1L);
    }
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    if (size > 0 || !(entries instanceof DictTable<?, ?> other) || other.size == 0) {
      super.putAll(entries);
      return;
    }
    beforeChange();
    other.pack(other.end);
    takeKeys(other);
    other.sharesValues = true;
    moved++;
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    int place = find(key, hash(key));
    return place < 0 ? null : Py.<V>cast(removeAt(place));
  }

  @Override
  public void clear() {
    beforeChange();
    keys = NOTHING;
    values = NOTHING;
    hashes = NO_HASHES;
    index = null;
    shared = false;
    sharesValues = false;
    first = 0;
    end = 0;
    size = 0;
    moved++;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    int before = size;
    int numbers = moved;
    for (int i = first; i < end; i++) {
      if (keys[i] != REMOVED) {
        action.accept(Py.<K>cast(keys[i]), Py.<V>cast(values[i]));
        check(before, numbers);
      }
    }
  }

  /** Finds a change of size, or of the numbers of places, while it is gone over. */
  final void check(int before, int numbers) {
    if (size != before || moved != numbers) {
      throw new ConcurrentModificationException();
    }
  }

  final int firstPlace() {
    return first;
  }

  final int endOfPlaces() {
    return end;
  }

  final int moved() {
    return moved;
  }

  final boolean isRemoved(int place) {
    return keys[place] == REMOVED;
  }

  final K keyAt(int place) {
    return Py.<K>cast(keys[place]);
  }

  final V valueAt(int place) {
    return Py.<V>cast(values[place]);
  }

  final V setAt(int place, V value) {
    beforeChange();
    V old = valueAt(place);
    ownValues();
    values[place] = value;
    return old;
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new DictViews.Entries<>(this);
  }

  @Override
  public Set<K> keySet() {
    return new DictViews.Keys<>(this);
  }

  @Override
  public Collection<V> values() {
    return new DictViews.Values<>(this);
  }
}
