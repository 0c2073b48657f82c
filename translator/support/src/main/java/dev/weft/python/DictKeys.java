package dev.weft.python;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names that dicts have again and again, as at the border of a node or in a display, hashed once.
 * They never change, and any thread may use them.
 */
final class DictKeys {
  /** So many are looked through; more have an index. */
  static final int SMALL = 8;

  /** More keys, or longer ones, are rather data than names. */
  private static final int MOST = 16;

  private static final int LONGEST = 64;

  /** Those met last, by the first and how many they are; a race loses one of them at most. */
  private static final @Nullable DictKeys[] RECENT = new DictKeys[256];

  /** What is expected to follow a first key, by that. */
  private static final @Nullable DictKeys[] EXPECTED = new DictKeys[256];

  /** What was left out last at each place of {@link #EXPECTED}. */
  private static final int[] LEFT_OUT = new int[EXPECTED.length];

  /** So often names are met before they are made the same objects as literals. */
  private static final int FEW = 8;

  private final @Nullable Object[] keys;

  /** The same keys, as they were met. */
  private final @Nullable Object[] given;

  private final int[] hashes;
  private final int @Nullable [] index;

  /** How often they were met; what other threads count may get lost. */
  private int met;

  private DictKeys(@Nullable Object[] keys, int[] hashes) {
    this(keys, keys, hashes);
  }

  private DictKeys(@Nullable Object[] keys, @Nullable Object[] given, int[] hashes) {
    this.keys = keys;
    this.given = given;
    this.hashes = hashes;
    this.index = keys.length > SMALL ? indexOf(hashes, keys.length, keys.length) : null;
  }

  @Nullable Object[] keys() {
    return keys;
  }

  int[] hashes() {
    return hashes;
  }

  int @Nullable [] index() {
    return index;
  }

  /** An index of the first places, with room for so many. */
  static int[] indexOf(int[] hashes, int end, int capacity) {
    int[] places = new int[Integer.highestOneBit(capacity) << 2];
    for (int i = 0; i < end; i++) {
      enter(places, hashes[i], i);
    }
    return places;
  }

  /** Puts a place into an index. */
  static void enter(int[] places, int hash, int place) {
    int mask = places.length - 1;
    int at = hash & mask;
    while (places[at] != 0) {
      at = (at + 1) & mask;
    }
    places[at] = place + 1;
  }

  private static int place(String first, int size) {
    return (first.hashCode() * 31 + size) & (RECENT.length - 1);
  }

  /** Keys which begin with this one and are so many; null if none are known. */
  static @Nullable DictKeys beginningWith(@Nullable Object first, int size) {
    if (size > MOST || !(first instanceof String name)) {
      return null;
    }
    int place = place(name, size);
    DictKeys known = RECENT[place];
    if (known == null || known.keys.length != size || !known.hasAt(0, name)) {
      return null;
    }
    if (known.met < FEW && ++known.met == FEW) {
      known = known.asLiterals();
      RECENT[place] = known;
    }
    return known;
  }

  /** The same, such that a program that looks for one of them finds that very object. */
  private DictKeys asLiterals() {
    @Nullable Object[] literals = keys.clone();
    for (int i = 0; i < literals.length; i++) {
      literals[i] = String.valueOf(literals[i]).intern();
    }
    DictKeys same = new DictKeys(literals, given, hashes);
    same.met = met;
    return same;
  }

  /** Whether a key is the one at a place. */
  @SuppressWarnings("ReferenceEquality") // A quick look: most names are the same objects.
  boolean hasAt(int place, @Nullable Object key) {
    Object own = given[place];
    return own == key || keys[place] == key || (own != null && own.equals(key));
  }

  private static int place(String first) {
    int hash = first.hashCode();
    return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (EXPECTED.length - 1);
  }

  /** Keys that begin with the first of these and then have another; null if none are known. */
  static @Nullable DictKeys expected(@Nullable Object[] begun, int end, @Nullable Object next) {
    if (end >= MOST || !((end == 0 ? next : begun[0]) instanceof String first)) {
      return null;
    }
    DictKeys known = EXPECTED[place(first)];
    if (known == null || known.keys.length <= end || !known.hasAt(end, next)) {
      return null;
    }
    for (int i = 0; i < end; i++) {
      if (!known.hasAt(i, begun[i])) {
        return null;
      }
    }
    return known;
  }

  /** Lets the first of these keys be expected where they begin alike, if they come again. */
  static void learn(@Nullable Object[] keys, int[] hashes, int count) {
    if (count > MOST || !(keys[0] instanceof String first)) {
      return;
    }
    int place = place(first);
    int mark = Arrays.hashCode(hashes);
    if (LEFT_OUT[place] != mark) {
      // Keys that are data do not come again, and would only be in the way.
      LEFT_OUT[place] = mark;
    } else if (areNames(keys, count)) {
      EXPECTED[place] =
          new DictKeys(Arrays.copyOf(keys, count, Object[].class), Arrays.copyOf(hashes, count));
    }
  }

  private static boolean areNames(@Nullable Object[] keys, int count) {
    for (int i = 0; i < count; i++) {
      if (!(keys[i] instanceof String name) || name.length() > LONGEST) {
        return false;
      }
    }
    return true;
  }

  /** Keeps keys that nobody is to change from now on; false if they are none to keep. */
  static boolean keep(@Nullable Object[] keys, int[] hashes) {
    if (keys.length == 0 || keys.length > MOST || !areNames(keys, keys.length)) {
      return false;
    }
    RECENT[place(String.valueOf(keys[0]), keys.length)] = new DictKeys(keys, hashes);
    return true;
  }
}
