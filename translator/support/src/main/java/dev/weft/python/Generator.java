package dev.weft.python;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A generator: its body runs only while someone waits for its next value.
 *
 * @param <T> what it yields
 */
@SuppressWarnings({
  "IterableAndIterator",
  "NullAway"
}) // As a Python generator is its own iterator; None is null.
public final class Generator<T extends @Nullable Object> implements Iterable<T>, Iterator<T> {

  /** The body of a generator. */
  @FunctionalInterface
  @SuppressWarnings("FunctionalInterfaceMethodChanged") // It only says that nothing is returned.
  public interface Body<T extends @Nullable Object> extends Returning<T> {
    /** Runs, giving out what it yields. */
    void run(Yields<T> out);

    @Override
    default @Nullable Object runToEnd(Yields<T> out) {
      run(out);
      return null;
    }
  }

  /** The body of a generator with a {@code return} value. */
  @FunctionalInterface
  public interface Returning<T extends @Nullable Object> {
    /** Runs, giving out what it yields; returns what {@code yield from} gives. */
    @Nullable Object runToEnd(Yields<T> out);
  }

  /** Where a body yields. */
  public interface Yields<T extends @Nullable Object> {
    /** {@code yield value}; returns what is sent. */
    @Nullable Object yield_(T value);

    /** {@code yield from values}; what is sent and thrown goes on to a generator. */
    default @Nullable Object yieldFrom(Iterable<? extends T> values) {
      if (!(values instanceof Generator<? extends T> inner)) {
        values.forEach(this::yield_);
        return null;
      }
      Object sent = null;
      Throwable thrown = null;
      while (true) {
        T item;
        try {
          item = thrown != null ? inner.raise(thrown) : inner.send(sent);
        } catch (Errors.StopIteration e) {
          if (e == thrown) {
            throw e;
          }
          return inner.returned;
        }
        thrown = null;
        try {
          sent = yield_(item);
        } catch (Errors.GeneratorExit e) {
          inner.close();
          throw e;
        } catch (Throwable e) {
          thrown = e;
        }
      }
    }
  }

  private enum State {
    NEW,
    SUSPENDED,
    RUNNING,
    ENDED
  }

  private final Returning<T> body;

  /** Made when it is first stepped; what it gives out is in {@link #value}. */
  private dev.weft.runtime.@Nullable AsyncGenerator<@Nullable Object, @Nullable Object> steps;

  private Task.@Nullable Standing asking;
  private State state = State.NEW;
  private String name = "<genexpr>";
  private boolean ready;
  private @Nullable T value;
  private @Nullable Object sent;
  private @Nullable Object returned;

  /** Whether its end was raised, and with it what it returned. */
  private boolean told;

  private @Nullable Throwable thrown;
  private @Nullable Throwable failure;

  private Generator(Returning<T> body) {
    this.body = body;
  }

  /** A generator that has not begun. */
  public static <T extends @Nullable Object> Generator<T> of(Body<T> body) {
    return new Generator<>(body);
  }

  /** A generator that has not begun, with a value at its end. */
  public static <T extends @Nullable Object> Generator<T> returning(Returning<T> body) {
    return new Generator<>(body);
  }

  /**
   * Runs it to its end in the calling thread, and gives each element on. If that fails, the body
   * sees a {@code GeneratorExit} at its {@code yield}, and the failure is thrown.
   */
  public void drain(Consumer<? super T> taker) {
    if (state != State.NEW) {
      forEachRemaining(taker);
      return;
    }
    Drain<T> drain = new Drain<>(taker, "generator");
    drain.run(() -> pour(drain));
  }

  /** Runs it whole, for one who takes all; false if it has begun, and nothing was done. */
  boolean pour(Drain<? super T> out) {
    if (state != State.NEW) {
      return false;
    }
    state = State.RUNNING;
    try {
      returned = body.runToEnd(Py.<Yields<T>>cast(out));
    } catch (Errors.StopIteration e) {
      throw raisedStop(e);
    } finally {
      state = State.ENDED;
    }
    return true;
  }

  /** What its body has returned. */
  @Nullable Object returned() {
    return returned;
  }

  private static Errors.RuntimeError raisedStop(Errors.StopIteration e) {
    return Exceptions.from(new Errors.RuntimeError("generator raised StopIteration"), e);
  }

  private void step() {
    if (state == State.RUNNING) {
      throw new Errors.ValueError("generator already executing");
    }
    boolean first = state == State.NEW;
    state = State.RUNNING;
    if (first) {
      asking = Task.standing();
      steps = dev.weft.runtime.AsyncGenerator.detached(this::run);
    }
    if (steps.hasNext()) {
      steps.next();
    }
    Throwable failed = failure;
    failure = null;
    if (failed instanceof Errors.StopIteration e) {
      // Made here, and not in the body, which may have a thread of its own: the line is this one's.
      throw raisedStop(e);
    }
    if (failed != null) {
      throw Exceptions.raise(failed);
    }
  }

  private void run(
      dev.weft.runtime.AsyncGenerator.Emitter<@Nullable Object, @Nullable Object> out) {
    Task.Standing first = asking;
    asking = null;
    if (first != null) {
      // Where the body has a thread of its own.
      Task.stand(first);
    }
    try {
      returned = body.runToEnd(item -> hand(item, out));
    } catch (Throwable e) {
      failure = e;
    } finally {
      state = State.ENDED;
    }
  }

  private @Nullable Object hand(
      T item, dev.weft.runtime.AsyncGenerator.Emitter<@Nullable Object, @Nullable Object> out) {
    value = item;
    ready = true;
    state = State.SUSPENDED;
    out.emit(null);
    Throwable e = thrown;
    thrown = null;
    if (e != null) {
      throw Exceptions.raise(e);
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
  public void forEach(Consumer<? super T> taker) {
    drain(taker);
  }

  @Override
  public boolean hasNext() {
    if (!ready && state != State.ENDED) {
      step();
    }
    return ready;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return value;
  }

  T nextOrStop() {
    if (!hasNext()) {
      Object last = told ? null : returned;
      told = true;
      throw last == null ? new Errors.StopIteration() : new Errors.StopIteration(last);
    }
    return next();
  }

  /** Runs to the end, and gives the value there; for {@code __await__}. */
  @Nullable Object drained() {
    while (hasNext()) {
      next();
      Asyncio.await(Coroutine.of(() -> Asyncio.sleep(0)));
    }
    return returned;
  }

  /** {@code next(generator)}. */
  public T nextItem() {
    return nextOrStop();
  }

  /** {@code generator.send(value)}. */
  public T send(@Nullable Object item) {
    if (state == State.NEW && item != null) {
      throw new Errors.TypeError("can't send non-None value to a just-started generator");
    }
    sent = item;
    return nextOrStop();
  }

  /** {@code generator.__name__}. */
  public String name() {
    return name;
  }

  /** The line of its function, 0 if nobody asks. */
  private int line;

  /** The same generator, with the name of its function. */
  public Generator<T> named(String given) {
    name = given;
    return this;
  }

  /**
   * The same generator, with the line of its function: what is thrown in at once is raised there.
   */
  public Generator<T> definedAt(int line) {
    this.line = line;
    return this;
  }

  /** {@code generator.throw(e)}. */
  public T raise(@Nullable Object error) {
    Throwable e = Exceptions.made(error);
    if (state == State.NEW && line > 0) {
      Exceptions.raisedAt(e, name, line);
    }
    if (state == State.NEW || state == State.ENDED) {
      state = State.ENDED;
      throw Exceptions.raise(e);
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
      try {
        step();
      } catch (Errors.GeneratorExit | Errors.StopIteration e) {
        return;
      }
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
