package dev.weft.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What ends once, in one of the ways of an {@link Outcome}, and tells those who wait for that. */
abstract sealed class Completion<T extends @Nullable Object> implements TaskHandle<T>
    permits Task, SettableFuture {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Completion.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Someone to be told of the end: a waiter or a callback, pushed on those that came before. */
  private record Listener(Object listener, @Nullable Listener before) {}

  final AbstractRuntime runtime;

  /** Null or a {@link Listener} until the end, then an {@link Outcome}. */
  private volatile @Nullable Object state;

  private volatile boolean observed;

  Completion(AbstractRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Sets how it ended, and tells those who wait, in the order in which they came; false if it had.
   */
  final boolean end(Outcome<T> outcome) {
    Object before;
    do {
      before = state;
      if (before instanceof Outcome) {
        return false;
      }
    } while (!STATE.compareAndSet(this, before, outcome));
    observed |= before != null;
    ended();
    if (before instanceof Listener last) {
      tellAll(last);
    }
    return true;
  }

  /** Called between the end and those who are told of it. */
  abstract void ended();

  private void tellAll(Listener last) {
    if (last.before() == null) {
      tell(last.listener());
      return;
    }
    List<Object> listeners = new ArrayList<>();
    for (Listener l = last; l != null; l = l.before()) {
      listeners.add(l.listener());
    }
    listeners.reversed().forEach(this::tell);
  }

  @SuppressWarnings("unchecked") // Else it is a consumer of this handle.
  private void tell(Object listener) {
    if (listener instanceof Waiter w) {
      w.resume();
    } else if (listener instanceof WaitQueue.Place place) {
      place.resume();
    } else {
      runtime.callDone((Consumer<? super TaskHandle<T>>) listener, this);
    }
  }

  @Override
  public final T await() {
    if (!isFinished() && Task.current() == this) {
      throw new AsyncException.Runtime(this + " awaits itself, which would never end");
    }
    awaitEnd();
    observed = true;
    return value();
  }

  @Override
  public final T awaitOrAbort() {
    if (!isFinished()) {
      Waiter w = Waiter.here(this);
      w.forwardTo(this::abort);
      awaitEnd(w);
      Task<?> me = Task.current();
      if (outcomeOrNull() instanceof Outcome.Cancelled<T>(CancellationError cause)
          && me != null
          && me.cancelRequests() > 0) {
        observed = true;
        throw cause;
      }
    }
    return await();
  }

  /** Waits for the end, however it was. */
  final void awaitEnd() {
    if (!isFinished()) {
      awaitEnd(Waiter.here(this));
    }
  }

  private void awaitEnd(Waiter w) {
    if (listen(w)) {
      try {
        w.await();
      } catch (CancellationError e) {
        unlisten(w);
        throw e;
      }
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // The state is an outcome of T once awaited.
  private T value() {
    return switch ((Outcome<T>) state) {
      case Outcome.Success<T>(T value) -> value;
      case Outcome.Failure<T>(Error error) -> throw new AsyncException.Panic(this, error);
      case Outcome.Failure<T>(Throwable cause) -> throw new AsyncException.Join(this, cause);
      case Outcome.Cancelled<T>(CancellationError cause) ->
          throw new AsyncException.Join(this, cause);
    };
  }

  /** Registers a listener; false if the task has ended. */
  final boolean listen(Object listener) {
    for (; ; ) {
      Object before = state;
      if (before instanceof Outcome) {
        return false;
      }
      if (STATE.compareAndSet(this, before, new Listener(listener, (Listener) before))) {
        return true;
      }
    }
  }

  final void unlisten(Object listener) {
    for (; ; ) {
      Object before = state;
      if (!(before instanceof Listener last)) {
        return;
      }
      if (STATE.compareAndSet(this, before, without(last, listener))) {
        return;
      }
    }
  }

  private static @Nullable Listener without(Listener last, Object listener) {
    List<Object> kept = new ArrayList<>();
    for (Listener l = last; l != null; l = l.before()) {
      if (l.listener() != listener) {
        kept.add(l.listener());
      }
    }
    Listener result = null;
    for (Object k : kept.reversed()) {
      result = new Listener(k, result);
    }
    return result;
  }

  @Override
  public final boolean isFinished() {
    return state instanceof Outcome;
  }

  @Override
  public final Optional<Outcome<T>> outcome() {
    Outcome<T> outcome = outcomeOrNull();
    if (outcome != null) {
      observed = true;
    }
    return Optional.ofNullable(outcome);
  }

  @SuppressWarnings("unchecked") // Only an outcome of T is ever stored.
  final @Nullable Outcome<T> outcomeOrNull() {
    return state instanceof Outcome<?> outcome ? (Outcome<T>) outcome : null;
  }

  /** The failure that nobody has looked at, or null. */
  final @Nullable Throwable unobservedFailure() {
    return !observed && state instanceof Outcome.Failure<?>(Throwable cause) ? cause : null;
  }

  @Override
  public final void onDone(Consumer<? super TaskHandle<T>> callback) {
    observed = true;
    Consumer<? super TaskHandle<T>> bound = TaskLocals.bind(callback);
    if (!listen(bound)) {
      runtime.callDone(bound, this);
    }
  }
}
