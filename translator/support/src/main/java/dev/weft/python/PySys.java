package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** The module {@code sys}. */
public final class PySys {
  private PySys() {}

  /** {@code sys.exit(code)}. */
  @SuppressWarnings("DoNotCallSuggester") // That is what it is for.
  public static void exit(@Nullable Object code) {
    throw code == null ? new Errors.SystemExit() : new Errors.SystemExit(code);
  }

  /** {@code signal.raise_signal(number)}. */
  public static void raiseSignal(long number) {
    Signals.raise(number);
  }

  /** {@code gc.collect()}. */
  public static long collect() {
    return 0;
  }

  /** A function that has nothing to do here. */
  public static void nothing() {}
}
