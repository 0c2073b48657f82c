package dev.weft.python;

import java.util.AbstractCollection;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code keys()} and {@code values()} of a dict give: views that know their names. */
final class Views {
  private Views() {}

  /** {@code dict.keys()}. */
  static final class Keys<K extends @Nullable Object> extends AbstractSet<K> implements Repr {
    private final Set<K> keys;

    Keys(Set<K> keys) {
      this.keys = keys;
    }

    @Override
    public Iterator<K> iterator() {
      return keys.iterator();
    }

    @Override
    public int size() {
      return keys.size();
    }

    @Override
    public boolean contains(@Nullable Object key) {
      return keys.contains(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
      return keys.remove(key);
    }

    @Override
    public String repr() {
      return Py.join(keys, "dict_keys([", "])");
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  /** {@code dict.values()}. */
  static final class Values<V extends @Nullable Object> extends AbstractCollection<V>
      implements Repr {
    private final Collection<V> values;

    Values(Collection<V> values) {
      this.values = values;
    }

    @Override
    public Iterator<V> iterator() {
      return values.iterator();
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public String repr() {
      return Py.join(values, "dict_values([", "])");
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  /** {@code dict.items()}: as many as there are now. */
  static final class Items<T> extends AbstractCollection<T> implements Repr {
    private final Collection<T> items;

    Items(Collection<T> items) {
      this.items = items;
    }

    @Override
    public Iterator<T> iterator() {
      return items.iterator();
    }

    @Override
    public int size() {
      return items.size();
    }

    @Override
    public String repr() {
      return Py.join(items, "dict_items([", "])");
    }

    @Override
    public String toString() {
      return repr();
    }
  }
}
