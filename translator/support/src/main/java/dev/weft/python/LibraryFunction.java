package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of the library as a value: it takes whatever Python's takes, by place and by name, as
 * its signatures say. Thread-safe.
 */
@SuppressWarnings("NullAway") // None is null.
public final class LibraryFunction implements PyCallable {
  private final String path;
  private final List<LibraryMethod> ways;

  private LibraryFunction(String path, List<LibraryMethod> ways) {
    this.path = path;
    this.ways = ways;
  }

  /** Whether there is a function of a path, as in {@code math.hypot}. */
  public static boolean exists(String path) {
    return !LibraryTypes.function(path).isEmpty();
  }

  /**
   * The function of a path, as in {@code math.hypot}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LibraryFunction of(String path) {
    List<LibraryMethod> ways = LibraryTypes.function(path);
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("the library has no function " + path);
    }
    return new LibraryFunction(path, ways);
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return applyWith(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    for (boolean strict : new boolean[] {true, false}) {
      for (LibraryMethod way : ways) {
        Object result = way.call(null, args, named, strict);
        if (result != LibraryMethod.UNFIT) {
          return result;
        }
      }
    }
    String name = path.substring(path.lastIndexOf('.') + 1);
    LibraryMethod last = ways.getLast();
    Function.of(name, last.names(), values -> null, new Object[last.parameters().size()])
        .applyWith(args, named);
    throw new Members.Mismatch(name + "() got arguments of types that it does not take");
  }

  @Override
  public String toString() {
    return "<built-in function " + path.substring(path.lastIndexOf('.') + 1) + ">";
  }
}
