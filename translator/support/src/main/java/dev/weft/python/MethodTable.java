package dev.weft.python;

import org.jspecify.annotations.Nullable;

/**
 * An object of a class with methods that take defaults, any number of arguments or keywords, for
 * calls of which only run time knows what they call.
 */
public interface MethodTable {
  /**
   * A method of this object that takes such arguments.
   *
   * @param name as Python has it
   * @return null if there is none of that name
   */
  @Nullable PyCallable pythonMethod(String name);

  /** The method of something that may have a table. */
  static @Nullable PyCallable find(@Nullable Object on, String name) {
    return on instanceof MethodTable table ? table.pythonMethod(name) : null;
  }
}
