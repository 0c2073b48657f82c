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
@SuppressWarnings({
  "NullAway",
  "ReferenceEquality"
}) // None is null; a callback is removed by identity.
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
  private @Nullable CancellationError cancelled;
  private final List<Object> listeners = new ArrayList<>();

  private final Loop loop;
  private boolean looked;

  private record Callback<T extends @Nullable Object>(
      Fn1<? super Future<T>, ?> call, Context context) {}

  /** A future of the running loop, without a result yet. */
  public Future() {
    this(Loop.current());
  }

  Future(Loop loop) {
    this.loop = loop;
  }

  /** {@code get_loop()}. */
  public Loop loop() {
    return loop;
  }

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
    if (!(e instanceof Throwable raised)) {
      throw new Errors.TypeError("exceptions must derive from BaseException");
    }
    if (raised instanceof Errors.StopIteration) {
      throw new Errors.TypeError(
          "StopIteration interacts badly with generators and cannot be raised into a Future");
    }
    failure = raised;
    loop.failed(this);
    end(State.FAILED);
  }

  private void requirePending() {
    if (state != State.PENDING) {
      throw new Errors.InvalidStateError("invalid state");
    }
  }

  /** {@code cancel()}. */
  public final boolean cancel() {
    return cancel(null);
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

  @SuppressWarnings("unchecked") // Callbacks are of this future.
  private void tell(Object listener) {
    if (listener instanceof Callback<?> c) {
      loop.callSoon(() -> ((Callback<T>) c).call().call(this), c.context());
    } else {
      if (listener instanceof Channel<?> channel) {
        ((Channel<Boolean>) channel).trySend(true);
      } else {
        loop.wake(listener);
      }
    }
  }

  /** {@code add_done_callback(callback)}. */
  public void onDone(Fn1<? super Future<T>, ?> callback) {
    onDone(callback, Context.copyCurrent());
  }

  /** {@code add_done_callback(callback, context=context)}. */
  public void onDone(Fn1<? super Future<T>, ?> callback, Context context) {
    if (isDone()) {
      loop.callSoon(() -> callback.call(this), context);
    } else {
      listeners.add(new Callback<>(callback, context));
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
      Object wake = loop.place();
      listeners.add(wake);
      task.waitsFor(this);
      try {
        loop.pause(wake, task);
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
    look();
    return switch (state) {
      case DONE -> value;
      case FAILED -> throw Exceptions.raiseAwaited(failure);
      case CANCELLED -> throw cancellation();
      case PENDING -> throw new Errors.InvalidStateError("Result is not set.");
    };
  }

  /** As asyncio has it, only the first who asks a task is told where it was, and why. */
  CancellationError cancellation() {
    CancellationError inside = cancelled;
    cancelled = null;
    CancellationError raised =
        new CancellationError(inside == null ? cancelMessage : inside.reason());
    if (inside != null && Exceptions.isOfProgram(inside)) {
      raised.setStackTrace(inside.getStackTrace());
    }
    return raised;
  }

  /** Notes what a cancellation came to. */
  void cancelledBy(CancellationError e) {
    cancelled = e;
  }

  /** {@code exception()}. */
  public @Nullable Throwable exception() {
    look();
    return switch (state) {
      case DONE -> null;
      case FAILED -> failure;
      case CANCELLED -> throw cancellation();
      case PENDING -> throw new Errors.InvalidStateError("Exception is not set.");
    };
  }

  private void look() {
    if (state == State.FAILED && !looked) {
      looked = true;
      loop.lookedAt(this);
    }
  }

  String neverRetrieved() {
    return "Future exception was never retrieved";
  }

  /** What {@code repr()} shows after the name. */
  String stateText() {
    return switch (state) {
      case PENDING -> "pending";
      case CANCELLED -> "cancelled";
      case DONE -> "finished result=" + Py.repr(value);
      case FAILED -> "finished exception=" + Exceptions.repr(failure);
    };
  }

  @Override
  public String toString() {
    return "<Future " + stateText() + ">";
  }

  /** Tells a channel when it is done. */
  void wakes(Channel<Boolean> channel) {
    if (isDone()) {
      channel.trySend(true);
    } else {
      listeners.add(channel);
    }
  }

  /** The failure, which counts as looked at. */
  @Nullable Throwable failureOrNull() {
    look();
    return state == State.FAILED ? failure : null;
  }

  @Nullable Object cancelMessage() {
    return cancelMessage;
  }
}
