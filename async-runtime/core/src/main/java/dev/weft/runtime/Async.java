package dev.weft.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of code inside a task. They act on the current task, which is found through the current
 * thread, so that no runtime or scope needs to be passed along.
 *
 * <p>Except where said, each throws {@link AsyncException.Runtime} outside a task, and each that
 * suspends throws {@link CancellationError} if the task is cancelled meanwhile or was before.
 */
public final class Async {
  private Async() {}

  /**
   * Starts a child of the current task. A task does not end before its children: when its body
   * returns it waits for them, and when its body throws it cancels them and waits. The child's
   * failure reaches whoever awaits its handle; one that nobody awaited goes to the runtime's
   * failure handler.
   *
   * <p>The child copies the current task's locals. On the event loop it starts after all that is
   * ready now.
   *
   * <p>Pitfall: a child that never ends keeps its parent from ending. Use {@link
   * AsyncRuntime#spawn} for background work, and {@link #group} where one failure is to end all.
   *
   * @throws AsyncException.Spawn if the runtime is closed
   */
  public static <T extends @Nullable Object> TaskHandle<T> spawn(AsyncCall<? extends T, ?> body) {
    return Task.require("spawn").spawnChild(null, body);
  }

  /** {@link #spawn(AsyncCall)} for a body without a value. */
  public static TaskHandle<@Nullable Void> spawn(AsyncAction<?> body) {
    return spawn(Bodies.call(body));
  }

  /** {@link #spawn(AsyncCall)} with a name for dumps and errors. */
  public static <T extends @Nullable Object> TaskHandle<T> spawn(
      String name, AsyncCall<? extends T, ?> body) {
    return Task.require("spawn").spawnChild(Objects.requireNonNull(name), body);
  }

  /** {@link #spawn(String, AsyncCall)} for a body without a value. */
  public static TaskHandle<@Nullable Void> spawn(String name, AsyncAction<?> body) {
    return spawn(name, Bodies.call(body));
  }

  /**
   * {@link #spawn(AsyncCall)} of a child that stays with the current task's thread of control: of
   * the task and all such children of it, and theirs, only one runs at a time, and a switch happens
   * only at the suspension points of this package. So they may share what is not thread-safe. On an
   * event loop that holds for every task; on virtual threads the children take turns, first come
   * first served, and a blocking call of the JDK keeps the turn.
   *
   * @throws AsyncException.Spawn if the runtime is closed
   */
  public static <T extends @Nullable Object> TaskHandle<T> spawnLocal(
      AsyncCall<? extends T, ?> body) {
    return Task.require("spawnLocal").spawnLocalChild(body);
  }

  /** {@link #spawnLocal(AsyncCall)} for a body without a value. */
  public static TaskHandle<@Nullable Void> spawnLocal(AsyncAction<?> body) {
    return spawnLocal(Bodies.call(body));
  }

  /**
   * Starts blocking or CPU-heavy work on a bounded pool of platform threads, as a child of the
   * current task. Work that waits for a thread can be aborted before it starts; work that runs is
   * interrupted. Inside, the verbs of this class block the pool's thread.
   */
  public static <T extends @Nullable Object> TaskHandle<T> spawnBlocking(
      AsyncCall<? extends T, ?> body) {
    return Task.require("spawnBlocking").spawnBlockingChild(body);
  }

  /** {@link #spawnBlocking(AsyncCall)} for a body without a value. */
  public static TaskHandle<@Nullable Void> spawnBlocking(AsyncAction<?> body) {
    return spawnBlocking(Bodies.call(body));
  }

  /**
   * Suspends for at least a duration. Zero or less yields once, as {@link #yieldNow}. On the event
   * loop, sleepers with equal deadlines resume in the order in which they fell asleep.
   */
  public static void sleep(Duration duration) {
    Task.require("sleep").sleep(duration);
  }

  /** Lets the other ready tasks run first; on virtual threads a hint. */
  public static void yieldNow() {
    Task.require("yieldNow").yieldNow();
  }

  /**
   * Runs a body in the current task, and cancels it when the time is up. The body's cleanup is
   * awaited. On virtual threads a blocking call of the JDK is interrupted, and what it throws of
   * that is the cause of the {@link AsyncException.Timeout}. A body that returns in spite of the
   * expiry is believed: its value is returned.
   *
   * <p>Timeouts nest, and an expiry is never confused with a cancellation from outside: if both
   * come, the latter wins. Zero or less expires at the body's first suspension point.
   *
   * @throws AsyncException.Timeout if the time ran out
   * @throws X what the body throws
   */
  public static <T extends @Nullable Object, X extends Throwable> T timeout(
      Duration limit, AsyncCall<? extends T, X> body) throws X {
    return Task.require("timeout").timeout(limit, deadline -> body.run());
  }

  /** {@link #timeout(Duration, AsyncCall)} for a body without a value. */
  public static <X extends Throwable> void timeout(Duration limit, AsyncAction<X> body) throws X {
    Async.<@Nullable Void, X>timeout(limit, Bodies.call(body));
  }

  /**
   * {@link #timeout(Duration, AsyncCall)} for a body that may set its limit anew.
   *
   * @throws AsyncException.Timeout if the time ran out
   * @throws X what the body throws
   */
  @SuppressWarnings("overloads") // A lambda's number of parameters tells them apart.
  public static <T extends @Nullable Object, X extends Throwable> T timeout(
      Duration limit, Deadline.Body<? extends T, X> body) throws X {
    return Task.require("timeout").timeout(limit, body);
  }

  /**
   * Runs a body so that a cancellation of the current task does not reach it: for cleanup that has
   * to be done. The body runs as a task of its own; a cancellation that came meanwhile comes up at
   * the next suspension point.
   *
   * <p>Pitfall: nothing ends a shielded body from outside, so give it a {@link #timeout} inside.
   *
   * @throws AsyncException.Join if the body threw an exception
   */
  public static <T extends @Nullable Object> T shield(AsyncCall<? extends T, ?> body) {
    return Combining.shield(Task.require("shield"), body);
  }

  /** {@link #shield(AsyncCall)} for a body without a value. */
  public static void shield(AsyncAction<?> body) {
    shield(Bodies.call(body));
  }

  /**
   * Waits for tasks and returns their values in the order in which the tasks were given; without
   * any, at once. The first failure is thrown when it happens, and the other tasks go on. A
   * cancellation goes to all the tasks, whose end is awaited. This is {@code asyncio.gather}.
   *
   * <p>Pitfall: where one failure is to end the others, use {@link #group}.
   *
   * @throws AsyncException.Join if a task threw an exception or was cancelled
   */
  public static <T extends @Nullable Object> List<T> gather(
      Collection<? extends TaskHandle<? extends T>> tasks) {
    return Combining.gatherValues(Task.require("gather"), tasks);
  }

  /**
   * {@link #gather} that waits for all tasks and returns how each ended: {@code return_exceptions}
   * in asyncio.
   */
  public static <T extends @Nullable Object> List<Outcome<T>> gatherOutcomes(
      Collection<? extends TaskHandle<? extends T>> tasks) {
    return Combining.gatherOutcomes(Task.require("gatherOutcomes"), tasks);
  }

  /**
   * Waits until enough of the tasks have ended. Neither a failure nor a cancellation of the wait
   * touches the tasks. This is {@code asyncio.wait}.
   *
   * @throws IllegalArgumentException if there is no task
   */
  public static <T extends @Nullable Object> Waited<T> waitUntil(
      Until until, Collection<? extends TaskHandle<T>> tasks) {
    return Combining.waitUntil(Task.require("waitUntil"), until, tasks, null);
  }

  /**
   * {@link #waitUntil(Until, Collection)} for a time at the most; running out of it is no error.
   */
  public static <T extends @Nullable Object> Waited<T> waitUntil(
      Until until, Collection<? extends TaskHandle<T>> tasks, Duration limit) {
    return Combining.waitUntil(Task.require("waitUntil"), until, tasks, limit);
  }

  /**
   * The tasks in the order in which they end; each {@code next()} waits for one. Can be iterated
   * once. A limit is set by a {@link #timeout} around the loop.
   */
  public static <T extends @Nullable Object> Iterable<TaskHandle<T>> asCompleted(
      Collection<? extends TaskHandle<T>> tasks) {
    return Combining.asCompleted(tasks);
  }

  /**
   * Runs bodies as tasks and returns the value of the first to return. The others are cancelled and
   * their cleanup awaited.
   *
   * @throws AsyncException if none returned: the first failure, the others suppressed under it
   * @throws IllegalArgumentException if there is no body
   */
  public static <T extends @Nullable Object> T race(
      Collection<? extends AsyncCall<? extends T, ?>> bodies) {
    return Combining.<T>race(Task.require("race"), bodies);
  }

  /**
   * Runs a body with a {@link TaskGroup}, in the current task, and waits for all tasks of the
   * group. The first failure, of a task or of the body, cancels the others and the body.
   *
   * @return what the body returned
   * @throws X what the body threw, the other failures suppressed under it
   * @throws AsyncException.Join the first failure of a task, the others suppressed under it
   */
  public static <T extends @Nullable Object, X extends Throwable> T group(
      TaskGroup.Body<? extends T, X> body) throws X {
    return TaskGroup.run(Task.require("group"), body);
  }

  /** {@link #group(TaskGroup.Body)} for a body without a value, written as a block. */
  @SuppressWarnings(
      "overloads") // A block either returns a value or does not, which tells them apart.
  public static <X extends Throwable> void group(TaskGroup.Action<X> body) throws X {
    Async.<@Nullable Void, X>group(group -> {
      body.run(group);
      return null;
    });
  }

  /**
   * Throws if the current task was asked to end. For long computations without a suspension point;
   * it does not suspend.
   *
   * @throws CancellationError if the task was cancelled
   */
  public static void checkCancelled() {
    Task.require("checkCancelled").checkCancelled();
  }

  /** The current task; empty in a thread that is none. */
  public static Optional<TaskHandle<?>> currentTask() {
    return Optional.ofNullable(Task.current());
  }

  /** The runtime of the current task. */
  public static AsyncRuntime currentRuntime() {
    return Task.require("currentRuntime").runtime();
  }
}
