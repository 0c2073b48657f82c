package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.Channel;
import dev.weft.runtime.TaskHandle;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code asyncio}'s event loop: an event loop of the runtime, which may be run several times. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Loop {
  private static final ThreadLocal<@Nullable Loop> RUNNING = new ThreadLocal<>();

  /** What {@code set_event_loop} set; new programs have none. */
  private static @Nullable Loop policy;

  /** The loop that runs now, in whatever thread. */
  private static volatile @Nullable Loop active;

  private static int count;

  private final AsyncRuntime runtime;

  /** Whose turn it is, where a host runs the loop; null where the runtime is the loop's own. */
  private final @Nullable Turns turns;

  private final Hosting.@Nullable Surroundings surroundings;
  private final Set<Task<?>> tasks = new LinkedHashSet<>();
  private final Set<Future<?>> unlooked = new LinkedHashSet<>();
  private final Workers workers = new Workers(this);
  private final SignalHandlers signals = new SignalHandlers(this);
  private @Nullable Fn2<Loop, Map<String, Object>, ?> handler;
  private @Nullable Channel<Boolean> stop;
  private @Nullable Throwable fatal;
  private boolean closed;
  private boolean debug;

  private Loop() {
    AsyncRuntime.Builder builder =
        AsyncRuntime.builder()
            .backend(AsyncRuntime.Backend.EVENT_LOOP)
            .failureHandler((what, e) -> Program.err().println(what + ": " + Exceptions.repr(e)));
    if (Program.isVirtualTime()) {
      builder.clock(VirtualClock.automatic());
    }
    runtime = builder.build();
    turns = null;
    surroundings = null;
    Logging.logger("asyncio").log(10L, "Using selector: EpollSelector");
  }

  private Loop(AsyncRuntime runtime, Turns turns, Hosting.Surroundings surroundings) {
    this.runtime = runtime;
    this.turns = turns;
    this.surroundings = surroundings;
  }

  /** A loop in the runtime of a host, which runs its tasks. */
  static Loop hosted(AsyncRuntime runtime, Turns turns, Hosting.Surroundings surroundings) {
    return new Loop(runtime, turns, surroundings);
  }

  /** What the running code has in place of a process; null if it has one. */
  static Hosting.@Nullable Surroundings around() {
    Loop loop = RUNNING.get();
    return loop == null ? null : loop.surroundings;
  }

  Hosting.Surroundings surroundings() {
    return Objects.requireNonNull(surroundings);
  }

  boolean isHosted() {
    return turns != null;
  }

  /** {@code new_event_loop()}. */
  public static Loop create() {
    return new Loop();
  }

  /** {@code get_running_loop()}. */
  public static Loop running() {
    Loop loop = RUNNING.get();
    if (loop == null) {
      throw new Errors.RuntimeError("no running event loop");
    }
    return loop;
  }

  /** The loop that the program runs now, in whatever thread. */
  static @Nullable Loop activeOrNull() {
    return active;
  }

  static @Nullable Loop runningOrNull() {
    return RUNNING.get();
  }

  /** {@code get_event_loop()}: the running one, or one that was set or is made now. */
  public static Loop current() {
    Loop loop = RUNNING.get();
    if (loop != null) {
      return loop;
    }
    if (policy == null) {
      policy = create();
    }
    return policy;
  }

  /** {@code set_event_loop(loop)}. */
  public static void setCurrent(@Nullable Loop loop) {
    policy = loop;
  }

  static void reset() {
    policy = null;
    active = null;
    count = 0;
    RUNNING.remove();
  }

  static int nextTaskNumber() {
    return ++count;
  }

  static @Nullable Loop enter(@Nullable Loop loop) {
    Loop before = RUNNING.get();
    RUNNING.set(loop);
    return before;
  }

  /** The runtime, for those whose work comes from outside of the loop. */
  AsyncRuntime runtime() {
    if (turns != null) {
      turns.expectTheUnexpected();
    }
    return runtime;
  }

  /** Starts a task of the runtime for one of the loop. */
  TaskHandle<?> startTask(Runnable body) {
    Turns mine = turns;
    if (mine == null) {
      return runtime.spawn(body::run);
    }
    Turns.Place place = new Turns.Place();
    mine.ready(place);
    return runtime.spawn(() -> {
      mine.await(place, null);
      try {
        body.run();
      } finally {
        mine.leave();
      }
    });
  }

  /** Calls back when those that are ready now have run; from any thread. */
  void soon(Runnable action) {
    if (turns != null) {
      turns.post(action);
    } else {
      runtime.callSoon(action);
    }
  }

  /** Calls back after a delay. */
  AsyncRuntime.Cancellable later(Duration delay, Runnable action) {
    return turns != null ? turns.later(delay, action) : runtime.callLater(delay, action);
  }

  /** Waits, in a task, until one of {@link #wake} is called for the place, or it is cancelled. */
  void pause(Object place, Task<?> task) {
    if (turns != null) {
      turns.pause((Turns.Place) place, task);
    } else {
      ((Channel<?>) place).receive();
    }
  }

  /** Something to wait at. */
  Object place() {
    return turns != null ? new Turns.Place() : Channel.<Boolean>buffered(1);
  }

  /** Lets the one that waits there go on. */
  @SuppressWarnings("unchecked") // Made by place().
  void wake(Object place) {
    if (place instanceof Turns.Place p && turns != null) {
      turns.ready(p);
    } else {
      ((Channel<Boolean>) place).trySend(true);
    }
  }

  /** {@code sleep(0)}: lets the others that are ready run. */
  void yieldNow(Task<?> task) {
    if (turns != null) {
      Turns.Place place = new Turns.Place();
      turns.ready(place);
      turns.pause(place, task);
    } else {
      dev.weft.runtime.Async.yieldNow();
    }
  }

  /** Drops what is left, when the host is done with the loop. */
  void abandon() {
    closed = true;
    for (Future<?> future : new ArrayList<>(unlooked)) {
      report(future.neverRetrieved(), future.failureOrNull(), future);
    }
    for (Task<?> task : new ArrayList<>(tasks)) {
      TaskHandle<?> handle = task.handle();
      if (handle != null) {
        handle.abort("the node has ended");
      }
    }
    surroundings().out.flush();
    surroundings().err.flush();
  }

  /** Whether nothing of a hosted loop is left to run. */
  boolean isIdle() {
    return tasks.isEmpty() && turns != null && turns.isIdle();
  }

  Workers workers() {
    return workers;
  }

  /** Simulated time: what passed outside of loops, and in the one that runs. */
  static Duration virtualTime() {
    Loop loop = active;
    return loop == null ? Program.virtualNow() : Program.virtualNow().plus(loop.runtime.now());
  }

  /** The tasks that have not ended. */
  Set<Task<?>> tasks() {
    return tasks;
  }

  void failed(Future<?> future) {
    unlooked.add(future);
  }

  void lookedAt(Future<?> future) {
    unlooked.remove(future);
  }

  private void requireOpen() {
    if (closed) {
      throw new Errors.RuntimeError("Event loop is closed");
    }
  }

  // Running.

  /** {@code run_until_complete(future)}. */
  public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> main) {
    return runUntilComplete(main, false);
  }

  /** {@link #runUntilComplete}, and at once {@link #finish} if told to. */
  <T extends @Nullable Object> T runUntilComplete(Awaitable<T> main, boolean last) {
    requireIdle();
    boolean isNew = !(main instanceof Future);
    Future<T> future = enterFor(() -> Asyncio.<T>ensureFuture(main));
    drive(() -> future.wakes(Objects.requireNonNull(stop)), last);
    if (!future.isDone()) {
      if (fatal == null) {
        throw new Errors.RuntimeError("Event loop stopped before Future completed.");
      }
    }
    Throwable ending = fatal;
    fatal = null;
    if (ending != null) {
      if (isNew && future.isDone()) {
        lookedAt(future);
      }
      throw Exceptions.raise(ending);
    }
    return future.result();
  }

  private void requireIdle() {
    if (isHosted()) {
      throw new Errors.RuntimeError("the host runs the event loop of a node; use await instead");
    }
    requireOpen();
    if (stop != null) {
      throw new Errors.RuntimeError("This event loop is already running");
    }
    if (RUNNING.get() != null) {
      throw new Errors.RuntimeError("Cannot run the event loop while another loop is running");
    }
  }

  private <T> T enterFor(Fn0<T> action) {
    Loop before = enter(this);
    try {
      return action.call();
    } finally {
      enter(before);
    }
  }

  /** {@code run_forever()}. */
  public void runForever() {
    requireIdle();
    drive(() -> {}, false);
    Throwable ending = fatal;
    fatal = null;
    if (ending != null) {
      throw Exceptions.raise(ending);
    }
  }

  /** Runs what is ready until {@link #stop}. */
  private void drive(Runnable begin, boolean last) {
    Channel<Boolean> stopped = Channel.buffered(1);
    Loop before = RUNNING.get();
    stop = stopped;
    Loop outer = active;
    Program.virtualNow(virtualTime().minus(runtime.now()));
    active = this;
    try {
      runtime.blockOn(() -> {
        RUNNING.set(this);
        begin.run();
        stopped.receive();
        if (last) {
          cancelLeftovers(stopped);
        }
      });
    } catch (dev.weft.runtime.AsyncException.Join e) {
      throw Exceptions.raise(e.getCause());
    } finally {
      stop = null;
      RUNNING.set(before);
      Program.virtualNow(virtualTime());
      active = outer;
    }
  }

  /** {@code stop()}. */
  public void stop() {
    if (stop != null) {
      stop.trySend(true);
    } else {
      soon(this::stop);
    }
  }

  /** Ends the run at once because of a {@code SystemExit} or {@code KeyboardInterrupt}. */
  void abort(Throwable e) {
    fatal = e;
    stop();
  }

  /** {@code is_running()}. */
  public boolean isRunning() {
    return stop != null;
  }

  /** {@code is_closed()}. */
  public boolean isClosed() {
    return closed;
  }

  /** {@code close()}. */
  public void close() {
    if (stop != null) {
      throw new Errors.RuntimeError("Cannot close a running event loop");
    }
    if (closed) {
      return;
    }
    closed = true;
    signals.close();
    for (Future<?> future : new ArrayList<>(unlooked)) {
      report(future.neverRetrieved(), future.failureOrNull(), future);
    }
    runtime.close();
  }

  /** In the loop: cancels the tasks that are left, and waits for their ends. */
  private void cancelLeftovers(Channel<Boolean> stopped) {
    List<Task<?>> left = new ArrayList<>(tasks);
    if (left.isEmpty()) {
      return;
    }
    left.forEach(t -> t.cancel(null));
    Gathering.<Object>gather(true, Iters.cast(left))
        .onDone(f -> {
          stopped.trySend(true);
          return null;
        });
    stopped.receive();
    for (Task<?> task : left) {
      if (!task.isCancelled() && task.failureOrNull() != null) {
        report("unhandled exception during asyncio.run() shutdown", task.failureOrNull(), task);
      }
    }
  }

  /** Cancels what is left and waits for the threads, as {@code asyncio.run} does at its end. */
  void finish() {
    if (!tasks.isEmpty()) {
      drive(() -> stop(), true);
    }
    workers.join();
  }

  // Scheduling.

  /** {@code call_soon(callback)}. */
  public TimerHandle callSoon(Fn0<?> callback) {
    return callSoon(callback, null);
  }

  /** The same for a callback that gives None. */
  public TimerHandle callSoon(Runnable callback) {
    return callSoon(Fn0.of(callback), null);
  }

  /** {@code call_soon(callback, context=context)}, for a callback that gives None. */
  public TimerHandle callSoon(Runnable callback, @Nullable Context context) {
    return callSoon(Fn0.of(callback), context);
  }

  /** {@code call_soon(callback, context=context)}. */
  public TimerHandle callSoon(Fn0<?> callback, @Nullable Context context) {
    requireOpen();
    TimerHandle handle = new TimerHandle(this, callback, context, null);
    soon(handle::run);
    return handle;
  }

  /** {@code call_later(delay, callback)}. */
  public TimerHandle callLater(double delay, Fn0<?> callback) {
    return callLater(delay, callback, null);
  }

  /** The same for a callback that gives None. */
  public TimerHandle callLater(double delay, Runnable callback) {
    return callLater(delay, Fn0.of(callback), null);
  }

  /** {@code call_later(delay, callback, context=context)}, for a callback that gives None. */
  public TimerHandle callLater(double delay, Runnable callback, @Nullable Context context) {
    return callLater(delay, Fn0.of(callback), context);
  }

  /** {@code call_later(delay, callback, context=context)}. */
  public TimerHandle callLater(double delay, Fn0<?> callback, @Nullable Context context) {
    requireOpen();
    TimerHandle handle = new TimerHandle(this, callback, context, time() + delay);
    handle.timer(later(Time.duration(Math.max(0, delay)), handle::run));
    return handle;
  }

  /** {@code call_at(when, callback)}. */
  public TimerHandle callAt(double when, Fn0<?> callback) {
    return callAt(when, callback, null);
  }

  /** The same for a callback that gives None. */
  public TimerHandle callAt(double when, Runnable callback) {
    return callAt(when, Fn0.of(callback), null);
  }

  /** {@code call_at(when, callback, context=context)}, for a callback that gives None. */
  public TimerHandle callAt(double when, Runnable callback, @Nullable Context context) {
    return callAt(when, Fn0.of(callback), context);
  }

  /** {@code call_at(when, callback, context=context)}. */
  public TimerHandle callAt(double when, Fn0<?> callback, @Nullable Context context) {
    return callLater(when - time(), callback, context);
  }

  Duration now() {
    return runtime.now();
  }

  /** {@code time()}. */
  public double time() {
    return Time.monotonic();
  }

  /** {@code create_future()}. */
  public <T extends @Nullable Object> Future<T> createFuture() {
    return new Future<>(this);
  }

  /** {@code create_task(coroutine)}. */
  public <T extends @Nullable Object> Task<T> createTask(
      Awaitable<T> coroutine, @Nullable String name, @Nullable Context context) {
    requireOpen();
    Task<T> task = new Task<>(this, coroutine, name, context);
    task.start();
    return task;
  }

  // Failures.

  /** {@code set_exception_handler(handler)}. */
  public void setExceptionHandler(@Nullable Fn2<Loop, Map<String, Object>, ?> given) {
    handler = given;
  }

  /** {@code call_exception_handler(context)}. */
  public void callExceptionHandler(Map<String, Object> context) {
    if (handler != null) {
      handler.call(this, context);
      return;
    }
    StringBuilder out = new StringBuilder(Py.str(context.get("message")));
    context.forEach((key, value) -> {
      if (!key.equals("message") && !key.equals("exception")) {
        out.append('\n').append(key).append(": ").append(Py.repr(value));
      }
    });
    Program.out().flush();
    Program.err().println(out);
    if (context.get("exception") instanceof Throwable e) {
      Program.report(e);
    }
  }

  /** {@code default_exception_handler(context)}. */
  public void defaultExceptionHandler(Map<String, Object> context) {
    Fn2<Loop, Map<String, Object>, ?> own = handler;
    handler = null;
    callExceptionHandler(context);
    handler = own;
  }

  void report(String message, @Nullable Throwable failure, @Nullable Object source) {
    Map<String, Object> context = new PyDict<>();
    context.put("message", message);
    if (failure != null) {
      context.put("exception", failure);
    }
    if (source instanceof Future<?> f) {
      context.put(f instanceof Task ? "task" : "future", f);
    } else if (source != null) {
      context.put("handle", source);
    }
    callExceptionHandler(context);
  }

  /** {@code set_debug(enabled)}. */
  public void setDebug(boolean enabled) {
    debug = enabled;
  }

  /** {@code get_debug()}. */
  public boolean isDebug() {
    return debug;
  }

  /** {@code shutdown_default_executor()}. */
  public void shutdownThreads() {
    workers.await();
  }

  SignalHandlers signals() {
    return signals;
  }

  /** {@code add_signal_handler(signal, callback)}. */
  public void addSignalHandler(long signal, Fn0<?> callback) {
    signals.on(signal, callback);
  }

  /** The same for a callback that gives None. */
  public void addSignalHandler(long signal, Runnable callback) {
    addSignalHandler(signal, Fn0.of(callback));
  }

  /** {@code remove_signal_handler(signal)}. */
  public boolean removeSignalHandler(long signal) {
    return signals.off(signal);
  }

  @Override
  public String toString() {
    return "<_UnixSelectorEventLoop running="
        + (isRunning() ? "True" : "False")
        + " closed="
        + (closed ? "True" : "False")
        + " debug="
        + (debug ? "True" : "False")
        + ">";
  }
}
