package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A value that will come from somewhere else: a callback, a protocol, another thread. It is awaited
 * like a task, and combined with tasks in {@link Async#gather}, {@link Async#waitUntil}, {@link
 * Async#asCompleted} and {@link Select}; but nothing runs in it: whoever has it completes it. This
 * is {@code asyncio.Future}.
 *
 * {@snippet :
 * AsyncFuture<String> answer = AsyncFuture.create("answer");
 * client.ask("question", answer::complete);     // from any thread
 * String text = answer.await();
 * }
 *
 * <p>It ends once. The first of {@link #complete}, {@link #completeExceptionally} and {@link
 * #abort} decides how, and returns true; the others change nothing and return false. Those who wait
 * are then resumed, and {@linkplain #onDone callbacks} called, in the order in which they came; on
 * an event loop through its ready queue.
 *
 * <p>{@link #abort} cancels the future at once: who awaits it gets an {@link AsyncException.Join}
 * whose {@link AsyncException.Join#isCancelled isCancelled} is true. Cancelling a task in {@link
 * #await} leaves the future alone; in {@link #awaitOrAbort} it cancels the future too, as in
 * asyncio.
 *
 * <p>Thread-safe. Completing does not suspend.
 *
 * <p>Pitfall: a future that nobody completes keeps its awaiters for ever. Await it under a {@link
 * Async#timeout}.
 *
 * @param <T> the value
 */
public sealed interface AsyncFuture<T extends @Nullable Object> extends TaskHandle<T>
    permits SettableFuture {

  /**
   * A future that is not complete, whose callbacks run on the current task's runtime.
   *
   * @param name for dumps and errors
   * @throws AsyncException.Runtime outside a task
   */
  static <T extends @Nullable Object> AsyncFuture<T> create(String name) {
    return new SettableFuture<>(Task.require("AsyncFuture.create").runtime, name);
  }

  /** Completes it with a value; false if it had ended. */
  boolean complete(T value);

  /**
   * Completes it with a failure, which is the cause of what {@link #await} throws; a {@link
   * CancellationError} cancels it. False if it had ended.
   */
  boolean completeExceptionally(Throwable cause);
}
