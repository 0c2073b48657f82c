package dev.weft.runtime;

/**
 * A coroutine whose body is run by the thread that enters, in a continuation of the JDK's: a step
 * costs one switch and no thread. What the body waits for suspends the thread with all of its
 * continuations.
 */
final class ContinuationCoroutine extends Coroutine {
  private final Object continuation;

  ContinuationCoroutine(Runnable body) {
    this.continuation = Continuations.of(body);
  }

  @Override
  void enter() {
    Continuations.run(continuation);
  }

  @Override
  void leave() {
    Continuations.leave();
  }

  @Override
  boolean isInside() {
    return Continuations.current() == continuation;
  }

  @Override
  boolean isAtHome() {
    return true;
  }
}
