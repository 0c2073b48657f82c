package dev.weft.python;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many arguments the methods of builtin types take, and what CPython says of others. */
final class ArgumentCounts {
  /** The ways in which CPython's functions say it. */
  private enum Form {
    NONE,
    ONE,
    EXPECTED,
    TAKES
  }

  private record Limits(Form form, int least, int most) {}

  private static final Map<String, Limits> KNOWN = known();

  private ArgumentCounts() {}

  private static Map<String, Limits> known() {
    Map<String, Limits> all = new HashMap<>();
    add(
        all,
        "str",
        "0 capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower"
            + " isnumeric isprintable isspace istitle isupper lower swapcase title upper;1"
            + " format_map join partition removeprefix removesuffix rpartition translate"
            + " zfill;E1-2 center ljust rjust;E0-1 lstrip rstrip strip;E2-3 replace;T1-3 count"
            + " endswith find index rfind rindex startswith;T0-2 encode rsplit split;T0-1"
            + " expandtabs splitlines");
    add(
        all,
        "list",
        "0 clear copy reverse;1 append count extend remove;E1-3 index;E2-2 insert;E0-1 pop");
    add(
        all,
        "dict",
        "0 clear copy items keys popitem values;E1-2 fromkeys get pop setdefault;E0-1 update");
    add(
        all,
        "set",
        "0 clear copy pop;1 add discard isdisjoint issubset issuperset remove"
            + " symmetric_difference");
    add(all, "tuple", "1 count;E1-3 index");
    add(all, "int", "0 as_integer_ratio bit_count bit_length conjugate is_integer");
    add(all, "float", "0 as_integer_ratio conjugate hex is_integer");
    return all;
  }

  private static void add(Map<String, Limits> all, String type, String methods) {
    for (String group : methods.split(";", -1)) {
      String[] words = group.split(" ", -1);
      String form = words[0];
      Limits limits =
          switch (form.charAt(0)) {
            case '0' -> new Limits(Form.NONE, 0, 0);
            case '1' -> new Limits(Form.ONE, 1, 1);
            default ->
                new Limits(
                    form.charAt(0) == 'E' ? Form.EXPECTED : Form.TAKES,
                    form.charAt(1) - '0',
                    form.charAt(3) - '0');
          };
      for (int i = 1; i < words.length; i++) {
        all.put(type + "." + words[i], limits);
      }
    }
  }

  /** What is wrong with a call; null if nothing is known to be. */
  static Errors.@Nullable TypeError mistake(Object on, String method, int given) {
    String name = Py.typeName(on) + "." + method;
    Limits limits = KNOWN.get(name);
    if (limits == null || (given >= limits.least && given <= limits.most)) {
      return null;
    }
    boolean few = given < limits.least;
    int bound = few ? limits.least : limits.most;
    String s = bound == 1 ? "" : "s";
    String which = limits.least == limits.most ? "" : few ? "at least " : "at most ";
    return new Errors.TypeError(
        switch (limits.form) {
          case NONE -> name + "() takes no arguments (" + given + " given)";
          case ONE -> name + "() takes exactly one argument (" + given + " given)";
          case EXPECTED ->
              method + " expected " + which + bound + " argument" + s + ", got " + given;
          case TAKES ->
              method + "() takes " + which + bound + " argument" + s + " (" + given + " given)";
        });
  }
}
