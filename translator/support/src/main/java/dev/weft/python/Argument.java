package dev.weft.python;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a parser: its names, and the options it was added with.
 *
 * @param names {@code -n} and {@code --top}; of a positional argument the one name, if it has one
 * @param commands for what {@code add_subparsers} adds, the commands
 */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; each is one of its own.
record Argument(List<String> names, Map<String, Object> options, @Nullable SubParsers commands) {
  /** Stands for a default, a target or a help text that there is not to be. */
  static final String SUPPRESS = "==SUPPRESS==";

  /** What {@code nargs} is where the rest of the arguments go. */
  static final String REMAINDER = "...";

  static final String PARSER = "A...";

  /** What {@code --no-name} is made of. */
  static final String BOOLEAN = "BooleanOptionalAction";

  boolean isOption() {
    return !names.isEmpty() && names.get(0).startsWith("-");
  }

  /** Where its value goes; null for nowhere. */
  @Nullable String target() {
    Object given = options.get("dest");
    if (given != null) {
      return Py.str(given);
    }
    if (names.isEmpty()) {
      return null;
    }
    String name = names.stream().filter(n -> n.startsWith("--")).findFirst().orElse(names.get(0));
    return isOption() ? name.replaceFirst("^-+", "").replace('-', '_') : name;
  }

  String action() {
    Object given = options.get("action");
    return commands != null ? "command" : given == null ? "store" : Py.str(given);
  }

  /** How many values it takes: None, a number, or one of {@code ? * + ... A...}. */
  @Nullable Object count() {
    return switch (action()) {
      case "store", "append", "extend" -> options.get("nargs");
      case "command" -> PARSER;
      default -> 0L;
    };
  }

  boolean takesNone() {
    return count() instanceof Long n && n == 0;
  }

  boolean isCount(String one) {
    return one.equals(count());
  }

  @Nullable Object constant() {
    return switch (action()) {
      case "store_true" -> true;
      case "store_false" -> false;
      default -> options.get("const");
    };
  }

  @Nullable Object fallback() {
    return options.containsKey("default")
        ? options.get("default")
        : switch (action()) {
          case "store_true" -> (Object) false;
          case "store_false" -> true;
          case "help", "version" -> SUPPRESS;
          default -> null;
        };
  }

  boolean isRequired() {
    return isOption()
        ? Py.truth(options.get("required"))
        : commands != null
            ? commands.isRequired()
            : !isCount("?") && !isCount("*") && !isCount(REMAINDER);
  }

  @Nullable Object choices() {
    return commands != null ? commands.parsers().keySet() : options.get("choices");
  }

  /** What messages call it. */
  String label() {
    if (isOption()) {
      return String.join("/", names);
    }
    Object shown = options.get("metavar");
    return shown != null
        ? Py.str(shown)
        : target() != null ? target() : choices() != null ? choiceText() : "None";
  }

  private String choiceText() {
    return "{" + Strs.join(",", Iters.map(Py::str, Iters.of(choices()))) + "}";
  }

  /** What stands for one value of it. */
  String placeholder() {
    Object shown = options.get("metavar");
    if (shown != null) {
      return Py.str(shown);
    }
    if (choices() != null) {
      return choiceText();
    }
    String target = target() == null ? "" : target();
    return isOption() ? Strs.upper(target) : target;
  }

  /** What stands for all values of it. */
  String placeholders() {
    return switch (count()) {
      case null -> placeholders(1).getFirst();
      case Long n -> String.join(" ", placeholders(n.intValue()));
      case Object o ->
          switch (Py.str(o)) {
            case "?" -> "[" + placeholders(1).getFirst() + "]";
            case "*" -> {
              List<String> each = placeholders(1);
              yield each.size() == 2
                  ? "[" + each.get(0) + " [" + each.get(1) + " ...]]"
                  : "[" + each.getFirst() + " ...]";
            }
            case "+" -> placeholders(2).get(0) + " [" + placeholders(2).get(1) + " ...]";
            case REMAINDER -> "...";
            default -> placeholders(1).getFirst() + " ...";
          };
    };
  }

  /** What stands for each of its values: as many names as the author gave, or one for all. */
  private List<String> placeholders(int count) {
    return switch (options.get("metavar")) {
      case FixedTuple t -> t.values().stream().map(Py::str).toList();
      case Tuple<?> t -> t.stream().map(Py::str).toList();
      case null, default -> Collections.nCopies(count, placeholder());
    };
  }

  /** Which marks of words it takes: {@code A} an argument, {@code O} an option, {@code -} a --. */
  String pattern() {
    String all =
        switch (count()) {
          case null -> "(-*A-*)";
          case Long n -> "(-*" + "A-*".repeat(n.intValue()) + ")";
          case Object o ->
              switch (Py.str(o)) {
                case "?" -> "(-*A?-*)";
                case "*" -> "(-*[A-]*)";
                case "+" -> "(-*A[A-]*)";
                case REMAINDER -> "([-AO]*)";
                default -> "(-*A[-AO]*)";
              };
        };
    return isOption() ? all.replace("-*", "").replace("-", "") : all;
  }

  /** What is wrong where that pattern is not met. */
  String expected() {
    return switch (count()) {
      case null -> "expected one argument";
      case Long n -> "expected " + n + (n == 1 ? " argument" : " arguments");
      case Object o ->
          Py.str(o).equals("?")
              ? "expected at most one argument"
              : "expected at least one argument";
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  boolean isShown() {
    return !SUPPRESS.equals(options.get("help"));
  }
}
