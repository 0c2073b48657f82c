package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A field of an object that may be read before it has a value. */
public final class Attribute<T extends @Nullable Object> {
  private final Object owner;
  private final String name;
  private boolean bound;
  private @Nullable T value;

  /** A field without a value. */
  public Attribute(Object owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  /** Its value. */
  @SuppressWarnings("NullAway") // None is null.
  public T get() {
    if (!bound) {
      throw new Errors.AttributeError(
          "'" + Py.typeName(owner) + "' object has no attribute '" + name + "'");
    }
    return value;
  }

  /** Gives it a value. */
  public void set(T value) {
    this.value = value;
    bound = true;
  }

  boolean isBound() {
    return bound;
  }

  /** The same field of a copy of its object, with another value if it has one. */
  Attribute<@Nullable Object> of(
      Object copy, java.util.function.UnaryOperator<@Nullable Object> inner) {
    Attribute<@Nullable Object> own = new Attribute<>(copy, name);
    if (bound) {
      own.set(inner.apply(value));
    }
    return own;
  }
}
