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
}
