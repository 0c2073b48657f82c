package dev.weft.executor.python;

import dev.weft.executor.JsonNull;
import dev.weft.executor.PipelineException;
import dev.weft.executor.wasm.Guest;
import dev.weft.executor.wasm.GuestException;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One CPython at work for a node. What it is to do is handed to it in turns: a turn brings it what
 * is new, lets it run until everything in it waits, and brings back results and the time at which
 * it wants to be called again. Between turns it costs no thread.
 *
 * <p>Turns are taken by a background task, the pump, whenever there is something new or the time
 * has come; they are never cancelled, so that the guest is left in a known state.
 */
final class PythonInstance implements AutoCloseable {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double NANOS = 1e9;

  /** Ten years, in nanoseconds. */
  private static final double LONGEST_WAIT = 3650 * 86_400 * NANOS;

  /** While so many results of a job wait to be taken, the guest is not called. */
  private static final int MOST_WAITING = 1024;

  /** How long a cancelled job may clean up before the guest is stopped. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** How long everything may be at a standstill before it is called that. */
  private static final Duration STANDSTILL = Duration.ofSeconds(1);

  private final AsyncRuntime runtime;
  private final String name;
  private final Started started;
  private final InstanceFailures failures;
  private final Duration workLimit;
  private final Guest guest;
  private final HostPipe pipe;
  private final CPython python;
  private final Duration origin;

  // Guarded by this.
  private final Map<Integer, PythonJob> jobs = new LinkedHashMap<>();
  private List<Object> events = new ArrayList<>();
  private double deadline = NEVER;
  private boolean pumping;

  /**
   * The stream under way, whose driver calls the guest when its time has come; else it is timed.
   */
  private @Nullable PythonJob driven;

  private int nextJob;
  private long turns;
  private AsyncRuntime.@Nullable Cancellable timer;
  private @Nullable RuntimeException broken;

  /** An instance whose node was made. */
  PythonInstance(
      AsyncRuntime runtime,
      String name,
      Started started,
      PythonOptions options,
      Guest guest,
      HostPipe pipe) {
    this.runtime = runtime;
    this.name = name;
    this.started = started;
    this.failures = new InstanceFailures(name, started);
    this.workLimit = options.limits().callTime();
    this.guest = guest;
    this.pipe = pipe;
    this.python = started.python();
    this.origin = runtime.now();
  }

  boolean isUsable() {
    synchronized (this) {
      return broken == null && guest.isUsable();
    }
  }

  /** Lets the node initialize itself, if it has something to initialize. */
  void initialize() {
    if (started.initializes()) {
      run("initialize");
    }
  }

  /** Lets the node clean up, if it has something to clean up. */
  void cleanup() {
    if (started.cleans()) {
      run("cleanup");
    }
  }

  /** Calls a method of the node that takes and returns nothing, and waits for it. */
  private void run(String method) {
    PythonJob job = begin("call", method);
    try {
      PythonJob.News news;
      do {
        news = job.next();
        goOn();
      } while (!news.ended());
      if (news.failure() != null) {
        throw news.failure();
      }
    } catch (CancellationError e) {
      cancel(job, e);
      throw e;
    }
  }

  /** Starts the stream, which is driven: {@link #goOn} is called when the guest's time has come. */
  PythonJob beginDriven() {
    return begin(true, "stream");
  }

  /** Gives the guest something to do. */
  PythonJob begin(String what, @Nullable Object... arguments) {
    return begin(false, what, arguments);
  }

  private PythonJob begin(boolean isDriven, String what, @Nullable Object... arguments) {
    PythonJob job;
    synchronized (this) {
      job = new PythonJob(nextJob++);
      if (broken != null) {
        job.end(false, broken);
        return job;
      }
      jobs.put(job.number, job);
      driven = isDriven ? job : driven;
      @Nullable Object[] event = new @Nullable Object[arguments.length + 3];
      event[0] = "begin";
      event[1] = job.number;
      event[2] = what;
      System.arraycopy(arguments, 0, event, 3, arguments.length);
      events.add(new FrameWriter.Tuple(event));
    }
    goOn();
    return job;
  }

  /** Brings a job items that it waits for. */
  void push(PythonJob job, List<?> items, boolean end) {
    synchronized (this) {
      job.fed();
      events.add(new FrameWriter.Tuple("push", job.number, items, end));
    }
    goOn();
  }

  /**
   * Cancels a job, and waits until it has cleaned up. A guest in which that takes too long is
   * stopped.
   */
  void cancel(PythonJob job, CancellationError reason) {
    if (job.isEnded()) {
      return;
    }
    synchronized (this) {
      events.add(
          new FrameWriter.Tuple(
              "cancel", job.number, Objects.requireNonNullElse(reason.getMessage(), "cancelled")));
    }
    goOn();
    try {
      Async.shield(() -> Async.timeout(GRACE, () -> awaitEnd(job)));
    } catch (AsyncException e) {
      guest.close();
      fail(failures.unended(GRACE, e));
    }
  }

  /** Lets a cancelled job go on to its end; what it still gives is dropped. */
  private void awaitEnd(PythonJob job) {
    while (true) {
      job.clearChanges();
      boolean rest = isAtRest();
      if (job.take().ended()) {
        return;
      }
      Duration wait = untilDue();
      // Nobody else times the guest of a stream.
      if (rest && isDriven(job) && wait.compareTo(GRACE) < 0) {
        Async.sleep(wait);
      } else {
        job.awaitChange();
      }
      goOn();
    }
  }

  private synchronized boolean isDriven(PythonJob job) {
    return driven == job;
  }

  private double now() {
    return runtime.now().minus(origin).toNanos() / NANOS;
  }

  /** How long until the guest wants to be called again; zero if now, very long if not at all. */
  synchronized Duration untilDue() {
    double wait = deadline - now();
    return wait <= 0
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.min(Math.ceil(wait * NANOS), LONGEST_WAIT));
  }

  /** Whether the guest is at rest and has not said when it wants to be called again. */
  synchronized boolean isAtStandstill() {
    return !pumping && events.isEmpty() && deadline == NEVER;
  }

  /** Whether no turn is being taken, nor due. */
  synchronized boolean isAtRest() {
    return !pumping && !isDue();
  }

  private boolean isDue() {
    return broken == null
        && (!events.isEmpty() || deadline <= now())
        && jobs.values().stream().noneMatch(it -> it.waiting() >= MOST_WAITING);
  }

  /** Takes turns, if there is a reason to. */
  void goOn() {
    synchronized (this) {
      if (pumping || !isDue()) {
        return;
      }
      pumping = true;
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }
    try {
      runtime.spawn("python " + name, this::pump);
    } catch (AsyncException e) {
      fail(e);
    }
  }

  private void pump() {
    try {
      while (true) {
        List<Object> taken;
        synchronized (this) {
          if (!isDue()) {
            pumping = false;
            rest();
            return;
          }
          taken = events;
          events = new ArrayList<>();
          deadline = NEVER;
          turns++;
        }
        turn(taken);
      }
    } catch (CancellationError e) {
      fail(failures.runtimeClosed(e));
      throw e;
    } catch (RuntimeException | Error e) {
      fail(e instanceof RuntimeException known ? known : new PipelineException(e.toString(), e));
      if (e instanceof VirtualMachineError fatal) {
        throw fatal;
      }
    }
  }

  /** Waits for the guest's time, or, where there is none, for whether anything happens at all. */
  private void rest() {
    jobs.values().forEach(PythonJob::wake);
    if ((driven != null && !driven.isEnded())
        || jobs.values().stream().anyMatch(it -> it.waiting() >= MOST_WAITING)) {
      return;
    }
    if (deadline != NEVER) {
      timer = runtime.callLater(untilDue(), this::timeCame);
    } else if (!jobs.isEmpty()) {
      long then = turns;
      timer = runtime.callLater(STANDSTILL, () -> standstill(then));
    }
  }

  /** The guest counts in floating point, and its time may come a nanosecond after the timer. */
  private void timeCame() {
    synchronized (this) {
      if (!pumping && broken == null && !isDue()) {
        rest();
        return;
      }
    }
    goOn();
  }

  private void standstill(long then) {
    synchronized (this) {
      if (turns != then || !isAtStandstill()) {
        return;
      }
      jobs.values().forEach(it -> it.end(false, stuck()));
      jobs.clear();
    }
  }

  /** The error of a job for which nothing is left to wait. */
  PipelineException stuck() {
    return failures.stuck();
  }

  private void turn(List<Object> taken) {
    double now = now();
    long began = System.nanoTime();
    FrameReader reply =
        guest.call(() -> {
          byte[] bytes = python.call(FrameWriter.tuple("turn", now, taken));
          guest.countOutput(bytes.length);
          return new FrameReader(bytes);
        });
    long worked = System.nanoTime() - began;
    List<TurnNews.Job> news = new ArrayList<>();
    double next = TurnNews.read(reply, news, failures);
    synchronized (this) {
      deadline = Math.min(deadline, next);
      for (PythonJob job : jobs.values()) {
        if (job.worked(worked) > workLimit.toNanos()) {
          limit(job);
        }
      }
      news.forEach(this::take);
    }
  }

  private void limit(PythonJob job) {
    events.add(new FrameWriter.Tuple("cancel", job.number, "an item took too long"));
    job.end(false, failures.tooLong(workLimit));
  }

  private void take(TurnNews.Job news) {
    PythonJob job = jobs.get(news.number());
    if (job == null) {
      return;
    }
    job.add(news.results(), news.wants());
    if (news.isEnded()) {
      jobs.remove(news.number());
      job.end(news.isCancelled(), news.failure(), news.untouched());
    } else {
      job.wake();
    }
  }

  private void fail(RuntimeException cause) {
    RuntimeException why = cause;
    if (cause instanceof GuestException && !pipe.lastWords().isEmpty()) {
      cause.addSuppressed(new PipelineException("it wrote at the end: " + pipe.lastWords(), null));
    }
    List<PythonJob> left;
    synchronized (this) {
      pumping = false;
      if (broken == null) {
        broken = why;
      }
      left = List.copyOf(jobs.values());
      jobs.clear();
      events.clear();
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }
    left.forEach(it -> it.end(false, why));
  }

  /** Stops the guest and releases what it holds. */
  @Override
  public void close() {
    PipelineException closed = failures.closed();
    boolean atRest;
    synchronized (this) {
      atRest = !pumping && broken == null;
      broken = broken == null ? closed : broken;
    }
    guest.close();
    fail(closed);
    if (atRest) {
      python.release();
    }
  }

  /** What a result of a function is: nothing for None. */
  static List<?> outputs(Object result, boolean expanding) {
    if (expanding && result instanceof List<?> several) {
      return several;
    }
    return result == JsonNull.NULL ? List.of() : List.of(result);
  }
}
