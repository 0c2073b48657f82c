package dev.weft.runtime.reactor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;

/** Runs commands one after another; each is a task, which starts when the one before has ended. */
final class RuntimeWorker implements Scheduler.Worker {
  private final RuntimeScheduler scheduler;

  // Guarded by this.
  private final Set<Command> commands = new LinkedHashSet<>();
  private final Queue<Command> due = new ArrayDeque<>();
  private boolean busy;
  private boolean disposed;

  RuntimeWorker(RuntimeScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public Disposable schedule(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    return start(task, Duration.ofNanos(unit.toNanos(delay)), null);
  }

  @Override
  public Disposable schedulePeriodically(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return start(
        task, Duration.ofNanos(unit.toNanos(initialDelay)), Duration.ofNanos(unit.toNanos(period)));
  }

  private Disposable start(Runnable task, Duration delay, @Nullable Duration period) {
    Command command = new Command(scheduler, this, task, delay, period);
    synchronized (this) {
      if (disposed) {
        throw Exceptions.failWithRejected();
      }
      commands.add(command);
    }
    try {
      return scheduler.start(command);
    } catch (RuntimeException e) {
      remove(command);
      throw e;
    }
  }

  synchronized void remove(Command command) {
    commands.remove(command);
  }

  /** A command is due; it runs now, or when those before it have. */
  void enqueue(Command command) {
    synchronized (this) {
      if (busy) {
        due.add(command);
        return;
      }
      busy = true;
    }
    command.launch();
  }

  /** The running command has ended: the next one's turn. */
  void next() {
    for (; ; ) {
      Command command;
      synchronized (this) {
        command = due.poll();
        if (command == null) {
          busy = false;
          return;
        }
      }
      if (!command.isDisposed()) {
        command.launch();
        return;
      }
    }
  }

  @Override
  public void dispose() {
    List<Command> left;
    synchronized (this) {
      disposed = true;
      left = new ArrayList<>(commands);
    }
    left.forEach(Command::dispose);
  }

  @Override
  public synchronized boolean isDisposed() {
    return disposed;
  }
}
