package dev.weft.python;

import dev.weft.runtime.CancellationError;
import dev.weft.runtime.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code asyncio.Future}: a result that is set once. Whoever waits, and every callback, is told
 * through the loop's ready queue, in the order of registration, as asyncio does.
 */
@SuppressWarnings("ReferenceEquality") // A callback is removed by identity.
public class Future<T extends @Nullable Object> implements Awaitable<T> {
  private enum State {
    PENDING,
    DONE,
    FAILED,
    CANCELLED
  }

  private State state = State.PENDING;
  private @Nullable T value;
  private @Nullable Throwable failure;
  private @Nullable Object cancelMessage;
  private final List<Object> listeners = new ArrayList<>();

  private record Callback<T extends @Nullable Object>(Fn1<? super Future<T>, ?> call) {}

  /** A future without a result yet. */
  public Future() {}

  /** {@code done()}. */
  public boolean isDone() {
    return state != State.PENDING;
  }

  /** {@code cancelled()}. */
  public boolean isCancelled() {
    return state == State.CANCELLED;
  }

  /** {@code set_result(value)}. */
  public void setResult(T result) {
    requirePending();
    value = result;
    end(State.DONE);
  }

  /** {@code set_exception(e)}. */
  public void setException(@Nullable Object e) {
    requirePending();
    failure = (Throwable) Py.<Object>cast(e);
    end(State.FAILED);
  }

  private void requirePending() {
    if (state != State.PENDING) {
      throw new Errors.InvalidStateError("invalid state");
    }
  }

  /** {@code cancel(message)}. */
  public boolean cancel(@Nullable Object message) {
    if (state != State.PENDING) {
      return false;
    }
    cancelMessage = message;
    end(State.CANCELLED);
    return true;
  }

  private void end(State ended) {
    state = ended;
    List<Object> told = List.copyOf(listeners);
    listeners.clear();
    told.forEach(this::tell);
  }

  @SuppressWarnings("unchecked") // Listeners are channels and callbacks of this future.
  private void tell(Object listener) {
    if (listener instanceof Callback<?> c) {
      Asyncio.callSoon(() -> ((Callback<T>) c).call().call(this));
    } else {
      ((Channel<Boolean>) listener).trySend(true);
    }
  }

  /** {@code add_done_callback(callback)}. */
  public void onDone(Fn1<? super Future<T>, ?> callback) {
    if (isDone()) {
      Asyncio.callSoon(() -> callback.call(this));
    } else {
      listeners.add(new Callback<>(callback));
    }
  }

  /** {@code remove_done_callback(callback)}. */
  public long removeCallback(Fn1<? super Future<T>, ?> callback) {
    long before = listeners.size();
    listeners.removeIf(l -> l instanceof Callback<?> c && c.call() == callback);
    return before - listeners.size();
  }

  @Override
  public T await() {
    if (!isDone()) {
      Task<?> task = Task.current();
      Channel<Boolean> wake = Channel.buffered(1);
      listeners.add(wake);
      task.waitsFor(this);
      try {
        wake.receive();
      } catch (CancellationError e) {
        listeners.remove(wake);
        throw task.cancellation(e);
      } finally {
        task.waitsFor(null);
      }
      task.throwIfCancelled();
    }
    return result();
  }

  /** {@code result()}. */
  @SuppressWarnings("NullAway") // Set when done.
  public T result() {
    return switch (state) {
      case DONE -> value;
      case FAILED -> throw Errors.raise(failure);
      case CANCELLED -> throw new CancellationError(cancelMessage);
      case PENDING -> throw new Errors.InvalidStateError("Result is not set.");
    };
  }

  /** {@code exception()}. */
  public @Nullable Throwable exception() {
    return switch (state) {
      case DONE -> null;
      case FAILED -> failure;
      case CANCELLED -> throw new CancellationError(cancelMessage);
      case PENDING -> throw new Errors.InvalidStateError("Exception is not set.");
    };
  }

  @Nullable Throwable failureOrNull() {
    return state == State.FAILED ? failure : null;
  }

  @Nullable Object cancelMessage() {
    return cancelMessage;
  }
}
