package dev.weft.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** {@code contextlib.ExitStack} and {@code AsyncExitStack}. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class ExitStack implements ContextManager<ExitStack> {
  private final Deque<ContextManager<?>> managers = new ArrayDeque<>();

  /** An empty stack. */
  public ExitStack() {}

  @Override
  public ExitStack enter() {
    return this;
  }

  /** {@code enter_context(manager)}. */
  public <T extends @Nullable Object> T enterContext(ContextManager<T> manager) {
    T value = manager.enter();
    managers.push(manager);
    return value;
  }

  /** {@code enter_context(manager)} of something unknown. */
  public @Nullable Object enterAny(@Nullable Object manager, boolean isAsync) {
    if (manager instanceof ContextManager<?> m) {
      return enterContext(m);
    }
    if (manager instanceof Lock lock) {
      lock.acquire();
      callback(() -> {
        lock.release();
        return null;
      });
      return null;
    }
    String a = isAsync ? "a" : "";
    if (manager == null || !Dyn.has(manager, "__" + a + "exit__")) {
      throw new Errors.TypeError(
          "'"
              + Py.typeName(manager)
              + "' object does not support the "
              + (isAsync ? "asynchronous " : "")
              + "context manager protocol");
    }
    Object value = settled(Dyn.invoke(manager, "__" + a + "enter__"));
    managers.push(
        new ContextManager<@Nullable Object>() {
          @Override
          public @Nullable Object enter() {
            return null;
          }

          @Override
          public boolean exit(@Nullable Throwable raised) {
            return Py.truth(
                settled(
                    Dyn.invoke(
                        manager,
                        "__" + a + "exit__",
                        raised == null ? null : PyType.ofValue(raised),
                        raised,
                        null)));
          }
        });
    return value;
  }

  /** {@code push(exit)}: something with {@code __exit__}, or a function like it. */
  public @Nullable Object push(@Nullable Object exit) {
    managers.push(
        new ContextManager<@Nullable Object>() {
          @Override
          public @Nullable Object enter() {
            return null;
          }

          @Override
          public boolean exit(@Nullable Throwable raised) {
            if (exit instanceof ContextManager<?> m) {
              return m.exit(raised);
            }
            Object type = raised == null ? null : PyType.ofValue(raised);
            return Py.truth(
                exit != null && Dyn.has(exit, "__exit__")
                    ? Dyn.invoke(exit, "__exit__", type, raised, null)
                    : Dyn.call(exit, type, raised, null));
          }
        });
    return exit;
  }

  private static @Nullable Object settled(@Nullable Object value) {
    return value instanceof Coroutine<?> c ? c.await() : value;
  }

  /** {@code callback(function)}. */
  public void callback(Fn0<?> function) {
    managers.push(
        new ContextManager<@Nullable Object>() {
          @Override
          public @Nullable Object enter() {
            return null;
          }

          @Override
          public boolean exit(@Nullable Throwable raised) {
            function.call();
            return false;
          }
        });
  }

  /** The same for a function that gives None. */
  public void callback(Runnable function) {
    callback(Fn0.of(function));
  }

  /** {@code push_async_callback(function)}. */
  public void asyncCallback(Fn0<?> function) {
    callback(() -> settled(function.call()));
  }

  /** {@code pop_all()}. */
  public ExitStack popAll() {
    ExitStack other = new ExitStack();
    other.managers.addAll(managers);
    managers.clear();
    return other;
  }

  /** {@code close()}. */
  public void close() {
    exit(null);
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    Throwable now = raised;
    while (!managers.isEmpty()) {
      try {
        if (managers.pop().exit(now)) {
          now = null;
        }
      } catch (Throwable e) {
        now = now == null || now == e ? e : Exceptions.during(e, now);
      }
    }
    if (now != null && now != raised) {
      throw Exceptions.raise(now);
    }
    return raised != null && now == null;
  }
}
