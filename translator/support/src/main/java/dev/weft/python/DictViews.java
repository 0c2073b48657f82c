package dev.weft.python;

import java.util.AbstractCollection;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a dict gives to go over its keys, values and entries. */
@SuppressWarnings("NullAway") // None is null, also among keys.
final class DictViews {
  private DictViews() {}

  /** Goes over the places in use. */
  private abstract static class Places<
          K extends @Nullable Object, V extends @Nullable Object, T extends @Nullable Object>
      implements Iterator<T> {
    final DictTable<K, V> table;
    private final int numbers;
    private int size;
    private int next;
    private int last = -1;

    Places(DictTable<K, V> table) {
      this.table = table;
      this.numbers = table.moved();
      this.size = table.size();
      this.next = table.firstPlace();
    }

    @Override
    public final boolean hasNext() {
      if (next >= table.endOfPlaces() && table.size() == size) {
        return false;
      }
      table.check(size, numbers);
      while (next < table.endOfPlaces() && table.isRemoved(next)) {
        next++;
      }
      return next < table.endOfPlaces();
    }

    /** The next place. */
    final int step() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      last = next++;
      return last;
    }

    @Override
    public final void remove() {
      if (last < 0) {
        throw new IllegalStateException();
      }
      if (size == 1) {
        // Emptying a table moves everything, which is of no account at its end.
        next = Integer.MAX_VALUE;
      }
      table.removeAt(last);
      last = -1;
      size--;
    }
  }

  /** A key and its value, as long as both are there. */
  private record Slot<K extends @Nullable Object, V extends @Nullable Object>(
      DictTable<K, V> table, int place) implements Map.Entry<K, V> {
    @Override
    public K getKey() {
      return table.keyAt(place);
    }

    @Override
    public V getValue() {
      return table.valueAt(place);
    }

    @Override
    public V setValue(V value) {
      return table.setAt(place, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Map.Entry<?, ?> e
          && Py.eq(getKey(), e.getKey())
          && Py.eq(getValue(), e.getValue());
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(getKey()) ^ Objects.hashCode(getValue());
    }

    @Override
    public String toString() {
      return getKey() + "=" + getValue();
    }
  }

  /** The entries. */
  static final class Entries<K extends @Nullable Object, V extends @Nullable Object>
      extends AbstractSet<Map.Entry<K, V>> {
    private final DictTable<K, V> table;

    Entries(DictTable<K, V> table) {
      this.table = table;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return new Places<K, V, Map.Entry<K, V>>(table) {
        @Override
        public Map.Entry<K, V> next() {
          return new Slot<>(table, step());
        }
      };
    }

    @Override
    public int size() {
      return table.size();
    }
  }

  /** The keys. */
  static final class Keys<K extends @Nullable Object> extends AbstractSet<K> {
    private final DictTable<K, ?> table;

    Keys(DictTable<K, ?> table) {
      this.table = table;
    }

    @Override
    public Iterator<K> iterator() {
      return iterator(table);
    }

    private static <K extends @Nullable Object, V extends @Nullable Object> Iterator<K> iterator(
        DictTable<K, V> table) {
      return new Places<K, V, K>(table) {
        @Override
        public K next() {
          return table.keyAt(step());
        }
      };
    }

    @Override
    public int size() {
      return table.size();
    }

    @Override
    public boolean contains(@Nullable Object key) {
      return table.containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
      int before = table.size();
      table.remove(key);
      return table.size() != before;
    }
  }

  /** The values. */
  static final class Values<V extends @Nullable Object> extends AbstractCollection<V> {
    private final DictTable<?, V> table;

    Values(DictTable<?, V> table) {
      this.table = table;
    }

    @Override
    public Iterator<V> iterator() {
      return iterator(table);
    }

    private static <K extends @Nullable Object, V extends @Nullable Object> Iterator<V> iterator(
        DictTable<K, V> table) {
      return new Places<K, V, V>(table) {
        @Override
        public V next() {
          return table.valueAt(step());
        }
      };
    }

    @Override
    public int size() {
      return table.size();
    }
  }
}
