package dev.weft.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A task of an event loop. */
final class LoopTask<T extends @Nullable Object> extends Task<T> {
  final EventLoop loop;

  private final Strand own;

  /** Which of the task's threads runs: its own, or that of a generator it is in. */
  Strand active;

  /** Whether it stands at one of our suspension points, or has ended. */
  boolean suspended = true;

  /** Whether the loop has let it go on; volatile because a baton is passed through it. */
  volatile boolean resumed;

  LoopTask(
      EventLoop loop, Children siblings, @Nullable String name, AsyncCall<? extends T, ?> body) {
    super(loop, siblings, name, body);
    this.loop = loop;
    this.own = new Strand(loop.threads, this);
    this.active = own;
  }

  @Override
  public void run() {
    suspended = false;
    runBody();
    suspended = true;
    loop.threads.finished();
  }

  @Override
  void wake() {
    loop.enqueue(this);
  }

  @Override
  void park(Waiter waiter) {
    loop.threads.suspend(this, waiter);
  }

  @Override
  void yieldNow() {
    loop.requeue(this);
    loop.threads.yieldNow(this);
    checkCancelled();
  }

  @Override
  void sleep(Duration duration) {
    if (!duration.isPositive()) {
      yieldNow();
      return;
    }
    Waiter w = Waiter.of(this, "sleep");
    AsyncRuntime.Cancellable timer = loop.startDeadline(duration, w::resume);
    try {
      suspend(w, false);
    } finally {
      timer.cancel();
    }
  }

  /** A loop's tasks share its thread of control: a blocking call in one is not broken off. */
  @Override
  void interrupt() {}

  @Override
  boolean isOnOwnThread() {
    return Thread.currentThread() == active.thread;
  }

  @Override
  boolean abandon() {
    return false;
  }

  @Override
  boolean isStarted() {
    return own.thread != null;
  }

  @Override
  @Nullable Thread threadOrNull() {
    return own.thread;
  }
}
