package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs translated code inside the tasks of a host's runtime, with an asyncio loop of its own: of
 * the code's tasks and callbacks one at a time runs, whatever the backend, in asyncio's order, and
 * they suspend tasks of the runtime, so that they follow its clock, virtual time included. What the
 * code prints and logs goes to the host, and its random numbers and loggers are its own.
 *
 * <p>Methods may be called by several tasks of the runtime at once, which then take turns.
 *
 * <p>Pitfall: a blocking call of the JDK keeps the turn.
 */
public final class Hosting implements AutoCloseable {
  private final Loop loop;
  private final Turns turns;

  /** What a host does for the code. */
  public interface Host {
    /** Takes a message: Python's level, and its text. */
    void log(long level, String text);

    /** The time of day. */
    Instant time();
  }

  /**
   * Something that the host's task does while its code waits, for other tasks of the loop. Methods
   * are called without the turn, and by several threads.
   */
  public interface Errand {
    /** Whether there is something to do. */
    boolean isWanted();

    /** Does it, or waits until it can be done, or until {@link #wake}. */
    void run();

    /** Breaks off {@link #run}, or the next call of it. */
    void wake();
  }

  private Hosting(AsyncRuntime runtime, Host host) {
    this.turns = new Turns(runtime);
    this.loop = Loop.hosted(runtime, turns, new Surroundings(host));
  }

  /** A place for code, in a runtime. */
  public static Hosting of(AsyncRuntime runtime, Host host) {
    return new Hosting(runtime, host);
  }

  /** The host of the code that runs in the calling thread; empty if it runs in a process. */
  public static Optional<Host> current() {
    return Optional.ofNullable(Loop.around()).map(around -> around.host);
  }

  /**
   * Runs something that may await, as a task of the loop, in the current task of the runtime.
   *
   * @throws CancellationError if the host cancelled the current task
   * @throws Errors.SelfCancelled if the code cancelled its own
   */
  public <T extends @Nullable Object> T task(Fn0<? extends T> body) {
    turns.enter();
    try {
      Task<T> task = new Task<>(loop, body);
      try {
        return task.runHere();
      } catch (CancellationError e) {
        throw Exceptions.raise(task.toHost(e));
      }
    } finally {
      turns.leave();
    }
  }

  /** Runs something that does not await, in the current task of the runtime, in no task. */
  public <T extends @Nullable Object> T call(Fn0<? extends T> body) {
    turns.enter();
    Task.Standing before = Task.standing();
    Task.stand(null, loop, loop.surroundings().context());
    try {
      return body.call();
    } finally {
      Task.stand(before);
      turns.leave();
    }
  }

  /**
   * For code that runs in {@link #task} and waits for something of the host's: lets others of the
   * loop run meanwhile. What the wait throws is thrown.
   */
  public void whileOutside(Runnable wait) {
    turns.whileOutside(wait);
  }

  /**
   * {@link #whileOutside} for what may be known not to wait; it then keeps the turn, unless another
   * of the loop asks for it.
   */
  public void outside(boolean atOnce, Runnable action) {
    turns.outside(atOnce, action);
  }

  /** Gives the host's task something to do whenever its code waits. */
  public void errand(Errand errand) {
    turns.errand(errand);
  }

  /** Tells that the errand is wanted; called by code of the loop. */
  public void remind() {
    turns.remind();
  }

  /** Has something called in the loop, when it is its turn; from any thread. */
  public void post(Runnable action) {
    turns.post(action);
  }

  /** Whether the calling code runs in the loop's task that the host started. */
  public boolean isHostTask() {
    Task<?> task = Task.currentOrNull();
    return task != null && task.isOfHost();
  }

  /** Whether the code has left nothing that could still run: no task, callback or timer. */
  public boolean isIdle() {
    return loop.isIdle();
  }

  /** Aborts what is left, and forgets it. */
  @Override
  public void close() {
    loop.abandon();
  }

  /** What code has in place of a process. */
  static final class Surroundings {
    final Host host;
    final PrintStream out;
    final PrintStream err;
    final Random random = new Random(null);
    final Logging.Tree logging = new Logging.Tree();
    private final Context context = new Context();

    Surroundings(Host host) {
      this.host = host;
      this.out = LineStream.to(line -> host.log(20, line));
      this.err = LineStream.to(line -> host.log(30, line));
      LogHandler handler =
          new LogHandler() {
            @Override
            public void emit(LogRecord record) {
              String text = formatted(record);
              if (text != null) {
                host.log(record.level(), text);
              }
            }
          };
      logging.root().addHandler(handler);
      logging.root().setLevel(10L);
    }

    Context context() {
      return context;
    }
  }
}
