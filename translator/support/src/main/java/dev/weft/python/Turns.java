package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one at a time run of the tasks and callbacks of a loop, in the order in which they became
 * ready, on a runtime whose own tasks may run in parallel. Who runs holds the turn, and gives it on
 * when it waits or ends. Callbacks are run by whoever gives the turn on.
 */
final class Turns {
  /** How long everything may be at a standstill before it is called that. */
  private static final Duration STANDSTILL = Duration.ofSeconds(1);

  private final AsyncRuntime runtime;

  // Guarded by this.
  private final ArrayDeque<Entry> ready = new ArrayDeque<>();

  /** Tasks of the host that wait for something inside the loop. */
  private final Set<Place> hosts = new LinkedHashSet<>();

  /** Whether there is something ready, for a look without the lock. */
  private volatile boolean awaited;

  private boolean taken;
  private volatile Hosting.@Nullable Errand errand;

  /** What may make somebody ready from outside: timers, and waits of the host. */
  private int outside;

  private long steps;

  Turns(AsyncRuntime runtime) {
    this.runtime = runtime;
  }

  /** What has a turn to come. */
  sealed interface Entry permits Place, Call {}

  /** Something to be called. */
  record Call(Runnable action) implements Entry {}

  /** Where a task waits for its turn. */
  static final class Place implements Entry {
    /** True is the turn; false lets it look whether there is an errand. */
    private final Channel<Boolean> go = Channel.unbounded();

    private Hosting.@Nullable Errand errand;
    private boolean stuck;
    private @Nullable CancellationError cancelled;

    /** The cancellation by the host that came while it waited. */
    @Nullable CancellationError cancelled() {
      return cancelled;
    }
  }

  /** Takes the turn, for the current task of the runtime. */
  void enter() {
    Place place;
    synchronized (this) {
      steps++;
      if (!taken) {
        taken = true;
        return;
      }
      place = new Place();
      ready.add(place);
      awaited = true;
    }
    await(place, null);
    if (place.cancelled != null) {
      leave();
      throw place.cancelled;
    }
  }

  /** Gives the turn on: to callbacks, which run now, and to the task that is next. */
  void leave() {
    for (; ; ) {
      Entry next;
      synchronized (this) {
        steps++;
        next = ready.poll();
        if (awaited) {
          awaited = !ready.isEmpty();
        }
        if (next == null) {
          taken = false;
          watchStandstill();
          return;
        }
      }
      switch (next) {
        case Call(Runnable action) -> Task.aside(action);
        case Place place -> {
          place.go.trySend(true);
          if (place.errand != null) {
            place.errand.wake();
          }
          return;
        }
      }
    }
  }

  /** Lets a task go on when its turn comes. */
  void ready(Place place) {
    add(place);
  }

  /** Has something called when its turn comes; from any thread. */
  void post(Runnable action) {
    add(new Call(action));
  }

  private void add(Entry entry) {
    synchronized (this) {
      ready.add(entry);
      awaited = true;
      if (taken) {
        return;
      }
      taken = true;
    }
    leave();
  }

  /** Has something called after a delay. */
  AsyncRuntime.Cancellable later(Duration delay, Runnable action) {
    synchronized (this) {
      outside++;
    }
    boolean[] over = {false};
    Runnable end =
        () -> {
          synchronized (this) {
            if (!over[0]) {
              over[0] = true;
              outside--;
            }
          }
        };
    AsyncRuntime.Cancellable timer =
        runtime.callLater(
            delay,
            () ->
                post(() -> {
                  end.run();
                  action.run();
                }));
    return () -> {
      timer.cancel();
      end.run();
    };
  }

  /** Whether nobody has the turn, waits for it, or may come to ask for it. */
  synchronized boolean isIdle() {
    return !taken && ready.isEmpty() && outside == 0 && hosts.isEmpty();
  }

  /** From now on things may come from where this cannot see. */
  synchronized void expectTheUnexpected() {
    outside++;
  }

  /** Gives the turn away while the host waits for something outside of the loop. */
  void whileOutside(Runnable wait) {
    synchronized (this) {
      outside++;
    }
    leave();
    try {
      ofHost(wait);
    } finally {
      Place place = null;
      synchronized (this) {
        outside--;
        if (taken) {
          place = new Place();
          ready.add(place);
          awaited = true;
        }
        taken = true;
      }
      if (place != null) {
        await(place, null);
      }
    }
  }

  /** The same, but with the turn kept where the host does not wait, and nobody asks for it. */
  void outside(boolean atOnce, Runnable action) {
    if (atOnce && !awaited) {
      ofHost(action);
    } else {
      whileOutside(action);
    }
  }

  private static void ofHost(Runnable action) {
    try {
      action.run();
    } catch (CancellationError e) {
      Task<?> task = Task.currentOrNull();
      if (task != null) {
        task.cancelledByHost(e);
      }
      throw e;
    }
  }

  /** Waits, as a task that has the turn, until it was made ready and its turn has come. */
  void pause(Place place, Task<?> task) {
    boolean host = task.isOfHost();
    if (host) {
      place.errand = errand;
      synchronized (this) {
        hosts.add(place);
      }
    }
    leave();
    await(place, task);
    if (host) {
      synchronized (this) {
        hosts.remove(place);
      }
    }
    if (place.stuck) {
      throw new Errors.Standstill();
    }
  }

  /** Waits for the turn, which is not left off: a cancellation is told to the task in the loop. */
  void await(Place place, @Nullable Task<?> task) {
    Hosting.Errand mine = place.errand;
    for (; ; ) {
      try {
        if (mine != null && mine.isWanted()) {
          Optional<Boolean> told = place.go.tryReceive();
          if (told.isEmpty()) {
            mine.run();
          } else if (told.get()) {
            return;
          }
        } else if (place.go.receive()) {
          return;
        }
      } catch (CancellationError e) {
        place.cancelled = e;
        mine = null;
        if (task != null) {
          task.cancelledByHost(e);
          post(() -> task.cancel(e.reason()));
        }
      }
    }
  }

  /** Gives the host's task something to do while it waits. */
  void errand(Hosting.Errand given) {
    errand = given;
  }

  /** Lets the host's task look whether there is an errand; for those who have the turn. */
  synchronized void remind() {
    hosts.forEach(it -> it.go.trySend(false));
  }

  /** Called with the lock held, when nothing is ready. */
  private void watchStandstill() {
    if (hosts.isEmpty() || outside > 0 || (errand != null && errand.isWanted())) {
      return;
    }
    long now = steps;
    runtime.callLater(
        STANDSTILL,
        () -> {
          Set<Place> left;
          synchronized (this) {
            if (steps != now || taken || outside > 0) {
              return;
            }
            left = Set.copyOf(hosts);
            left.forEach(it -> it.stuck = true);
          }
          left.forEach(this::ready);
        });
  }
}
