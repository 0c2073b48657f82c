package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.DefaultEventLoopPolicy}: makes loops, and there is one way to do so. */
public final class LoopPolicy {
  private static final LoopPolicy DEFAULT = new LoopPolicy();

  private LoopPolicy() {}

  /** {@code get_event_loop_policy()}. */
  public static LoopPolicy get() {
    return DEFAULT;
  }

  /** {@code set_event_loop_policy(policy)}: the default one, or None for it. */
  public static void set(@Nullable Object policy) {
    if (policy != null && policy != DEFAULT) {
      throw new Errors.TypeError(
          "policy must be an instance of AbstractEventLoopPolicy or None, not '"
              + Py.typeName(policy)
              + "'");
    }
  }

  /** A policy for Windows, which programs ask for only there. */
  public static LoopPolicy windows(String name) {
    throw new Errors.AttributeError("module 'asyncio' has no attribute '" + name + "'");
  }
}
