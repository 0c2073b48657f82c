package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of CPython 3.12's builtin types. What is not among them is a mistake of the
 * program, which it makes when it runs; what is, and has no signature, is not supported.
 */
final class BuiltinNames {
  private static final Set<String> TEXT =
      names(
          """
          capitalize casefold center count encode endswith expandtabs find format format_map index
          isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace
          istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace
          rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title
          translate upper zfill\
          """);

  private static final Set<String> NUMBER =
      names(
          """
          as_integer_ratio bit_count bit_length conjugate denominator from_bytes fromhex hex imag
          is_integer numerator real to_bytes\
          """);

  private static final Set<String> SET =
      names(
          """
          add clear copy difference difference_update discard intersection intersection_update
          isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update
          union update\
          """);

  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "list",
          names("append clear copy count extend index insert pop remove reverse sort"),
          "dict",
          names("clear copy fromkeys get items keys pop popitem setdefault update values"),
          "tuple",
          names("count index"),
          "vartuple",
          names("count index"),
          "set",
          SET,
          "frozenset",
          SET);

  private BuiltinNames() {}

  private static Set<String> names(String all) {
    return Set.of(all.split("\\s+"));
  }

  private static @Nullable Set<String> of(Type type) {
    return switch (type) {
      case Basic.NONE -> Set.of();
      case Basic.STR -> TEXT;
      case Basic.INT, Basic.FLOAT, Basic.NUM, Basic.BOOL -> NUMBER;
      case Generic g -> NAMES.get(g.name());
      default -> null;
    };
  }

  /** Whether nothing of a type has an attribute of that name. */
  static boolean lacks(Type type, String name) {
    Set<String> known = of(type);
    return known != null && !name.startsWith("_") && !known.contains(name);
  }
}
