package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The live tasks of one owner (a task, a group, a runtime), in the order in which they started. */
final class Children {
  /** How many failed tasks are kept to see whether somebody looks at them. */
  private static final int MAX_FAILED = 1_000;

  private final AbstractRuntime runtime;

  /** For a group: the members of the group around it, for dumps. */
  @Nullable Children outer;

  private @Nullable Task<?> first;
  private @Nullable Task<?> last;
  private boolean closed;
  private @Nullable Waiter emptyWaiter;
  private final Deque<Task<?>> failed = new ArrayDeque<>(0);

  Children(AbstractRuntime runtime) {
    this.runtime = runtime;
  }

  /** Adds a task that is about to start; false if the list is closed. */
  synchronized boolean add(Task<?> task) {
    if (closed) {
      return false;
    }
    Task<?> before = last;
    task.previousSibling = before;
    if (before == null) {
      first = task;
    } else {
      before.nextSibling = task;
    }
    last = task;
    return true;
  }

  /** Takes out a task that has ended. */
  void ended(Task<?> task) {
    Waiter empty = null;
    Task<?> overflow = null;
    synchronized (this) {
      Task<?> previous = task.previousSibling;
      Task<?> next = task.nextSibling;
      if (previous == null && next == null && first != task) {
        return;
      }
      if (previous == null) {
        first = next;
      } else {
        previous.nextSibling = next;
      }
      if (next == null) {
        last = previous;
      } else {
        next.previousSibling = previous;
      }
      task.previousSibling = null;
      task.nextSibling = null;
      if (task.unobservedFailure() != null) {
        failed.add(task);
        if (failed.size() > MAX_FAILED) {
          failed.removeIf(other -> other.unobservedFailure() == null);
          overflow = failed.size() > MAX_FAILED ? failed.poll() : null;
        }
      }
      if (first == null) {
        empty = emptyWaiter;
        emptyWaiter = null;
      }
    }
    if (overflow != null) {
      report(overflow);
    }
    if (empty != null) {
      empty.resume();
    }
  }

  /** Asks all to end. */
  void abort(@Nullable Object reason) {
    live().forEach(task -> task.abort(reason));
  }

  synchronized List<Task<?>> live() {
    List<Task<?>> live = new ArrayList<>();
    for (Task<?> task = first; task != null; task = task.nextSibling) {
      live.add(task);
    }
    return live;
  }

  synchronized boolean isEmpty() {
    return first == null;
  }

  /** From now on {@link #add} refuses. */
  synchronized void close() {
    closed = true;
  }

  /**
   * Waits until all have ended, whatever comes: a cancellation of the owner is passed on to them,
   * and returned in the end.
   */
  @Nullable CancellationError join(Task<?> owner) {
    CancellationError cancelled = null;
    for (; ; ) {
      Waiter w;
      synchronized (this) {
        if (first == null) {
          break;
        }
        w = Waiter.of(owner, "children");
        emptyWaiter = w;
      }
      try {
        w.await();
      } catch (CancellationError e) {
        cancelled = e;
        abort(e.reason());
      }
    }
    reportFailures();
    return cancelled;
  }

  /** Tells the failure handler of the failures that nobody has looked at. */
  void reportFailures() {
    List<Task<?>> unseen;
    synchronized (this) {
      unseen = List.copyOf(failed);
      failed.clear();
    }
    unseen.forEach(this::report);
  }

  private void report(Task<?> task) {
    Throwable failure = task.unobservedFailure();
    if (failure != null) {
      runtime.report(
          "task '%s' failed and nobody looked at it: await its handle, or ask for its outcome"
              .formatted(task.name()),
          failure);
    }
  }
}
