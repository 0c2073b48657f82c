package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code contextvars.Token}: what undoes one {@code set}. */
public final class ContextToken<T extends @Nullable Object> {
  private final ContextVar<T> variable;
  private final @Nullable Object old;
  private boolean used;

  ContextToken(ContextVar<T> variable, @Nullable Object old) {
    this.variable = variable;
    this.old = old;
  }

  /** {@code token.var}. */
  @Property
  public ContextVar<T> variable() {
    return variable;
  }

  @Nullable Object old() {
    return old;
  }

  /** {@code token.old_value}. */
  @SuppressWarnings("ReferenceEquality") // The marker is one object.
  @Property
  public @Nullable Object oldValue() {
    return old == ContextVar.MISSING ? "<Token.MISSING>" : old;
  }

  void use() {
    if (used) {
      throw new Errors.RuntimeError(this + " has already been used once");
    }
    used = true;
  }

  @Override
  public String toString() {
    return "<Token" + (used ? " used" : "") + " var=" + variable + ">";
  }
}
