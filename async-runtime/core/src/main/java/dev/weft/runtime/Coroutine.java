package dev.weft.runtime;

/**
 * A body that can be left in the middle and entered again. Control is handed over directly, past
 * the ready queue, and the current task stays that of the one who entered: the body is cancelled,
 * suspends and wakes as that task.
 *
 * <p>Used by one at a time; its owner sees to that. See {@code docs/decisions/0011}.
 */
abstract sealed class Coroutine permits ContinuationCoroutine, ThreadCoroutine {

  /** A coroutine for whoever calls, with a body that must not throw. */
  static Coroutine of(Runnable body) {
    boolean byBaton =
        Task.current() instanceof LoopTask<?> task && task.loop.threads instanceof BatonThreads;
    return Continuations.AVAILABLE && !byBaton
        ? new ContinuationCoroutine(body)
        : new ThreadCoroutine(body);
  }

  /** Runs the body until it leaves or ends. */
  abstract void enter();

  /** Goes back to the one who entered, until somebody enters again; called by the body. */
  abstract void leave();

  /** Whether it is the body that calls, and not another that it has entered. */
  abstract boolean isInside();

  /** Whether the calling task may enter. */
  abstract boolean isAtHome();
}
