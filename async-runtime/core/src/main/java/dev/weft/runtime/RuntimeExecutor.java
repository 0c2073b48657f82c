package dev.weft.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A runtime as an executor, whose commands are background tasks. */
final class RuntimeExecutor extends AbstractExecutorService {

  /** A command and its task. */
  private final class Job implements AsyncAction<RuntimeException> {
    final Runnable command;

    // Guarded by the executor.
    boolean started;
    @Nullable TaskHandle<?> task;

    Job(Runnable command) {
      this.command = command;
    }

    @Override
    public void run() {
      synchronized (RuntimeExecutor.this) {
        if (abandoned) {
          // Returned by shutdownNow, so that somebody else may run it.
          return;
        }
        started = true;
      }
      command.run();
    }
  }

  private final AbstractRuntime runtime;
  private final CompletableFuture<@Nullable Void> terminated = new CompletableFuture<>();

  // Guarded by this.
  private final Set<Job> jobs = new LinkedHashSet<>();
  private boolean shutdown;
  private boolean abandoned;

  RuntimeExecutor(AbstractRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void execute(Runnable command) {
    Job job = new Job(command);
    synchronized (this) {
      if (shutdown) {
        throw new RejectedExecutionException(
            "%s was refused: the executor was shut down".formatted(command));
      }
      jobs.add(job);
    }
    TaskHandle<?> task;
    try {
      task = runtime.spawn(job);
    } catch (AsyncException.Spawn e) {
      ended(job);
      throw new RejectedExecutionException(
          "%s was refused: %s".formatted(command, e.getMessage()), e);
    }
    boolean late;
    synchronized (this) {
      job.task = task;
      late = abandoned;
    }
    if (late) {
      task.abort("the executor was shut down");
    }
    task.onDone(done -> ended(job, done));
  }

  private void ended(Job job, TaskHandle<?> task) {
    ended(job);
    if (task.outcome().orElse(null) instanceof Outcome.Failure<?>(Throwable cause)) {
      runtime.report("a command of an executor failed", cause);
    }
  }

  private void ended(Job job) {
    boolean last;
    synchronized (this) {
      jobs.remove(job);
      last = shutdown && jobs.isEmpty();
    }
    if (last) {
      terminated.complete(null);
    }
  }

  @Override
  public void shutdown() {
    boolean none;
    synchronized (this) {
      shutdown = true;
      none = jobs.isEmpty();
    }
    if (none) {
      terminated.complete(null);
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> notStarted = new ArrayList<>();
    List<TaskHandle<?>> tasks = new ArrayList<>();
    synchronized (this) {
      abandoned = true;
      for (Job job : jobs) {
        if (!job.started) {
          notStarted.add(job.command);
        }
        if (job.task != null) {
          tasks.add(job.task);
        }
      }
    }
    shutdown();
    tasks.forEach(task -> task.abort("the executor was shut down"));
    return notStarted;
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return terminated.isDone();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    if (Task.current() == null) {
      try {
        terminated.get(timeout, unit);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException("termination cannot fail", e);
      }
    }
    try {
      Async.timeout(
          Duration.of(timeout, unit.toChronoUnit()), () -> Bridges.await(terminated.copy()));
      return true;
    } catch (AsyncException.Timeout e) {
      return false;
    }
  }
}
