package dev.weft.translator;

import java.util.Set;

/** The names that Python has built in. */
final class Builtins {
  private static final Set<String> NAMES =
      Set.of(
          ("abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr"
                  + " classmethod compile complex delattr dict dir divmod enumerate eval exec filter"
                  + " float format frozenset getattr globals hasattr hash help hex id input int"
                  + " isinstance issubclass iter len list locals map max memoryview min next object"
                  + " oct open ord pow print property range repr reversed round set setattr slice"
                  + " sorted staticmethod str sum super tuple type vars zip __import__ __debug__"
                  + " copyright credits exit quit license __builtins__ __spec__ __loader__"
                  + " __package__")
              .split(" "));

  private static final Set<String> TYPES =
      Set.of(
          "int",
          "float",
          "str",
          "bool",
          "list",
          "tuple",
          "set",
          "frozenset",
          "dict",
          "complex",
          "bytes",
          "type");

  /** Functions of which the support library knows what CPython says of wrong calls. */
  private static final Set<String> TELLING =
      Set.of(
          ("abs all any ascii bin callable chr divmod hash hex len oct ord pow repr reversed round"
                  + " sorted sum")
              .split(" "));

  private Builtins() {}

  /** Whether a path names a function that can tell what is wrong with a call. */
  static boolean isTelling(String path) {
    return path.startsWith("builtins.") && TELLING.contains(path.substring(9));
  }

  /** Whether a path names a builtin type. */
  static boolean isType(String path) {
    return path.startsWith("builtins.") && TYPES.contains(path.substring(9));
  }

  /** Whether a name that nothing in the module defines means something all the same. */
  static boolean isPython(String name) {
    return NAMES.contains(name) || Library.get().exception(name) != null;
  }
}
