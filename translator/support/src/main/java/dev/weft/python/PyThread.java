package dev.weft.python;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code threading.Thread}. */
public class PyThread {
  private static final Set<PyThread> LIVE = ConcurrentHashMap.newKeySet();
  private static final AtomicLong NAMED = new AtomicLong();
  private static final AtomicLong MADE = new AtomicLong();
  private static final ThreadLocal<@Nullable PyThread> CURRENT = new ThreadLocal<>();

  private static final PyThread MAIN = new PyThread("MainThread", false);

  private final @Nullable Fn0<?> target;
  private final long ident = MADE.incrementAndGet();
  private String name;
  private boolean daemon;
  private Runnable onCancel = () -> {};
  private @Nullable Thread thread;

  /** A thread that has not started. */
  public PyThread(@Nullable Fn0<?> target, @Nullable String name, @Nullable Boolean daemon) {
    this.target = target;
    this.name = name != null ? name : named();
    this.daemon = daemon != null && daemon;
  }

  private static String named() {
    return "Thread-" + NAMED.incrementAndGet();
  }

  /**
   * The name of the next thread that is given none.
   *
   * @param target the name of the function that it runs
   */
  public static String named(String target) {
    return named() + " (" + target + ")";
  }

  /** A thread that has not started, for a function that gives None. */
  public PyThread(Runnable target, @Nullable String name, @Nullable Boolean daemon) {
    this(Fn0.of(target), name, daemon);
  }

  /** A thread without a target, for classes that define {@code run}. */
  public PyThread(@Nullable String name, @Nullable Boolean daemon) {
    this((Fn0<?>) null, name, daemon);
  }

  /** For classes that define {@code run}. */
  public PyThread() {
    this(null, null);
  }

  /** {@code threading.Timer(interval, function)}. */
  public static PyThread timer(Number interval, Fn0<?> function) {
    CountDownLatch cancelled = new CountDownLatch(1);
    PyThread timer =
        new PyThread(
            () -> {
              try {
                if (!cancelled.await((long) (interval.doubleValue() * 1e9), TimeUnit.NANOSECONDS)) {
                  function.call();
                }
              } catch (InterruptedException e) {
                throw new Errors.KeyboardInterrupt();
              }
              return null;
            },
            null,
            null);
    timer.onCancel = cancelled::countDown;
    return timer;
  }

  /** The same for a function that gives None. */
  public static PyThread timer(Number interval, Runnable function) {
    return timer(interval, Fn0.of(function));
  }

  /** {@code cancel()} of a timer. */
  public void cancel() {
    onCancel.run();
  }

  /** {@code start()}. */
  public void start() {
    if (thread != null) {
      throw new Errors.RuntimeError("threads can only be started once");
    }
    if (Loop.around() != null) {
      throw new Errors.RuntimeError("can't start new thread");
    }
    LIVE.add(this);
    Thread mine = new Thread(null, this::body, name, 16L << 20);
    mine.setDaemon(true);
    thread = mine;
    mine.start();
  }

  private void body() {
    CURRENT.set(this);
    Context.enter(new Context());
    try {
      run();
    } catch (Errors.SystemExit e) {
      // Ends this thread only.
    } catch (Throwable e) {
      Program.out().flush();
      Program.err().println("Exception in thread " + name + ":");
      Program.report(e);
    } finally {
      LIVE.remove(this);
    }
  }

  /** {@code run()}. */
  public void run() {
    if (target != null) {
      target.call();
    }
  }

  /** {@code join(timeout)}. */
  public void join(@Nullable Number timeout) {
    Thread mine = thread;
    if (mine == null) {
      throw new Errors.RuntimeError("cannot join thread before it is started");
    }
    Workers.<@Nullable Object>blocking(() -> {
      try {
        if (timeout == null) {
          mine.join();
        } else {
          mine.join((long) (timeout.doubleValue() * 1000) + 1);
        }
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      }
      return null;
    });
  }

  @SuppressWarnings("ReferenceEquality") // Which thread it is.
  private boolean isMain() {
    return this == MAIN;
  }

  /** {@code is_alive()}. */
  public boolean isAlive() {
    return isMain() || (thread != null && thread.isAlive());
  }

  /** {@code name}. */
  @Property
  public String name() {
    return name;
  }

  /** {@code name = value}. */
  public void name(String given) {
    name = given;
  }

  /** {@code daemon}. */
  @Property
  public boolean isDaemon() {
    return daemon;
  }

  /** {@code daemon = value}. */
  public void daemon(boolean given) {
    daemon = given;
  }

  /** {@code ident}. */
  @Property
  public long ident() {
    return ident;
  }

  /** {@code threading.current_thread()}. */
  public static PyThread current() {
    PyThread mine = CURRENT.get();
    if (mine == null) {
      mine = MAIN;
      CURRENT.set(mine);
    }
    return mine;
  }

  /** A task for a thread that this library starts, which has a name in Python too. */
  static Runnable named(String name, Runnable task) {
    return () -> {
      CURRENT.set(new PyThread(name, true));
      task.run();
    };
  }

  /** {@code threading.main_thread()}. */
  public static PyThread main() {
    return MAIN;
  }

  /** {@code threading.enumerate()}. */
  public static List<PyThread> all() {
    List<PyThread> all = Lists.of(MAIN);
    LIVE.stream().sorted(java.util.Comparator.comparingLong(PyThread::ident)).forEach(all::add);
    return all;
  }

  static String currentName() {
    PyThread mine = CURRENT.get();
    return mine == null ? "MainThread" : mine.name;
  }

  /** {@code threading.active_count()}. */
  public static long active() {
    return LIVE.size() + 1L;
  }

  static boolean othersRun() {
    return !LIVE.isEmpty();
  }

  /** Waits, at the end of a program, for the threads that are no daemons. */
  static void joinAll() {
    for (PyThread each : LIVE) {
      if (!each.daemon) {
        each.join(null);
      }
    }
  }

  @Override
  public String toString() {
    String kind = isMain() ? "_MainThread" : Py.typeName(this);
    boolean live = isAlive();
    return "<"
        + (kind.equals("PyThread") ? "Thread" : kind)
        + "("
        + name
        + (live ? ", started" : thread == null ? ", initial" : ", stopped")
        + (daemon ? " daemon" : "")
        + (thread == null && !live ? "" : " " + ident)
        + ")>";
  }
}
