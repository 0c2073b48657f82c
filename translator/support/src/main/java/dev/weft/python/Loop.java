package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import org.jspecify.annotations.Nullable;

/** The event loop as programs name it; there is one at a time. */
public final class Loop {
  private static final Loop LOOP = new Loop();

  private Loop() {}

  /** {@code get_running_loop()}. */
  public static Loop running() {
    return LOOP;
  }

  /** {@code loop.close()}: {@link Asyncio#run} has closed it. */
  public static void close() {}

  /** {@code loop.call_soon(callback, argument)}. */
  public static <A extends @Nullable Object> void callSoon(Fn1<? super A, ?> callback, A argument) {
    Asyncio.callSoon((Runnable) () -> callback.call(argument));
  }

  /** {@code loop.call_later(delay, callback, argument)}. */
  public static <A extends @Nullable Object> TimerHandle callLater(
      double delay, Fn1<? super A, ?> callback, A argument) {
    return Asyncio.callLater(delay, () -> callback.call(argument));
  }

  static TimerHandle handle(AsyncRuntime.Cancellable cancellable) {
    return new TimerHandle(cancellable);
  }
}
