package dev.weft.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the things that a {@link Select} waits for. */
abstract sealed class Clause<R extends @Nullable Object> {
  /** Where it stands, or what it got at once. */
  WaitQueue.@Nullable Place place;

  /** Does it if that is possible at once. */
  abstract boolean isDoneNow();

  /** Stands in line; called with the monitors of all clauses, when nothing could be done. */
  abstract void enlist(Waiter waiter);

  /** Leaves the line; called without any monitor. */
  abstract void leave();

  /** What comes of it, once it has been done. */
  abstract R finish();

  Object monitor() {
    return this;
  }

  long monitorNumber() {
    return Long.MAX_VALUE;
  }

  /** The place of the suspension that has just ended. */
  final WaitQueue.Place placeTaken() {
    WaitQueue.Place taken = place;
    if (taken == null) {
      throw new IllegalStateException("a clause happened without having waited");
    }
    return taken;
  }

  /** An element, or the end of the channel, to receive. */
  static final class Receive<T, R extends @Nullable Object> extends Clause<R> {
    private final Receiving<T> receiver;
    private final Function<? super @Nullable T, ? extends R> function;
    private @Nullable T element;
    private boolean now;

    Receive(Receiving<T> receiver, Function<? super @Nullable T, ? extends R> function) {
      this.receiver = receiver;
      this.function = function;
    }

    @Override
    boolean isDoneNow() {
      synchronized (receiver.monitor()) {
        element = receiver.poll();
        now = element != null || receiver.isEnded();
        return now;
      }
    }

    @Override
    void enlist(Waiter waiter) {
      place = receiver.receivers.add(waiter);
    }

    @Override
    void leave() {
      WaitQueue.Place mine = place;
      if (mine != null) {
        synchronized (receiver.monitor()) {
          receiver.receivers.remove(mine);
        }
      }
    }

    @Override
    @SuppressWarnings("NullAway") // It does not see that the function takes null.
    R finish() {
      T received = now ? element : receiver.elementOf(placeTaken());
      element = null;
      place = null;
      return function.apply(received);
    }

    @Override
    Object monitor() {
      return receiver.monitor();
    }

    @Override
    long monitorNumber() {
      return receiver.monitorNumber();
    }
  }

  /** Room for an element. */
  static final class Send<T, R extends @Nullable Object> extends Clause<R> {
    private final BufferedChannel<T> channel;
    private final T element;
    private final Supplier<? extends R> function;
    private boolean now;

    Send(BufferedChannel<T> channel, T element, Supplier<? extends R> function) {
      this.channel = channel;
      this.element = element;
      this.function = function;
    }

    @Override
    boolean isDoneNow() {
      now = channel.offer(element);
      return now;
    }

    @Override
    void enlist(Waiter waiter) {
      WaitQueue.Place mine = channel.senders.add(waiter);
      mine.element = element;
      place = mine;
    }

    @Override
    void leave() {
      WaitQueue.Place mine = place;
      if (mine != null) {
        synchronized (channel.monitor()) {
          channel.senders.remove(mine);
        }
      }
    }

    @Override
    R finish() {
      if (!now) {
        channel.requireTaken(placeTaken());
      }
      place = null;
      return function.get();
    }

    @Override
    Object monitor() {
      return channel.monitor();
    }

    @Override
    long monitorNumber() {
      return channel.monitorNumber();
    }
  }

  /** A time. */
  static final class Timer<R extends @Nullable Object> extends Clause<R> {
    private final Duration after;
    private final Supplier<? extends R> function;
    private AsyncRuntime.@Nullable Cancellable timer;

    Timer(Duration after, Supplier<? extends R> function) {
      this.after = after;
      this.function = function;
    }

    @Override
    boolean isDoneNow() {
      return !after.isPositive();
    }

    @Override
    void enlist(Waiter waiter) {
      WaitQueue.Place mine = new WaitQueue.Place(waiter);
      place = mine;
      Task<?> task = Task.current();
      timer = task == null ? startOutside(mine) : task.runtime.startDeadline(after, mine::resume);
    }

    private AsyncRuntime.Cancellable startOutside(WaitQueue.Place mine) {
      CompletableFuture<Boolean> future = new CompletableFuture<>();
      CompletableFuture<Void> resumed = future.thenAccept(timedOut -> mine.resume());
      future.completeOnTimeout(true, Durations.nanos(after), TimeUnit.NANOSECONDS);
      return () -> {
        resumed.cancel(false);
        future.cancel(false);
      };
    }

    @Override
    void leave() {
      AsyncRuntime.Cancellable set = timer;
      if (set != null) {
        set.cancel();
        timer = null;
      }
    }

    @Override
    R finish() {
      place = null;
      return function.get();
    }
  }

  /** The end of a task or future. */
  static final class Done<R extends @Nullable Object> extends Clause<R> {
    private final Completion<?> awaited;
    private final Supplier<? extends R> function;

    Done(Completion<?> awaited, Supplier<? extends R> function) {
      this.awaited = awaited;
      this.function = function;
    }

    @Override
    boolean isDoneNow() {
      return awaited.isFinished();
    }

    @Override
    void enlist(Waiter waiter) {
      WaitQueue.Place mine = new WaitQueue.Place(waiter);
      place = mine;
      if (!awaited.listen(mine)) {
        mine.resume();
      }
    }

    @Override
    void leave() {
      WaitQueue.Place mine = place;
      if (mine != null) {
        awaited.unlisten(mine);
      }
    }

    @Override
    R finish() {
      place = null;
      return function.get();
    }
  }
}
