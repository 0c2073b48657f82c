package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that can be called without its types being known. */
public interface PyCallable {
  /** Calls it with positional arguments. */
  @Nullable Object apply(@Nullable Object... args);

  /** Calls it with positional and named arguments. */
  default @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    if (!named.isEmpty()) {
      throw new Errors.TypeError(
          "<lambda>() got an unexpected keyword argument '"
              + named.keySet().iterator().next()
              + "'");
    }
    return apply(args);
  }

  /** Complains about a wrong number of arguments. */
  static void check(@Nullable Object[] args, int wanted) {
    if (args.length > wanted) {
      throw new Errors.TypeError(
          "<lambda>() takes "
              + wanted
              + " positional argument"
              + (wanted == 1 ? "" : "s")
              + " but "
              + args.length
              + (args.length == 1 ? " was" : " were")
              + " given");
    }
    if (args.length < wanted) {
      int missing = wanted - args.length;
      throw new Errors.TypeError(
          "<lambda>() missing "
              + missing
              + " required positional argument"
              + (missing == 1 ? "" : "s"));
    }
  }
}
