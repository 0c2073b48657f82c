package dev.weft.python;

import dev.weft.runtime.AsyncException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An async generator: its body runs as part of the task that asks for the next element.
 *
 * @param <T> what it yields
 */
@SuppressWarnings({
  "IterableAndIterator",
  "NullAway"
}) // As a Python generator is its own iterator; None is null.
public final class AsyncGenerator<T extends @Nullable Object> implements Iterable<T>, Iterator<T> {
  private final Generator.Body<T> body;
  private final dev.weft.runtime.AsyncGenerator<T, @Nullable Object> steps;
  private @Nullable Task<?> asking;
  private boolean started;
  private boolean ended;

  private AsyncGenerator(Generator.Body<T> body) {
    this.body = body;
    steps = dev.weft.runtime.AsyncGenerator.of(out -> run(body, out));
  }

  /** A generator that has not begun. */
  public static <T extends @Nullable Object> AsyncGenerator<T> of(Generator.Body<T> body) {
    return new AsyncGenerator<>(body);
  }

  private void run(
      Generator.Body<T> body, dev.weft.runtime.AsyncGenerator.Emitter<T, @Nullable Object> out) {
    dev.weft.runtime.AsyncGenerator.Exit[] exit = {null};
    // The body has a thread of its own, but stands in the task that asks.
    Task.adopt(asking);
    try {
      body.run(item -> {
        try {
          return out.emit(item);
        } catch (dev.weft.runtime.AsyncGenerator.Exit e) {
          exit[0] = e;
          throw new Errors.GeneratorExit();
        } finally {
          Task.adopt(asking);
        }
      });
    } catch (Errors.GeneratorExit e) {
      if (exit[0] == null) {
        throw e;
      }
      throw exit[0];
    } catch (Errors.StopIteration | Errors.StopAsyncIteration e) {
      throw raisedStop(e);
    }
  }

  /**
   * Runs it to its end in the calling task, and gives each element on. If that fails, the body sees
   * a {@code GeneratorExit} at its {@code yield}, and the failure is thrown.
   */
  public void drain(Consumer<? super T> taker) {
    started = true;
    ended = true;
    Drain<T> drain = new Drain<>(taker, "async generator");
    drain.run(() -> run(body, drain));
  }

  private static <T extends @Nullable Object> void run(Generator.Body<T> body, Drain<T> drain) {
    try {
      body.run(drain);
    } catch (Errors.StopIteration | Errors.StopAsyncIteration e) {
      throw raisedStop(e);
    }
  }

  private static Errors.RuntimeError raisedStop(RuntimeException e) {
    return Exceptions.from(
        new Errors.RuntimeError(
            "async generator raised "
                + (e instanceof Errors.StopIteration ? "StopIteration" : "StopAsyncIteration")),
        e);
  }

  @Override
  public Iterator<T> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    started = true;
    boolean more = !ended && guarded(steps::hasNext);
    ended |= !more;
    return more;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return steps.next();
  }

  private <R extends @Nullable Object> R guarded(Fn0<R> step) {
    boolean done = false;
    asking = Task.currentOrNull();
    try {
      R result = step.call();
      done = true;
      return result;
    } catch (AsyncException.Runtime e) {
      throw Exceptions.from(
          new Errors.RuntimeError("anext(): asynchronous generator is already running"), e);
    } finally {
      ended |= !done;
    }
  }

  /** {@code __anext__()} and {@code anext(generator)}. */
  @Awaited
  public T nextOrStop() {
    if (!hasNext()) {
      throw new Errors.StopAsyncIteration();
    }
    return steps.next();
  }

  /** {@code anext(generator, fallback)}. */
  public T nextOr(T fallback) {
    return hasNext() ? steps.next() : fallback;
  }

  /** {@code asend(value)}. */
  @Awaited
  public T send(@Nullable Object item) {
    if (!started && item != null) {
      throw new Errors.TypeError("can't send non-None value to a just-started async generator");
    }
    if (ended) {
      throw new Errors.StopAsyncIteration();
    }
    started = true;
    return orStop(() -> steps.send(item));
  }

  /** {@code athrow(e)}. */
  @Awaited
  public T raise(@Nullable Object error) {
    Throwable e = Exceptions.made(error);
    if (ended || !started) {
      boolean wasEnded = ended;
      close();
      if (wasEnded) {
        // As CPython has it: there is nobody left to throw it to.
        return Py.<T>cast(null);
      }
      throw Exceptions.raise(e);
    }
    return orStop(() -> steps.throwIn(e));
  }

  private T orStop(Fn0<T> step) {
    try {
      return guarded(step);
    } catch (NoSuchElementException e) {
      throw new Errors.StopAsyncIteration();
    }
  }

  boolean isEnded() {
    return ended;
  }

  /** {@code aclose()}. */
  @Awaited
  public void close() {
    if (ended || !started) {
      ended = true;
      return;
    }
    ended = true;
    asking = Task.currentOrNull();
    try {
      steps.close();
    } catch (AsyncException.Runtime e) {
      throw Exceptions.from(new Errors.RuntimeError("async generator ignored GeneratorExit"), e);
    }
  }

  @Override
  public String toString() {
    return "<async_generator object>";
  }
}
