package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.Runner}: one loop and one context for several runs. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Runner implements ContextManager<Runner>, AutoCloseable {
  private final @Nullable Boolean debug;
  private @Nullable Loop loop;
  private @Nullable Context context;

  /** A runner whose loop is made when it is first needed. */
  public Runner(@Nullable Boolean debug) {
    this.debug = debug;
  }

  @Override
  public Runner enter() {
    loop();
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    close();
    return false;
  }

  /** {@code get_loop()}. */
  public Loop loop() {
    if (loop == null) {
      loop = Loop.create();
      if (debug != null) {
        loop.setDebug(debug);
      }
      context = Context.copyCurrent();
    }
    return loop;
  }

  private boolean isClosed;

  /** {@code run(coroutine)}. */
  public <T extends @Nullable Object> T run(Awaitable<T> main, @Nullable Context given) {
    return run(main, given, false);
  }

  <T extends @Nullable Object> T run(Awaitable<T> main, @Nullable Context given, boolean last) {
    if (isClosed) {
      throw new Errors.RuntimeError("Runner is closed");
    }
    if (Loop.runningOrNull() != null) {
      throw new Errors.RuntimeError("Runner.run() cannot be called from a running event loop");
    }
    Loop mine = loop();
    Task<T> task = mine.createTask(main, null, given != null ? given : context);
    boolean[] interrupted = {false};
    boolean handled =
        mine.signals()
            .interrupts(() -> {
              if (!interrupted[0]) {
                interrupted[0] = true;
                task.cancel(null);
              } else {
                mine.abort(new Errors.KeyboardInterrupt());
              }
              return null;
            });
    try {
      return mine.runUntilComplete(task, last);
    } catch (dev.weft.runtime.CancellationError e) {
      if (interrupted[0] && task.uncancel() == 0) {
        throw new Errors.KeyboardInterrupt();
      }
      throw e;
    } finally {
      if (handled) {
        mine.signals().off(2);
      }
    }
  }

  /** {@code close()}. */
  @Override
  public void close() {
    isClosed = true;
    if (loop != null && !loop.isClosed()) {
      try {
        loop.finish();
      } finally {
        loop.close();
      }
    }
  }
}
