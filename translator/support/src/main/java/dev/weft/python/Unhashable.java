package dev.weft.python;

/**
 * An object that cannot be a key or an element of a set, since its class compares by value and has
 * no {@code __hash__}: what it equals may change.
 */
public interface Unhashable {
  /** Fails for an object that cannot be hashed. */
  static void check(Object value) {
    if (value instanceof Unhashable && !Members.hasMethod(value.getClass(), "__hash__")) {
      throw new Errors.TypeError("unhashable type: '" + Py.typeName(value) + "'");
    }
  }
}
