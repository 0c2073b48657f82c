package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function of the library that takes its arguments in one of several ways. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; a marker is compared.
public final class Overloaded implements PyCallable {
  /** What a way gives whose parameters take so many arguments, but not arguments of that kind. */
  public static final Object NEXT = new Object();

  private final String name;
  private final List<Function> ways;

  private Overloaded(String name, List<Function> ways) {
    this.name = name;
    this.ways = ways;
  }

  /** A function that goes the first way which takes its arguments. */
  public static Overloaded of(String name, Function... ways) {
    return new Overloaded(name, List.of(ways));
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return applyWith(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    boolean fits = false;
    for (Function way : ways) {
      if (way.takes(args, named)) {
        fits = true;
        Object result = way.applyWith(args, named);
        if (result != NEXT) {
          return result;
        }
      }
    }
    if (!fits) {
      // It says what is wrong with the call.
      return ways.get(ways.size() - 1).applyWith(args, named);
    }
    throw new Errors.TypeError(name + "() was given arguments of wrong types");
  }
}
