package dev.weft.runtime;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running or finished task.
 *
 * <p>All methods are thread-safe and may be called from any task of any runtime, or from a thread
 * that is no task.
 *
 * @param <T> what the task returns
 */
public interface TaskHandle<T extends @Nullable Object> {

  /**
   * Waits for the task and returns its value. A finished task is answered at once, without
   * suspending. Several may await one task; they resume in the order in which they came.
   *
   * <p>Cancelling the awaiter does not cancel the awaited. A thread that is no task is blocked.
   *
   * @throws AsyncException.Join if the task threw an exception or was cancelled
   * @throws AsyncException.Panic if the task died of an {@link Error}
   * @throws CancellationError if the awaiter itself is cancelled
   * @throws AsyncException.Runtime if a task awaits itself
   */
  T await();

  /**
   * {@link #await}, but a cancellation of the awaiter goes to the awaited, whose end is then waited
   * for: if it is cancelled, so is the awaiter; if it returns all the same, its value is returned.
   * This is what {@code await task} does in asyncio.
   *
   * @throws CancellationError if the awaiter was cancelled, and the task with it
   */
  T awaitOrAbort();

  /** Whether the task has ended, in whatever way. */
  boolean isFinished();

  /** How the task ended; empty while it has not. */
  Optional<Outcome<T>> outcome();

  /** {@link #abort(Object)} without a reason. */
  default boolean abort() {
    return abort(null);
  }

  /**
   * Asks the task to end: a {@link CancellationError} is thrown from the suspension point at which
   * it stands, or from the next one. A task that has not started never runs its body. A task on a
   * thread of its own that is in a blocking call of the JDK is interrupted.
   *
   * <p>Returns at once; {@link #await()} or {@link #outcome()} tells when and how the task ended. A
   * task may clean up first, and may refuse.
   *
   * @param reason carried by the {@link CancellationError}; any object, or null
   * @return false if the task had already ended
   */
  boolean abort(@Nullable Object reason);

  /** How many times the task was asked to end, less those {@linkplain #uncancel() taken back}. */
  int cancelRequests();

  /**
   * Takes one request back, for code that caught a {@link CancellationError} which it had itself
   * caused; see {@code asyncio.Task.uncancel}.
   *
   * @return how many requests are left
   */
  int uncancel();

  /**
   * Calls back once the task has ended, in the order of registration: on the event loop through its
   * ready queue, otherwise on the thread that ended the task, or at once if it has ended before.
   * The callback must not block, and sees a copy of the task-locals of whoever registers it. What
   * it throws goes to the runtime's {@linkplain AsyncRuntime.Builder#failureHandler failure
   * handler}.
   */
  void onDone(Consumer<? super TaskHandle<T>> callback);

  /** The name given to the task, or one made from its number, such as {@code task-7}. */
  String name();
}
