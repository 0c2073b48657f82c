package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code contextvars.Context}: the values that context variables have for a task or a callback. */
@SuppressWarnings({
  "NullAway",
  "ReferenceEquality"
}) // None is null, also as a value; a variable is equal to itself alone.
public final class Context {
  private static final ThreadLocal<@Nullable Context> CURRENT = new InheritableThreadLocal<>();

  private final PyDict<ContextVar<?>, @Nullable Object> values;

  /** A variable whose value is not among the others yet, and that value. */
  private @Nullable ContextVar<Long> noted;

  private long note;

  /** A context without values. */
  public Context() {
    this.values = new PyDict<>();
  }

  private Context(Context other) {
    this.values = new PyDict<>(other.values());
  }

  /** {@code copy_context()}. */
  public static Context copyCurrent() {
    return new Context(current());
  }

  static @Nullable Context currentOrNull() {
    return CURRENT.get();
  }

  static Context current() {
    Context context = CURRENT.get();
    if (context == null) {
      context = new Context();
      CURRENT.set(context);
    }
    return context;
  }

  /** Makes it the current one of this thread, and returns the one before. */
  static @Nullable Context enter(@Nullable Context context) {
    Context before = CURRENT.get();
    CURRENT.set(context);
    return before;
  }

  /** {@code context.run(function)}. */
  public <T extends @Nullable Object> T run(Fn0<? extends T> function) {
    Context before = enter(this);
    try {
      return function.call();
    } finally {
      enter(before);
    }
  }

  /** The same for a function that gives None. */
  public @Nullable Void run(Runnable function) {
    return run(Fn0.of(function));
  }

  /** {@code context.copy()}. */
  public Context copy() {
    return new Context(this);
  }

  /** Sets a variable; what is overwritten before anybody asks costs next to nothing. */
  void note(ContextVar<Long> variable, long value) {
    if (noted != variable) {
      settle();
      noted = variable;
    }
    note = value;
  }

  private void settle() {
    ContextVar<Long> variable = noted;
    if (variable != null) {
      noted = null;
      values.put(variable, note);
    }
  }

  PyDict<ContextVar<?>, @Nullable Object> values() {
    settle();
    return values;
  }

  /** {@code context[variable]}. */
  public <T extends @Nullable Object> T item(ContextVar<T> variable) {
    if (!values().containsKey(variable)) {
      throw new Errors.KeyError(variable);
    }
    return Py.<T>cast(values().get(variable));
  }

  /** {@code context.get(variable, fallback)}. */
  public <T extends @Nullable Object> T get(ContextVar<T> variable, T fallback) {
    return values().containsKey(variable) ? Py.<T>cast(values().get(variable)) : fallback;
  }

  /** {@code context.keys()}. */
  public List<ContextVar<?>> keys() {
    return Lists.<ContextVar<?>>copy(values().keySet());
  }
}
