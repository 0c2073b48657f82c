package dev.weft.python;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * The operating system's signals, handled in a loop. The JDK's class for them is called by
 * reflection, since the compiler warns of it in a way that cannot be silenced.
 */
final class Signals {
  private static final Map<Long, String> NAMES =
      Map.of(1L, "HUP", 2L, "INT", 10L, "USR1", 12L, "USR2", 15L, "TERM");

  private final Loop loop;
  private final Map<Long, Object> before = new HashMap<>();

  Signals(Loop loop) {
    this.loop = loop;
  }

  private static Object signal(long number) throws ReflectiveOperationException {
    String name = NAMES.get(number);
    if (name == null) {
      throw new Errors.ValueError(
          "signal " + number + " cannot be handled: use SIGINT, SIGTERM, SIGHUP or SIGUSR1");
    }
    return Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
  }

  private static Object handle(long number, Object handler) {
    try {
      Object signal = signal(number);
      return signal
          .getClass()
          .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
          .invoke(null, signal, handler);
    } catch (InvocationTargetException e) {
      throw Exceptions.from(
          new Errors.RuntimeError("sig " + number + " cannot be caught"), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK has no sun.misc.Signal", e);
    }
  }

  private static Object handler(Runnable action) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.SignalHandler");
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, args) -> {
          if (method.getName().equals("handle")) {
            action.run();
            return null;
          }
          return method.getName().equals("hashCode")
              ? (Object) System.identityHashCode(proxy)
              : method.getName().equals("equals") ? (Object) false : "handler";
        });
  }

  /** Calls back in the loop whenever a signal comes. */
  void on(long number, Fn0<?> callback) {
    Context context = Context.copyCurrent();
    try {
      Object old = handle(number, handler(() -> loop.callSoon(callback, context)));
      before.putIfAbsent(number, old);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK has no sun.misc.SignalHandler", e);
    }
  }

  /** {@link #on} for Ctrl-C, unless the program has a handler already. */
  boolean interrupts(Fn0<?> callback) {
    if (before.containsKey(2L)) {
      return false;
    }
    on(2, callback);
    return true;
  }

  /** Back to what was before; whether there was a handler. */
  boolean off(long number) {
    Object old = before.remove(number);
    if (old != null) {
      handle(number, old);
    }
    return old != null;
  }

  void close() {
    for (Long number : before.keySet().toArray(new Long[0])) {
      off(number);
    }
  }

  /** {@code signal.raise_signal(number)}. */
  static void raise(long number) {
    try {
      Object signal = signal(number);
      signal.getClass().getMethod("raise", signal.getClass()).invoke(null, signal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK cannot raise signals", e);
    }
  }
}
