package dev.weft.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A body that gives out elements one at a time, and runs only while somebody asks for the next. It
 * may suspend meanwhile, and can be sent values and exceptions; the protocol is that of Python's
 * asynchronous generators.
 *
 * {@snippet :
 * try (var lines = AsyncGenerator.<String, Void>of(out -> {
 *   try (Connection c = connect()) {
 *     while (c.isOpen()) {
 *       out.emit(c.readLine());
 *     }
 *   }
 * })) {
 *   while (lines.hasNext()) {
 *     print(lines.next());
 *   }
 * }
 * }
 *
 * <p>The body runs as part of the task that asks: what it waits for suspends that task, and a
 * cancellation of that task is thrown where the body waits, and passes through it. Nothing goes
 * through the event loop's ready queue where the body does not suspend.
 *
 * <p>Several tasks may use a generator in turn, but not at once: that throws {@link
 * AsyncException.Runtime}. {@link #close} it, with try-with-resources, when it is not asked to its
 * end; one that is still open when its runtime closes is closed then.
 *
 * <p>Pitfalls: a timeout or a task group that the body has open when it gives out an element
 * belongs to the task that made that step; another task should not make the next. {@link
 * Emitter#emit} may be called only by the body, not by tasks it starts. Where {@code
 * java.base/java.lang} is not opened the body has a thread of its own: it does not see
 * thread-locals and scoped values of the asking thread, a step costs five times as much, and the
 * generator stays in the event loop, or the world of ordinary threads, in which it was started.
 *
 * @param <T> what it gives out
 * @param <S> what it can be sent
 */
public interface AsyncGenerator<T extends @Nullable Object, S extends @Nullable Object>
    extends Iterator<T>, AutoCloseable {

  /** A generator whose body starts with the first step. */
  static <T extends @Nullable Object, S extends @Nullable Object> AsyncGenerator<T, S> of(
      Body<T, S> body) {
    return new StepGenerator<>(body, true, Coroutine::of);
  }

  /**
   * As {@link #of}, but no runtime closes it: one that is dropped is garbage, and what its body has
   * in {@code finally} is then not run. For generators that are made in great numbers and often not
   * asked to their end.
   */
  static <T extends @Nullable Object, S extends @Nullable Object> AsyncGenerator<T, S> detached(
      Body<T, S> body) {
    return new StepGenerator<>(body, false, Coroutine::of);
  }

  /**
   * What a generator runs.
   *
   * @param <T> what it gives out
   * @param <S> what it can be sent
   */
  @FunctionalInterface
  interface Body<T extends @Nullable Object, S extends @Nullable Object> {
    /** Runs, giving elements out; the generator ends when this returns. */
    void run(Emitter<T, S> out);
  }

  /**
   * Where a generator's body gives elements out.
   *
   * @param <T> what it gives out
   * @param <S> what it can be sent
   */
  @FunctionalInterface
  interface Emitter<T extends @Nullable Object, S extends @Nullable Object> {
    /**
     * Gives an element out, and waits until the next is asked for.
     *
     * @return what was {@linkplain AsyncGenerator#send sent}, or null
     * @throws Exit if the generator is closed
     * @throws AsyncException.Runtime if not called by the body
     */
    @Nullable S emit(T element);
  }

  /**
   * Runs the body up to the next element, unless that was done; whether there is one.
   *
   * @throws CancellationError if the task is cancelled while the body waits
   */
  @Override
  boolean hasNext();

  /**
   * Runs the body up to the next element, unless that was done, and returns it. What the body
   * throws comes out here, and ends the generator.
   *
   * @throws NoSuchElementException if there is none
   * @throws CancellationError if the task is cancelled while the body waits
   */
  @Override
  T next();

  /**
   * Lets {@link Emitter#emit} return a value, and runs the body up to the next element.
   *
   * @throws NoSuchElementException if there is none
   * @throws AsyncException.Runtime if the value is not null and the body has not started, or if
   *     {@link #hasNext} has already run the body to the next element
   */
  T send(S value);

  /**
   * Lets {@link Emitter#emit} throw, and runs the body up to the next element. If the body has not
   * started it never will, and the error is thrown here.
   *
   * @throws NoSuchElementException if there is none
   */
  T throwIn(Throwable error);

  /**
   * Ends the body: {@link Emitter#emit} throws {@link Exit}, and what the body does in {@code
   * finally} is awaited. A body that has not started never will. Does nothing at the end.
   *
   * @throws AsyncException.Runtime if the body gives out another element instead, or if the
   *     generator is being used elsewhere
   */
  @Override
  void close();

  /**
   * Thrown where a generator's body stands when the generator is closed early.
   *
   * <p>It is an {@link Error} so that {@code catch (Exception e)} does not swallow it. It has no
   * stack trace.
   */
  final class Exit extends Error {
    private static final long serialVersionUID = 1L;

    Exit() {
      super("the generator was closed", null, false, false);
    }
  }
}
