package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An async generator. Its body runs as a task of its own that takes turns with whoever iterates, so
 * that each turn costs the loop two passes more than CPython's.
 *
 * @param <T> what it yields
 */
@SuppressWarnings("IterableAndIterator") // As a Python generator is its own iterator.
public final class AsyncGenerator<T extends @Nullable Object> implements Iterable<T>, Iterator<T> {
  private final Generator.Body<T> body;
  private @Nullable Task<@Nullable Void> task;
  private @Nullable Future<Boolean> wanted;
  private @Nullable Future<Boolean> given;
  private boolean ready;
  private boolean ended;
  private @Nullable T value;
  private @Nullable Object sent;
  private @Nullable Throwable thrown;
  private @Nullable Throwable failure;

  private AsyncGenerator(Generator.Body<T> body) {
    this.body = body;
  }

  /** A generator that has not begun. */
  public static <T extends @Nullable Object> AsyncGenerator<T> of(Generator.Body<T> body) {
    return new AsyncGenerator<>(body);
  }

  private void step() {
    Future<Boolean> answer = new Future<>();
    given = answer;
    if (task == null) {
      task = Asyncio.createTask(Coroutine.of(this::run), null);
    } else if (wanted != null) {
      wanted.setResult(true);
    }
    try {
      answer.await();
    } catch (CancellationError e) {
      // The body stands in the current task's place: it is cancelled with it.
      if (task != null && !ended && !ready) {
        task.cancel(e.reason());
        given = new Future<>();
        if (!ended) {
          given.await();
        }
      }
      if (failure == null) {
        throw e;
      }
    }
    Throwable failed = failure;
    failure = null;
    if (failed != null) {
      throw Errors.raise(failed);
    }
  }

  private void run() {
    try {
      body.run(this::hand);
    } catch (Errors.GeneratorExit e) {
      // Closed.
    } catch (Throwable e) {
      failure = e;
    } finally {
      ended = true;
      answer();
    }
  }

  private void answer() {
    if (given != null && !given.isDone()) {
      given.setResult(true);
    }
  }

  private @Nullable Object hand(T item) {
    value = item;
    ready = true;
    Future<Boolean> next = new Future<>();
    wanted = next;
    answer();
    next.await();
    Throwable e = thrown;
    thrown = null;
    if (e != null) {
      throw Errors.raise(e);
    }
    Object got = sent;
    sent = null;
    return got;
  }

  @Override
  public Iterator<T> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    if (!ready && !ended) {
      step();
    }
    return ready;
  }

  @Override
  @SuppressWarnings("NullAway") // Set by the body.
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return value;
  }

  /** {@code __anext__()} and {@code anext(generator)}. */
  public T nextOrStop() {
    if (!hasNext()) {
      throw new Errors.StopAsyncIteration();
    }
    return next();
  }

  /** {@code anext(generator, fallback)}. */
  public T nextOr(T fallback) {
    return hasNext() ? next() : fallback;
  }

  /** {@code asend(value)}. */
  public T send(@Nullable Object item) {
    sent = item;
    return nextOrStop();
  }

  /** {@code athrow(e)}. */
  public T raise(Throwable e) {
    if (task == null || ended) {
      ended = true;
      throw Errors.raise(e);
    }
    thrown = e;
    return nextOrStop();
  }

  /** {@code aclose()}. */
  public void close() {
    if (task != null && !ended) {
      ready = false;
      thrown = new Errors.GeneratorExit();
      step();
    }
    ended = true;
  }
}
