package dev.weft.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first of several things: an element to receive, room to send, a time, the end of a
 * task. Exactly one clause happens; the others have neither taken nor sent anything.
 *
 * {@snippet :
 * String said = Select.<String>create()
 *     .onReceive(orders, order -> "order " + order)
 *     .onSend(status, "idle", () -> "told")
 *     .onTimeout(Duration.ofSeconds(5), () -> "nothing happened")
 *     .await();
 * }
 *
 * <p>If several clauses are ready the first in the order of writing happens, unless {@link
 * #fairly}. The clause's function runs in the calling task after the choice was made. A select is
 * used by one task, and may be awaited again and again; a thread that is no task is blocked.
 *
 * <p>Cancellation takes and sends nothing: once a clause has happened, {@link #await} runs its
 * function, and a cancellation that comes after that shows at the next suspension point.
 *
 * <p>Pitfall: where the first clause is always ready, the others starve; use {@link #fairly}.
 *
 * @param <R> what the clauses' functions return
 */
public final class Select<R extends @Nullable Object> {
  private final List<Clause<R>> clauses = new ArrayList<>();
  private @Nullable Supplier<? extends R> otherwise;
  private boolean fair;

  private Select() {}

  /** A select without clauses yet. */
  public static <R extends @Nullable Object> Select<R> create() {
    return new Select<>();
  }

  /**
   * A clause that receives an element. If the channel is closed and drained it is ready, and makes
   * {@link #await} throw {@link ChannelClosedException}.
   */
  public <T> Select<R> onReceive(Receiver<T> from, Function<? super T, ? extends R> function) {
    Receiving<T> receiving = receiving(from);
    return with(
        new Clause.Receive<>(
            receiving,
            element -> {
              if (element == null) {
                throw receiving.closedException();
              }
              return function.apply(element);
            }));
  }

  /** {@link #onReceive} that gets empty once the channel is closed without an error and drained. */
  public <T> Select<R> onReceiveOrClosed(
      Receiver<T> from, Function<? super Optional<T>, ? extends R> function) {
    Receiving<T> receiving = receiving(from);
    return with(
        new Clause.Receive<>(receiving, element -> function.apply(receiving.orClosed(element))));
  }

  private static <T> Receiving<T> receiving(Receiver<T> receiver) {
    if (receiver instanceof Receiving<T> receiving) {
      return receiving;
    }
    throw foreign("receiver", receiver);
  }

  /**
   * A clause that sends an element. If the channel is closed it is ready, and makes {@link #await}
   * throw {@link ChannelClosedException}.
   */
  public <T> Select<R> onSend(Channel<T> to, T element, Supplier<? extends R> function) {
    Objects.requireNonNull(element, "a channel carries no null");
    if (to instanceof BufferedChannel<T> channel) {
      return with(new Clause.Send<>(channel, element, function));
    }
    throw foreign("channel", to);
  }

  /** A clause that is ready after a time, measured from {@link #await}; at once if not positive. */
  public Select<R> onTimeout(Duration after, Supplier<? extends R> function) {
    return with(new Clause.Timer<>(after, function));
  }

  /** A clause that is ready once a task or future has ended, in whatever way. */
  public <T extends @Nullable Object> Select<R> onDone(
      TaskHandle<T> handle, Function<? super TaskHandle<T>, ? extends R> function) {
    if (handle instanceof Completion<T> awaited) {
      return with(new Clause.Done<>(awaited, () -> function.apply(handle)));
    }
    throw foreign("task handle", handle);
  }

  private static IllegalArgumentException foreign(String what, Object value) {
    return new IllegalArgumentException(
        "select cannot wait for the %s %s, which is not of this library: select over what its factories made"
            .formatted(what, value));
  }

  /** What happens if no clause is ready at once, so that {@link #await} never waits. */
  public Select<R> orElse(Supplier<? extends R> function) {
    otherwise = function;
    return this;
  }

  /** Lets each ready clause have the same chance, rather than the first. */
  public Select<R> fairly() {
    fair = true;
    return this;
  }

  private Select<R> with(Clause<R> clause) {
    clauses.add(clause);
    return this;
  }

  /**
   * Waits until a clause has happened, runs its function, and returns its value.
   *
   * @throws ChannelClosedException if the channel of the clause that was chosen is closed
   * @throws CancellationError if the task is cancelled before a clause has happened
   * @throws AsyncException.Runtime if there is no clause, which would wait for ever
   */
  public R await() {
    Supplier<? extends R> fallback = otherwise;
    if (clauses.isEmpty() && fallback == null) {
      throw new AsyncException.Runtime(
          "Select.await was called without a clause, which would never end: add one");
    }
    Receiving.checkCancelled();
    List<Clause<R>> order = clauses;
    if (fair) {
      order = new ArrayList<>(clauses);
      Collections.shuffle(order, ThreadLocalRandom.current());
    }
    Clause<R> ready = firstReady(order);
    if (ready != null) {
      return ready.finish();
    }
    if (fallback != null) {
      return fallback.get();
    }
    return suspend(order).finish();
  }

  private static <R extends @Nullable Object> @Nullable Clause<R> firstReady(
      List<Clause<R>> order) {
    for (Clause<R> clause : order) {
      if (clause.isDoneNow()) {
        return clause;
      }
    }
    return null;
  }

  private static <R extends @Nullable Object> Clause<R> suspend(List<Clause<R>> order) {
    Waiter waiter = Waiter.here("select");
    List<Clause<R>> byMonitor =
        order.stream().sorted(Comparator.comparingLong(Clause::monitorNumber)).toList();
    try {
      Clause<R> ready = inMonitors(byMonitor, 0, order, waiter);
      if (ready != null) {
        return ready;
      }
      waiter.awaitHandOver();
    } finally {
      order.forEach(Clause::leave);
    }
    for (Clause<R> clause : order) {
      if (clause.place == waiter.winner()) {
        return clause;
      }
    }
    throw new IllegalStateException("a select was resumed by none of its clauses");
  }

  /**
   * With all monitors, always entered in the same order, looks again and then stands in all lines;
   * so that nobody can meet this select at one channel while it takes from another.
   */
  private static <R extends @Nullable Object> @Nullable Clause<R> inMonitors(
      List<Clause<R>> byMonitor, int entered, List<Clause<R>> order, Waiter waiter) {
    if (entered < byMonitor.size()) {
      synchronized (byMonitor.get(entered).monitor()) {
        return inMonitors(byMonitor, entered + 1, order, waiter);
      }
    }
    Clause<R> ready = firstReady(order);
    if (ready == null) {
      for (Clause<R> clause : order) {
        clause.enlist(waiter);
      }
    }
    return ready;
  }
}
