package dev.weft.runtime;

/** When {@link Async#waitUntil} is to return. */
public enum Until {
  /** When one of the tasks has ended, in whatever way. */
  FIRST_COMPLETED,
  /** When one of the tasks has failed, or all have ended. A cancelled task is not a failed one. */
  FIRST_EXCEPTION,
  /** When all of the tasks have ended. */
  ALL_COMPLETED
}
