package dev.weft.python;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the module {@code signal}. A handler runs in the loop, if one runs, and else in
 * the main thread when it sleeps or ends: Java code is not interrupted between two steps.
 */
public final class SignalModule {
  /** {@code SIG_DFL} and {@code SIG_IGN}. */
  public static final long DEFAULT = 0;

  public static final long IGNORE = 1;

  private static final Map<Long, Object> HANDLERS = new HashMap<>();
  private static final Queue<Runnable> PENDING = new ConcurrentLinkedQueue<>();
  private static volatile @Nullable Thread main;

  private SignalModule() {}

  /** A program begins, in the calling thread. */
  static void reset() {
    HANDLERS.forEach((number, handler) -> SignalHandlers.byDefault(number));
    HANDLERS.clear();
    PENDING.clear();
    main = Thread.currentThread();
  }

  /** {@code signal(number, handler)}: what handled it before. */
  public static Object handle(@Nullable Object signal, @Nullable Object handler) {
    long number = Numbers.toLong(signal);
    Object before = handlerOf(signal);
    if (handler instanceof PyCallable function) {
      SignalHandlers.handle(number, () -> arrive(() -> function.apply(number, null)));
    } else if (handler != null && Py.eq(handler, IGNORE)) {
      SignalHandlers.handle(number, () -> {});
    } else if (handler != null && Py.eq(handler, DEFAULT)) {
      SignalHandlers.byDefault(number);
    } else {
      throw new Errors.TypeError(
          "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    HANDLERS.put(number, handler);
    return before;
  }

  /** {@code getsignal(number)}. */
  public static Object handlerOf(@Nullable Object signal) {
    return HANDLERS.getOrDefault(Numbers.toLong(signal), DEFAULT);
  }

  /** {@code strsignal(number)}. */
  public static @Nullable String describe(@Nullable Object number) {
    return switch ((int) Numbers.toLong(number)) {
      case 1 -> "Hangup";
      case 2 -> "Interrupt";
      case 3 -> "Quit";
      case 4 -> "Illegal instruction";
      case 5 -> "Trace/breakpoint trap";
      case 6 -> "Aborted";
      case 7 -> "Bus error";
      case 8 -> "Floating point exception";
      case 9 -> "Killed";
      case 10 -> "User defined signal 1";
      case 11 -> "Segmentation fault";
      case 12 -> "User defined signal 2";
      case 13 -> "Broken pipe";
      case 14 -> "Alarm clock";
      case 15 -> "Terminated";
      case 17 -> "Child exited";
      case 18 -> "Continued";
      case 19 -> "Stopped (signal)";
      case 20 -> "Stopped";
      default -> null;
    };
  }

  /** {@code raise_signal(number)}: a handler runs at once. */
  public static void raise(@Nullable Object signal) {
    long number = Numbers.toLong(signal);
    if (HANDLERS.get(number) instanceof PyCallable function) {
      function.apply(number, null);
    } else {
      SignalHandlers.raise(number);
    }
  }

  private static void arrive(Runnable handler) {
    Loop loop = Loop.activeOrNull();
    if (loop != null) {
      loop.callSoon(() -> {
        handler.run();
        return null;
      });
      return;
    }
    PENDING.add(handler);
    Thread thread = main;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Runs what has come, in the main thread; whether there was something. */
  static boolean runPending() {
    boolean any = false;
    for (Runnable next = PENDING.poll(); next != null; next = PENDING.poll()) {
      any = true;
      next.run();
    }
    return any;
  }
}
