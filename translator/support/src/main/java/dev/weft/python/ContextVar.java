package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code contextvars.ContextVar}. */
@SuppressWarnings("NullAway") // None is null, also as a value.
public final class ContextVar<T extends @Nullable Object> implements Repr {
  /** Stands for a value that was not set. */
  static final Object MISSING = new Object();

  private final String name;
  private final @Nullable Object fallback;

  private ContextVar(String name, @Nullable Object fallback) {
    this.name = name;
    this.fallback = fallback;
  }

  /** A variable without a default. */
  public static <T extends @Nullable Object> ContextVar<T> of(String name) {
    return new ContextVar<>(name, MISSING);
  }

  /** A variable with a default. */
  public static <T extends @Nullable Object> ContextVar<T> of(String name, T fallback) {
    return new ContextVar<>(name, fallback);
  }

  /** {@code get()}. */
  public T get() {
    Map<ContextVar<?>, @Nullable Object> values = Context.current().values();
    if (values.containsKey(this)) {
      return Py.<T>cast(values.get(this));
    }
    if (fallback == MISSING) {
      throw new Errors.LookupError(this);
    }
    return Py.<T>cast(fallback);
  }

  /** {@code get(fallback)}. */
  public T get(T given) {
    Map<ContextVar<?>, @Nullable Object> values = Context.current().values();
    return values.containsKey(this) ? Py.<T>cast(values.get(this)) : given;
  }

  /** {@code set(value)}. */
  public ContextToken<T> set(T value) {
    PyDict<ContextVar<?>, @Nullable Object> values = Context.current().values();
    Object old = values.find(this, MISSING);
    values.put(this, value);
    return new ContextToken<>(this, old);
  }

  /** {@code set(value)} in the current context, for those who set it often and never reset it. */
  public static void note(ContextVar<Long> variable, long value) {
    Context.current().note(variable, value);
  }

  /** {@code reset(token)}. */
  public void reset(ContextToken<T> token) {
    if (token.variable() != this) {
      throw new Errors.ValueError(token + " was created by a different ContextVar");
    }
    token.use();
    Map<ContextVar<?>, @Nullable Object> values = Context.current().values();
    if (token.old() == MISSING) {
      values.remove(this);
    } else {
      values.put(this, token.old());
    }
  }

  /** {@code name}. */
  @Property
  public String name() {
    return name;
  }

  @Override
  public String repr() {
    return "<ContextVar name="
        + Py.repr(name)
        + (fallback == MISSING ? "" : " default=" + Py.repr(fallback))
        + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}
