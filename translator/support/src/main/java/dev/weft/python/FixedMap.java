package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** What a dict holds at a moment, for code in Java: read by any thread, changed by none. */
final class FixedMap<K extends @Nullable Object, V extends @Nullable Object>
    extends DictTable<K, V> {
  FixedMap(DictTable<?, ?> dict, int depth, PyDict.Change change) {
    super(dict, depth, change);
  }

  @Override
  void beforeChange() {
    throw new UnsupportedOperationException("this map cannot be changed; change a copy of it");
  }
}
