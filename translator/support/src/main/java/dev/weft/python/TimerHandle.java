package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import org.jspecify.annotations.Nullable;

/** A callback that is due: {@code asyncio.Handle} and {@code TimerHandle}. */
public final class TimerHandle {
  private final Loop loop;
  private final Fn0<?> callback;
  private final Context context;
  private final @Nullable Double when;
  private AsyncRuntime.@Nullable Cancellable timer;
  private volatile boolean cancelled;

  TimerHandle(Loop loop, Fn0<?> callback, @Nullable Context context, @Nullable Double when) {
    this.loop = loop;
    this.callback = callback;
    this.context = context == null ? Context.copyCurrent() : context;
    this.when = when;
  }

  void timer(AsyncRuntime.Cancellable given) {
    timer = given;
  }

  void run() {
    if (cancelled) {
      return;
    }
    Loop before = Loop.enter(loop);
    Context outer = Context.enter(context);
    try {
      callback.call();
    } catch (Errors.SystemExit | Errors.KeyboardInterrupt e) {
      loop.abort(e);
    } catch (Throwable e) {
      loop.report("Exception in callback " + callback, e, this);
    } finally {
      Context.enter(outer);
      Loop.enter(before);
    }
  }

  /** {@code cancel()}. */
  public void cancel() {
    cancelled = true;
    if (timer != null) {
      timer.cancel();
    }
  }

  /** {@code cancelled()}. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** {@code when()}. */
  public double when() {
    return when == null ? 0 : when;
  }

  @Override
  public String toString() {
    return "<Handle" + (cancelled ? " cancelled" : "") + ">";
  }
}
