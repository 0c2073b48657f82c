package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of builtin containers: what holds their elements in Java has more of them. */
final class PlainMethods {
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "list",
          names("append clear copy count extend index insert pop remove reverse sort"),
          "tuple",
          names("count index"),
          "dict",
          names("clear copy fromkeys get items keys pop popitem setdefault update " + "values"),
          "set",
          names(
              "add clear copy difference difference_update discard intersection "
                  + "intersection_update isdisjoint issubset issuperset pop remove "
                  + "symmetric_difference symmetric_difference_update union update"),
          "str",
          names(
              "capitalize casefold center count encode endswith expandtabs find "
                  + "format format_map index isalnum isalpha isascii isdecimal isdigit "
                  + "isidentifier islower isnumeric isprintable isspace istitle isupper "
                  + "join ljust lower lstrip maketrans partition removeprefix removesuffix "
                  + "replace rfind rindex rjust rpartition rsplit rstrip split splitlines "
                  + "startswith strip swapcase title translate upper zfill"));

  private PlainMethods() {}

  private static Set<String> names(String all) {
    return Set.of(all.split(" ", -1));
  }

  /** Whether it is a container that has no such method in Python. */
  static boolean lacks(Object on, String name) {
    boolean isPlain =
        on instanceof String
            || on instanceof FixedTuple
            || ((on instanceof List || on instanceof Map || on instanceof Set)
                && on.getClass().getPackage() == PlainMethods.class.getPackage()
                && !LibraryTypes.isDeclared(on));
    if (!isPlain || name.startsWith("__")) {
      return false;
    }
    Set<String> known = KNOWN.get(Py.typeName(on));
    return known != null && !known.contains(name);
  }
}
