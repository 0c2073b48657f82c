package dev.weft.python;

import org.jspecify.annotations.Nullable;

/**
 * Names that dicts have again and again, as at the border of a node or in a display, hashed once.
 * They never change, and any thread may use them.
 */
final class DictKeys {
  /** More keys, or longer ones, are rather data than names. */
  private static final int MOST = 8;

  private static final int LONGEST = 64;

  /** Those met last; a race loses one of them at most. */
  private static final @Nullable DictKeys[] RECENT = new DictKeys[256];

  private final @Nullable Object[] keys;
  private final int[] hashes;

  private DictKeys(@Nullable Object[] keys, int[] hashes) {
    this.keys = keys;
    this.hashes = hashes;
  }

  @Nullable Object[] keys() {
    return keys;
  }

  int[] hashes() {
    return hashes;
  }

  private static int place(String first, int size) {
    return (first.hashCode() * 31 + size) & (RECENT.length - 1);
  }

  /** Keys which begin with this one and are so many; null if none are known. */
  static @Nullable DictKeys beginningWith(@Nullable Object first, int size) {
    if (size > MOST || !(first instanceof String name)) {
      return null;
    }
    DictKeys known = RECENT[place(name, size)];
    return known != null && known.keys.length == size && known.hasAt(0, name) ? known : null;
  }

  /** Whether a key is the one at a place. */
  @SuppressWarnings("ReferenceEquality") // A quick look: most names are the same objects.
  boolean hasAt(int place, @Nullable Object key) {
    Object own = keys[place];
    return own == key || (own != null && own.equals(key));
  }

  /** Keeps keys that nobody is to change from now on; false if they are none to keep. */
  static boolean keep(@Nullable Object[] keys, int[] hashes) {
    if (keys.length == 0 || keys.length > MOST) {
      return false;
    }
    for (Object key : keys) {
      if (!(key instanceof String name) || name.length() > LONGEST) {
        return false;
      }
    }
    RECENT[place(String.valueOf(keys[0]), keys.length)] = new DictKeys(keys, hashes);
    return true;
  }
}
