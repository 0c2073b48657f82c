package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A runtime as a scheduler of Reactor. */
final class RuntimeScheduler implements Scheduler {
  final AsyncRuntime runtime;

  /** The wall clock's time at the origin of the runtime's clock, in nanoseconds. */
  private final long epoch;

  // Guarded by this.
  private final Set<Command> commands = new LinkedHashSet<>();
  private boolean disposed;
  private CompletableFuture<@Nullable Void> idle = new CompletableFuture<>();

  RuntimeScheduler(AsyncRuntime runtime) {
    this.runtime = runtime;
    this.epoch =
        TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - runtime.now().toNanos();
  }

  /** Takes a command in; refuses it after dispose. */
  synchronized void add(Command command) {
    if (disposed) {
      throw Exceptions.failWithRejected();
    }
    commands.add(command);
  }

  /** A command has ended or was disposed. */
  void remove(Command command) {
    CompletableFuture<@Nullable Void> nowIdle = null;
    synchronized (this) {
      if (commands.remove(command) && disposed && commands.isEmpty()) {
        nowIdle = idle;
      }
    }
    if (nowIdle != null) {
      nowIdle.complete(null);
    }
  }

  @Override
  public Disposable schedule(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    return start(new Command(this, null, task, Duration.ofNanos(unit.toNanos(delay)), null));
  }

  @Override
  public Disposable schedulePeriodically(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return start(
        new Command(
            this,
            null,
            task,
            Duration.ofNanos(unit.toNanos(initialDelay)),
            Duration.ofNanos(unit.toNanos(period))));
  }

  /** Starts a command, or refuses it. */
  Disposable start(Command command) {
    add(command);
    try {
      command.begin();
    } catch (AsyncException.Spawn e) {
      remove(command);
      throw Exceptions.failWithRejected(e);
    }
    return command;
  }

  @Override
  public Worker createWorker() {
    return new RuntimeWorker(this);
  }

  @Override
  public long now(TimeUnit unit) {
    return unit.convert(epoch + runtime.now().toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public synchronized boolean isDisposed() {
    return disposed;
  }

  @Override
  public void dispose() {
    close(true);
  }

  @Override
  public Mono<Void> disposeGracefully() {
    return Mono.defer(() -> {
      close(false);
      return Mono.fromFuture(idle(), true);
    });
  }

  /** Done when the scheduler is closed and no command is left. */
  private synchronized CompletableFuture<@Nullable Void> idle() {
    return idle;
  }

  /** Refuses commands from now on. */
  private void close(boolean now) {
    List<Command> left;
    CompletableFuture<@Nullable Void> end;
    synchronized (this) {
      disposed = true;
      left = new ArrayList<>(commands);
      end = idle;
    }
    for (Command command : left) {
      if (now) {
        command.dispose();
      } else {
        command.stopWaiting();
      }
    }
    if (left.isEmpty()) {
      end.complete(null);
    }
  }

  @Override
  public void init() {
    synchronized (this) {
      if (disposed) {
        disposed = false;
        idle = new CompletableFuture<>();
      }
    }
  }

  @Override
  @SuppressWarnings("deprecation") // Reactor itself still calls it.
  public void start() {
    init();
  }

  @Override
  public String toString() {
    return "Scheduler[" + runtime + "]";
  }
}
