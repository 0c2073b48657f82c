package dev.weft.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sched.scheduler}. */
@SuppressWarnings("NullAway") // None is null.
public final class Scheduler {
  /** What is to be done when. */
  public record Event(
      double time,
      @Nullable Object priority,
      long sequence,
      Object action,
      Object argument,
      Object kwargs)
      implements NamedTuple {
    @Override
    public List<Object> values() {
      return Arrays.asList(time, priority, sequence, action, argument, kwargs);
    }

    @Override
    public String repr() {
      return "Event(time="
          + Py.repr(time)
          + ", priority="
          + Py.repr(priority)
          + ", sequence="
          + sequence
          + ", action="
          + Py.repr(action)
          + ", argument="
          + Py.repr(argument)
          + ", kwargs="
          + Py.repr(kwargs)
          + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  private final Fn0<Double> clock;
  private final Fn1<Double, ?> wait;
  private final List<Event> events = new ArrayList<>();
  private long sequence;

  /** {@code scheduler(timefunc)}, which sleeps as {@code time.sleep} does. */
  public Scheduler(Fn0<Double> clock) {
    this(
        clock,
        seconds -> {
          Time.sleep(seconds);
          return null;
        });
  }

  /** {@code scheduler(timefunc, delayfunc)}. */
  public Scheduler(Fn0<Double> clock, Fn1<Double, ?> wait) {
    this.clock = clock;
    this.wait = wait;
  }

  /** {@code enterabs(time, priority, action, argument, kwargs)}. */
  public synchronized Event enterAt(
      double time,
      @Nullable Object priority,
      Object action,
      @Nullable Object argument,
      @Nullable Object kwargs) {
    Event event =
        new Event(
            time,
            priority,
            sequence++,
            action,
            argument == null ? Ops.tuple(List.of()) : argument,
            kwargs == null ? new PyDict<>() : kwargs);
    events.add(event);
    events.sort(
        Comparator.comparingDouble(Event::time)
            .thenComparing((a, b) -> Py.compare(a.priority, b.priority))
            .thenComparingLong(Event::sequence));
    return event;
  }

  /** {@code enter(delay, priority, action, argument, kwargs)}. */
  public Event enter(
      double delay,
      @Nullable Object priority,
      Object action,
      @Nullable Object argument,
      @Nullable Object kwargs) {
    return enterAt(clock.call() + delay, priority, action, argument, kwargs);
  }

  /** {@code cancel(event)}. */
  public synchronized void cancel(@Nullable Object event) {
    if (!events.remove(event)) {
      throw new Errors.ValueError("list.remove(x): x not in list");
    }
  }

  /** {@code empty()}. */
  public synchronized boolean isEmpty() {
    return events.isEmpty();
  }

  /** {@code queue}. */
  public synchronized List<Object> queue() {
    return Lists.copy(events);
  }

  private synchronized @Nullable Event first() {
    return events.isEmpty() ? null : events.getFirst();
  }

  private synchronized void remove(Event event) {
    events.remove(event);
  }

  /** {@code run(blocking)}: when the next is due, if it does not wait for that. */
  public @Nullable Double run(boolean blocking) {
    for (Event next = first(); next != null; next = first()) {
      double now = clock.call();
      if (next.time > now) {
        if (!blocking) {
          return next.time - now;
        }
        wait.call(next.time - now);
        continue;
      }
      remove(next);
      Calls.with(
          next.action,
          Iters.<Object>array(Iters.of(next.argument)),
          Py.<Map<String, Object>>cast(next.kwargs));
      wait.call(0.0);
    }
    return null;
  }
}
