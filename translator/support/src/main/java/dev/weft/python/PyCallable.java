package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** Something that can be called without its types being known. */
public interface PyCallable {
  /** Calls it with positional arguments. */
  @Nullable Object apply(@Nullable Object... args);

  /** Complains about a wrong number of arguments. */
  static void check(@Nullable Object[] args, int wanted) {
    if (args.length != wanted) {
      throw new Errors.TypeError(
          "function takes "
              + wanted
              + " positional argument"
              + (wanted == 1 ? "" : "s")
              + " but "
              + args.length
              + (args.length == 1 ? " was" : " were")
              + " given");
    }
  }
}
