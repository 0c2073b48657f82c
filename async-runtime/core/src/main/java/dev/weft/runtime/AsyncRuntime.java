package dev.weft.runtime;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hosts tasks. An application creates one, runs its main body in it with {@link #blockOn}, and
 * closes it.
 *
 * {@snippet :
 * try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
 *   int sum = runtime.blockOn(() -> {
 *     TaskHandle<Integer> one = Async.spawn(() -> 1);
 *     TaskHandle<Integer> two = Async.spawn(() -> 2);
 *     return one.await() + two.await();
 *   });
 * }
 * }
 *
 * <p>Tasks are written in direct style: ordinary calls that suspend. On {@linkplain
 * #virtualThreads() virtual threads} tasks run in parallel. On the {@linkplain #eventLoop() event
 * loop} one runs at a time, first in first out, and a switch happens only at the suspension points
 * of {@link Async} and of this package's primitives.
 *
 * <p>A runtime is thread-safe. It is an instance: nothing about it is global, and several may live
 * side by side.
 */
public interface AsyncRuntime extends AutoCloseable {

  /** A runtime whose tasks run in parallel, each on a virtual thread of its own. */
  static AsyncRuntime virtualThreads() {
    return builder().backend(Backend.VIRTUAL_THREADS).build();
  }

  /** A runtime that runs one task at a time, in the order of asyncio. */
  static AsyncRuntime eventLoop() {
    return builder().backend(Backend.EVENT_LOOP).build();
  }

  /** Settings for a runtime; without any, it runs on virtual threads. */
  static Builder builder() {
    return new RuntimeBuilder();
  }

  /** What runs the tasks. */
  enum Backend {
    /** One virtual thread per task, in parallel, on the JDK's scheduler. */
    VIRTUAL_THREADS,
    /** One task at a time; mounted on the loop's thread where possible, by baton where not. */
    EVENT_LOOP,
    /**
     * The event loop with its tasks mounted on one thread; needs {@code --add-opens
     * java.base/java.lang=ALL-UNNAMED} (or {@code =dev.weft.runtime} on the module path).
     */
    EVENT_LOOP_MOUNTED,
    /** The event loop as ordinary virtual threads that pass a baton; needs no flag. */
    EVENT_LOOP_BATON
  }

  /**
   * Runs a body as the root task and returns its value, blocking the calling thread. An event loop
   * that was not {@linkplain #start() started} runs only while somebody is in this method; tasks
   * that are left over rest until the next call.
   *
   * <p>If the calling thread is interrupted, the root task is cancelled, its end is awaited, and
   * the interrupt flag is restored.
   *
   * @throws AsyncException.Join if the body threw an exception or was cancelled
   * @throws AsyncException.Panic if the body died of an {@link Error}
   * @throws AsyncException.Runtime if called from inside a task of this runtime, or after close
   */
  <T extends @Nullable Object> T blockOn(AsyncCall<? extends T, ?> body);

  /** {@link #blockOn(AsyncCall)} for a body without a value. */
  default void blockOn(AsyncAction<?> body) {
    this.<@Nullable Object>blockOn(Bodies.call(body));
  }

  /**
   * Starts a background task that belongs to the runtime rather than to a task: it lives until it
   * ends or the runtime closes. May be called from any thread.
   *
   * @throws AsyncException.Spawn if the runtime is closed
   */
  <T extends @Nullable Object> TaskHandle<T> spawn(AsyncCall<? extends T, ?> body);

  /** {@link #spawn(AsyncCall)} for a body without a value. */
  default TaskHandle<@Nullable Void> spawn(AsyncAction<?> body) {
    return spawn(Bodies.call(body));
  }

  /** {@link #spawn(AsyncCall)} with a name for dumps and errors. */
  <T extends @Nullable Object> TaskHandle<T> spawn(String name, AsyncCall<? extends T, ?> body);

  /** {@link #spawn(String, AsyncCall)} for a body without a value. */
  default TaskHandle<@Nullable Void> spawn(String name, AsyncAction<?> body) {
    return spawn(name, Bodies.call(body));
  }

  /**
   * Calls back soon: on the event loop through its ready queue, in order with the tasks; on virtual
   * threads in a virtual thread. May be called from any thread. What the callback throws goes to
   * the {@linkplain Builder#failureHandler failure handler}.
   */
  void callSoon(Runnable callback);

  /** Calls back after a delay, measured on the runtime's clock; see {@link #callSoon}. */
  Cancellable callLater(Duration delay, Runnable callback);

  /** The runtime's monotonic clock, since an arbitrary origin. */
  Duration now();

  /** What runs the tasks; for an event loop, in which of its two ways. */
  Backend backend();

  /**
   * The live tasks as a tree: what each is, where it stands, and what it waits for. Taken while
   * tasks run on, so that it shows each task at a moment of its own. May be called from anywhere.
   *
   * <p>It costs some microseconds per task, and nothing until it is called.
   */
  RuntimeDump dump();

  /** How many tasks there were and are. */
  RuntimeStats stats();

  /**
   * Gives an event loop a thread of its own, so that it runs with nobody in {@link #blockOn}.
   * Idempotent; does nothing on virtual threads, which run anyway.
   */
  void start();

  /**
   * Cancels the tasks that are left, waits for their cleanup for at most {@link
   * Builder#closeTimeout}, and reports those that did not end. Idempotent.
   *
   * @throws AsyncException.Runtime if called from inside a task of this runtime
   */
  @Override
  void close();

  /** Something that can be called off. */
  @FunctionalInterface
  interface Cancellable {
    /** Calls it off; does nothing if it has happened. */
    void cancel();
  }

  /** Settings for a runtime. */
  interface Builder {
    /** What runs the tasks; virtual threads unless set. */
    Builder backend(Backend backend);

    /** How long {@link AsyncRuntime#close} waits for cleanup; 10 s unless set. */
    Builder closeTimeout(Duration timeout);

    /**
     * The most threads of {@link Async#spawnBlocking}; 4 more than processors, at most 32, unless
     * set.
     */
    Builder blockingThreads(int threads);

    /**
     * Told of failures that nobody else will see: a callback that threw, a background task whose
     * failure was never looked at, a task that outlived the close. Logged as a warning unless set.
     */
    Builder failureHandler(BiConsumer<String, ? super Throwable> handler);

    /**
     * Virtual time in place of the system's, for tests and simulations; the clock may serve no
     * other runtime.
     */
    Builder clock(VirtualClock clock);

    /**
     * Makes the event loop take what is ready in an order drawn from a seed instead of first in
     * first out, to search for code that relies on the order by accident. The same seed gives the
     * same run, as long as no other thread and no real time takes part. Callbacks of {@link
     * TaskHandle#onDone} keep their order.
     */
    Builder shuffle(long seed);

    /**
     * Whether the runtime notes since when each task has been waiting, for {@link
     * AsyncRuntime#dump}; off unless set, since it reads the clock at each suspension.
     */
    Builder tracing(boolean on);

    /**
     * Reports each task and callback that keeps an event loop busy for longer than a threshold, as
     * asyncio's debug mode does, with the stack of what it was doing. Off unless set; does nothing
     * on virtual threads, where a long step keeps nobody waiting.
     *
     * @throws IllegalArgumentException if the threshold is not positive
     */
    Builder slowStep(Duration threshold);

    /**
     * Told of slow steps, which are logged as warnings unless this is set. Called in a thread of
     * its own, at latest when the runtime closes.
     */
    Builder slowStepHandler(Consumer<? super SlowStep> handler);

    /**
     * Builds the runtime.
     *
     * @throws AsyncException.PlatformNotSupported if the backend is not available, or is to be
     *     shuffled and is not an event loop
     * @throws IllegalStateException if the clock serves another runtime
     */
    AsyncRuntime build();
  }
}
