package dev.weft.runtime;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A generator whose body is a {@link Coroutine}. */
final class StepGenerator<T extends @Nullable Object, S extends @Nullable Object>
    implements AsyncGenerator<T, S> {
  private final Body<T, S> body;
  private final boolean isClosedByRuntime;
  private final Function<Runnable, Coroutine> making;

  /** Held by whoever makes a step; it guards the rest together with the hand-over. */
  private final AtomicBoolean stepping = new AtomicBoolean();

  /** Made with the first step. */
  private @Nullable Coroutine coroutine;

  private volatile boolean finished;
  private @Nullable OpenGenerators register;

  // What goes in with a step.
  private @Nullable S sent;
  private @Nullable Throwable thrownIn;

  // What comes out of it.
  private boolean emitted;
  private @Nullable T element;
  private @Nullable Throwable failure;

  /** Whether {@link #element} waits for {@link #next}. */
  private boolean ahead;

  /**
   * A generator.
   *
   * @param isClosedByRuntime whether the runtime of its first step closes it when that closes
   * @param making makes the coroutine of its body
   */
  StepGenerator(Body<T, S> body, boolean isClosedByRuntime, Function<Runnable, Coroutine> making) {
    this.body = body;
    this.isClosedByRuntime = isClosedByRuntime;
    this.making = making;
  }

  @Override
  public boolean hasNext() {
    if (!ahead) {
      ahead = step(null, null);
    }
    return ahead;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw atEnd();
    }
    ahead = false;
    return takeElement();
  }

  @Override
  public T send(S value) {
    requireNotAhead("send");
    if (!step(value, null)) {
      throw atEnd();
    }
    return takeElement();
  }

  @Override
  public T throwIn(Throwable error) {
    requireNotAhead("throwIn");
    if (!step(null, error)) {
      throw atEnd();
    }
    return takeElement();
  }

  @SuppressWarnings("NullAway") // An element is there after a step that emitted.
  private T takeElement() {
    T taken = element;
    element = null;
    return taken;
  }

  private void requireNotAhead(String verb) {
    if (ahead) {
      throw new AsyncException.Runtime(
          "AsyncGenerator.%s was called after hasNext had run the body to the next element: take that with next first"
              .formatted(verb));
    }
  }

  private static NoSuchElementException atEnd() {
    return new NoSuchElementException(
        "the generator has given out its last element: ask hasNext first");
  }

  @Override
  public void close() {
    try {
      if (step(null, new Exit())) {
        ahead = false;
        element = null;
        throw new AsyncException.Runtime(
            "the generator's body gave out another element when it was closed: let Exit pass, and emit nothing in finally");
      }
    } catch (Exit e) {
      // The body has let it pass, or never ran.
      finished = true;
    }
    ahead = false;
    element = null;
  }

  /** Runs the body until it gives out an element, which is told, or ends. */
  private boolean step(@Nullable S value, @Nullable Throwable thrown) {
    if (!stepping.compareAndSet(false, true)) {
      throw new AsyncException.Runtime(
          "the generator was used while another task, or its own body, is in a step of it: use it from one at a time");
    }
    try {
      if (finished) {
        return false;
      }
      Coroutine running = coroutine;
      if (running == null) {
        running = start(value, thrown);
      }
      sent = value;
      thrownIn = thrown;
      emitted = false;
      running.enter();
      Throwable failed = failure;
      if (failed != null) {
        failure = null;
        throw Sneaky.rethrow(failed);
      }
      return emitted;
    } finally {
      sent = null;
      thrownIn = null;
      stepping.set(false);
    }
  }

  private Coroutine start(@Nullable S value, @Nullable Throwable thrown) {
    if (thrown != null) {
      finished = true;
      throw Sneaky.rethrow(thrown);
    }
    if (value != null) {
      throw new AsyncException.Runtime(
          "AsyncGenerator.send was called with '%s' before the first step, where nothing can receive it: begin with next"
              .formatted(value));
    }
    Coroutine made = making.apply(this::runBody);
    coroutine = made;
    Task<?> task = Task.current();
    if (task != null && isClosedByRuntime) {
      register = task.runtime.generators;
      task.runtime.generators.add(this);
    }
    return made;
  }

  private void runBody() {
    try {
      body.run(this::emit);
    } catch (Throwable e) {
      failure = e;
    }
    finished = true;
    OpenGenerators open = register;
    if (open != null) {
      open.remove(this);
    }
  }

  private @Nullable S emit(T given) {
    Coroutine mine = coroutine;
    if (mine == null || !mine.isInside()) {
      throw new AsyncException.Runtime(
          "emit was called outside the generator's body, in thread '%s': give elements out in the body itself, and bring those of other tasks there by a channel"
              .formatted(Thread.currentThread().getName()));
    }
    element = given;
    emitted = true;
    mine.leave();
    Throwable thrown = thrownIn;
    if (thrown != null) {
      thrownIn = null;
      throw Sneaky.rethrow(thrown);
    }
    S received = sent;
    sent = null;
    return received;
  }

  /** Whether the calling task may make steps, for one that was started. */
  boolean isAtHome() {
    return coroutine == null || coroutine.isAtHome();
  }
}
