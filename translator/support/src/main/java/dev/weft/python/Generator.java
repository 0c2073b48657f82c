package dev.weft.python;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A generator: its body runs, on a thread of its own, only while someone waits for its next value.
 *
 * @param <T> what it yields
 */
@SuppressWarnings("IterableAndIterator") // As a Python generator is its own iterator.
public final class Generator<T extends @Nullable Object> implements Iterable<T>, Iterator<T> {

  /** The body of a generator. */
  @FunctionalInterface
  public interface Body<T extends @Nullable Object> {
    /** Runs, giving out what it yields. */
    void run(Yields<T> out);
  }

  /** Where a body yields. */
  public interface Yields<T extends @Nullable Object> {
    /** {@code yield value}; returns what is sent. */
    @Nullable Object yield_(T value);

    /** {@code yield from values}. */
    default void yieldFrom(Iterable<? extends T> values) {
      values.forEach(this::yield_);
    }
  }

  private enum State {
    NEW,
    SUSPENDED,
    RUNNING,
    ENDED
  }

  private final Body<T> body;
  private final Semaphore resume = new Semaphore(0);
  private final Semaphore handed = new Semaphore(0);
  private State state = State.NEW;
  private boolean ready;
  private @Nullable T value;
  private @Nullable Object sent;
  private @Nullable Throwable thrown;
  private @Nullable Throwable failure;

  private Generator(Body<T> body) {
    this.body = body;
  }

  /** A generator that has not begun. */
  public static <T extends @Nullable Object> Generator<T> of(Body<T> body) {
    return new Generator<>(body);
  }

  private void step() {
    if (state == State.RUNNING) {
      throw new Errors.ValueError("generator already executing");
    }
    boolean first = state == State.NEW;
    state = State.RUNNING;
    if (first) {
      Thread.ofVirtual().name("generator").start(this::run);
    } else {
      resume.release();
    }
    handed.acquireUninterruptibly();
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
      // Closed: the end that was asked for.
    } catch (Errors.StopIteration e) {
      failure = Errors.from(new Errors.RuntimeError("generator raised StopIteration"), e);
    } catch (Throwable e) {
      failure = e;
    } finally {
      state = State.ENDED;
      handed.release();
    }
  }

  private @Nullable Object hand(T item) {
    value = item;
    ready = true;
    state = State.SUSPENDED;
    handed.release();
    resume.acquireUninterruptibly();
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
    if (!ready && state != State.ENDED) {
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

  private T nextOrStop() {
    if (!hasNext()) {
      throw new Errors.StopIteration();
    }
    return next();
  }

  /** {@code generator.send(value)}. */
  public T send(@Nullable Object item) {
    if (state == State.NEW && item != null) {
      throw new Errors.TypeError("can't send non-None value to a just-started generator");
    }
    sent = item;
    return nextOrStop();
  }

  /** {@code generator.throw(e)}. */
  public T raise(Throwable e) {
    if (state == State.NEW || state == State.ENDED) {
      state = State.ENDED;
      throw Errors.raise(e);
    }
    thrown = e;
    return nextOrStop();
  }

  /** {@code generator.close()}. */
  public void close() {
    if (state == State.NEW) {
      state = State.ENDED;
    }
    if (state == State.SUSPENDED) {
      ready = false;
      thrown = new Errors.GeneratorExit();
      step();
      if (ready) {
        ready = false;
        throw new Errors.RuntimeError("generator ignored GeneratorExit");
      }
    }
  }

  @Override
  public String toString() {
    return "<generator object>";
  }
}
