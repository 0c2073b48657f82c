package dev.weft.python;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A set that iterates in CPython's order: its table is probed, filled and grown as CPython's {@code
 * setobject.c} does, and ints hash to themselves. Strings hash by Java's rule, as CPython's own
 * order of them changes from run to run.
 */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class PySet<T extends @Nullable Object> extends AbstractSet<T> {
  private static final Object DUMMY = new Object();
  private static final Object NONE = new Object();

  private @Nullable Object[] table = new Object[8];
  private long[] hashes = new long[8];
  private int fill;
  private int used;
  private boolean frozen;

  /** An empty set. */
  public PySet() {}

  /** A set of what an iterable gives. */
  @SuppressWarnings("unchecked") // A set's table holds its own items.
  public PySet(Iterable<? extends T> items) {
    if (items instanceof PySet<?> other) {
      merge((PySet<? extends T>) other);
    } else {
      items.forEach(this::add);
    }
  }

  /** CPython's {@code set_merge} into an empty set: its table may be smaller than the other's. */
  private void merge(PySet<? extends T> other) {
    if (other.used * 5 >= (table.length - 1) * 3) {
      resize(other.used * 2);
    }
    if (table.length == other.table.length && other.fill == other.used) {
      table = other.table.clone();
      hashes = other.hashes.clone();
    } else {
      for (int i = 0; i < other.table.length; i++) {
        Object entry = other.table[i];
        if (entry != null && entry != DUMMY) {
          int slot = find(entry, other.hashes[i]);
          table[slot] = entry;
          hashes[slot] = other.hashes[i];
        }
      }
    }
    fill = other.used;
    used = other.used;
  }

  /** {@code frozenset(items)}. */
  public static <T extends @Nullable Object> PySet<T> frozen(Iterable<? extends T> items) {
    PySet<T> set = new PySet<>(items);
    set.frozen = true;
    return set;
  }

  boolean isFrozen() {
    return frozen;
  }

  static long hash(@Nullable Object key) {
    // The most frequent first.
    return key instanceof Long l ? PyHash.of(l) : hashOther(key);
  }

  private static long hashOther(@Nullable Object key) {
    return switch (key) {
      case null -> 0xfca86420L;
      case Boolean b -> b ? 1 : 0;
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> hash(d.longValue());
      case FixedTuple t -> tuple(t.values());
      case Tuple<?> t -> tuple(t);
      case NamedTuple n -> tuple(n.values());
      case PyObject o when o.isPlainValue() -> hash(o.container());
      case java.util.List<?> l -> throw new Errors.TypeError("unhashable type: 'list'");
      case java.util.Map<?, ?> m -> throw new Errors.TypeError("unhashable type: 'dict'");
      case PyEnum e when e.isValue() -> hash(e.value());
      case Unhashable u -> {
        Unhashable.check(u);
        yield u.hashCode();
      }
      default -> key.hashCode();
    };
  }

  /** The hash of CPython's tuples, so that sets of int tuples keep their order too. */
  private static long tuple(java.util.List<?> items) {
    long acc = 2870177450012600261L;
    for (Object item : items) {
      acc += hash(item) * -4417276706812531889L;
      acc = Long.rotateLeft(acc, 31);
      acc *= -7046029288634856825L;
    }
    acc += items.size() ^ (2870177450012600261L ^ 3527539L);
    return acc == -1 ? 1546275796L : acc;
  }

  private static @Nullable Object mask(@Nullable Object key) {
    return key == null ? NONE : key;
  }

  private static @Nullable Object unmask(@Nullable Object key) {
    return key == NONE ? null : key;
  }

  private static boolean isSame(Object entry, @Nullable Object key) {
    if (entry instanceof Long x && key instanceof Long y) {
      return x.longValue() == y.longValue();
    }
    return entry == key || Py.eq(unmask(entry), unmask(key));
  }

  /** The slot of a key, or of the first free one on its way. */
  private int find(@Nullable Object key, long hash) {
    int m = table.length - 1;
    long perturb = hash;
    int i = (int) (hash & m);
    while (true) {
      int probes = i + 9 <= m ? 9 : 0;
      for (int j = i; j <= i + probes; j++) {
        Object entry = table[j];
        if (entry == null) {
          return j;
        }
        if (hashes[j] == hash && entry != DUMMY && isSame(entry, key)) {
          return j;
        }
      }
      perturb >>>= 5;
      i = (int) ((i * 5L + 1 + perturb) & m);
    }
  }

  @Override
  public boolean add(T item) {
    Object key = mask(item);
    long hash = hash(item);
    int slot = find(key, hash);
    if (table[slot] != null) {
      return false;
    }
    table[slot] = key;
    hashes[slot] = hash;
    fill++;
    used++;
    if (fill * 5 >= (table.length - 1) * 3) {
      resize(used > 50000 ? used * 2 : used * 4);
    }
    return true;
  }

  private void resize(int wanted) {
    int size = 8;
    while (size <= wanted) {
      size <<= 1;
    }
    Object[] old = table;
    long[] oldHashes = hashes;
    table = new Object[size];
    hashes = new long[size];
    fill = used;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null && old[i] != DUMMY) {
        int slot = find(old[i], oldHashes[i]);
        table[slot] = old[i];
        hashes[slot] = oldHashes[i];
      }
    }
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return table[find(mask(item), hash(item))] != null;
  }

  @Override
  public boolean remove(@Nullable Object item) {
    int slot = find(mask(item), hash(item));
    if (table[slot] == null) {
      return false;
    }
    table[slot] = DUMMY;
    hashes[slot] = -1;
    used--;
    return true;
  }

  /** {@code set.remove(item)}. */
  public void removeOrFail(@Nullable Object item) {
    if (!remove(item)) {
      throw new Errors.KeyError(item);
    }
  }

  /** {@code set.pop()}: the first in the table. */
  public T pop() {
    if (used == 0) {
      throw new Errors.KeyError("pop from an empty set");
    }
    T first = iterator().next();
    remove(first);
    return first;
  }

  @Override
  public void clear() {
    Arrays.fill(table, null);
    table = new Object[8];
    hashes = new long[8];
    fill = 0;
    used = 0;
  }

  @Override
  public boolean removeAll(Collection<?> items) {
    boolean changed = false;
    for (Object item : items) {
      changed |= remove(item);
    }
    return changed;
  }

  @Override
  public boolean retainAll(Collection<?> items) {
    PySet<T> kept = new PySet<>();
    for (T item : this) {
      if (items.contains(item)) {
        kept.add(item);
      }
    }
    boolean changed = kept.used != used;
    table = kept.table;
    hashes = kept.hashes;
    fill = kept.fill;
    used = kept.used;
    return changed;
  }

  @Override
  public int size() {
    return used;
  }

  @Override
  public Iterator<T> iterator() {
    int expected = used;
    return new Iterator<>() {
      private int at = next(0);

      private int next(int from) {
        int i = from;
        while (i < table.length && (table[i] == null || table[i] == DUMMY)) {
          i++;
        }
        return i;
      }

      @Override
      public boolean hasNext() {
        if (used != expected) {
          throw new Errors.RuntimeError("Set changed size during iteration");
        }
        return at < table.length;
      }

      @Override
      @SuppressWarnings("unchecked") // Only items are put in.
      public T next() {
        if (at >= table.length) {
          throw new NoSuchElementException();
        }
        T item = (T) unmask(table[at]);
        at = next(at + 1);
        return item;
      }
    };
  }

  @Override
  public int hashCode() {
    if (!frozen) {
      throw new Errors.TypeError("unhashable type: 'set'");
    }
    int hash = 0;
    for (T item : this) {
      hash += Long.hashCode(hash(item));
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof java.util.Set<?> s && s.size() == used && containsAll(s);
  }

  String repr() {
    String items = Py.join(this, "{", "}");
    return frozen
        ? (used == 0 ? "frozenset()" : "frozenset(" + items + ")")
        : used == 0 ? "set()" : items;
  }

  @Override
  public String toString() {
    return repr();
  }
}
