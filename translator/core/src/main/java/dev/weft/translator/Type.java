package dev.weft.translator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a value. The types form a lattice with {@link Basic#NEVER} (nothing reached it
 * yet) below and {@link Basic#OBJECT} (anything) above; see {@link Types#join}.
 */
sealed interface Type {

  /** A type without parts. */
  enum Basic implements Type {
    NEVER,
    NONE,
    BOOL,
    INT,
    FLOAT,
    /** An int of any size or a float. */
    NUM,
    STR,
    BYTES,
    OBJECT
  }

  /** A library type: {@code list[T]}, {@code tuple[A, B]}, {@code asyncio.Queue[T]}. */
  record Generic(String name, List<Cell> args) implements Type {}

  /** An instance of a class, of the module or of the library's exceptions. */
  record Instance(ClassInfo type) implements Type {}

  /** Something or None. */
  record Opt(Type inner) implements Type {}

  /**
   * A function value with positional parameters only.
   *
   * @param targets the functions of the module that it may be
   */
  record Func(List<Cell> params, Cell result, Set<FunctionInfo> targets) implements Type {
    Func(List<Cell> params, Cell result) {
      this(params, result, new LinkedHashSet<>());
    }
  }

  /**
   * Something that is called with arguments which only run time matches.
   *
   * @param targets the functions of the module that it may be
   */
  record Callable(Cell result, Set<FunctionInfo> targets) implements Type {}

  /** A class itself, as a value. */
  record ClassRef(ClassInfo type) implements Type {}

  /** A function of the module, named. */
  record FuncRef(FunctionInfo function) implements Type {}

  /** A library module, function or class, named. */
  record LibRef(String path) implements Type {}
}
