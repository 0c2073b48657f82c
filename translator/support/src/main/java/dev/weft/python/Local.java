package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A local variable that may be read before it has a value. */
public final class Local<T extends @Nullable Object> {
  private final String name;
  private final boolean ofModule;
  private boolean bound;
  private @Nullable T value;

  /** A variable without a value. */
  public Local(String name) {
    this(name, false);
  }

  /** A variable of a function or of a module. */
  public Local(String name, boolean ofModule) {
    this.name = name;
    this.ofModule = ofModule;
  }

  /** Its value. */
  @SuppressWarnings("NullAway") // None is null.
  public T get() {
    if (!bound && ofModule) {
      throw new Errors.NameError("name '" + name + "' is not defined");
    }
    if (!bound) {
      throw new Errors.UnboundLocalError(
          "cannot access local variable '" + name + "' where it is not associated with a value");
    }
    return value;
  }

  /** Its value, for a function inside the one whose variable it is. */
  @SuppressWarnings("NullAway") // As above.
  public T free() {
    if (!bound && !ofModule) {
      throw new Errors.NameError(
          "cannot access free variable '"
              + name
              + "' where it is not associated with a value in enclosing scope");
    }
    return get();
  }

  /** Gives it a value. */
  public void set(T value) {
    this.value = value;
    bound = true;
  }

  /** {@code del name}. */
  public void delete() {
    get();
    bound = false;
    value = null;
  }
}
