package dev.weft.runtime.reactor;

/** Throws what somebody else threw, as it is. */
final class Sneaky {
  private Sneaky() {}

  /** Throws; declared to return so that the compiler sees that nothing follows. */
  static RuntimeException rethrow(Throwable error) {
    throw Sneaky.<RuntimeException>unchecked(error);
  }

  @SuppressWarnings("unchecked") // Erased: any throwable passes.
  private static <X extends Throwable> RuntimeException unchecked(Throwable error) throws X {
    throw (X) error;
  }
}
