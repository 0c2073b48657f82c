package dev.weft.python;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Class patterns of a {@code match}, of a class that only run time knows. */
public final class ClassPattern {
  /** Types whose only positional part is the value itself. */
  private static final Set<String> WHOLE =
      Set.of(
          "bool",
          "bytearray",
          "bytes",
          "dict",
          "float",
          "frozenset",
          "int",
          "list",
          "set",
          "str",
          "tuple");

  private ClassPattern() {}

  /**
   * Whether a value is of a class and has the parts that a pattern asks for.
   *
   * @param positional how many parts it asks for by their place
   * @param names the parts it asks for by name
   */
  public static boolean matches(
      @Nullable Object value, @Nullable Object type, int positional, String... names) {
    if (!(type instanceof PyClass || type instanceof PyType || type instanceof Class<?>)) {
      throw new Errors.TypeError("called match pattern must be a class");
    }
    if (!Py.isInstance(value, type)) {
      return false;
    }
    if (positional > 0 && !isWhole(type)) {
      List<?> known = names(value, type);
      if (positional > known.size()) {
        throw new Errors.TypeError(
            name(type)
                + "() accepts "
                + known.size()
                + (known.size() == 1 ? " positional sub-pattern (" : " positional sub-patterns (")
                + positional
                + " given)");
      }
      for (Object name : known.subList(0, positional)) {
        if (!Dyn.hasAttribute(value, Py.str(name))) {
          return false;
        }
      }
    }
    for (String name : names) {
      if (!Dyn.hasAttribute(value, name)) {
        return false;
      }
    }
    return true;
  }

  /** A part of a value that matched, by its place. */
  public static @Nullable Object part(@Nullable Object value, @Nullable Object type, int place) {
    return isWhole(type) ? value : Dyn.get(value, Py.str(names(value, type).get(place)));
  }

  private static boolean isWhole(@Nullable Object type) {
    return type instanceof PyType && WHOLE.contains(name(type));
  }

  private static String name(@Nullable Object type) {
    return Py.str(Dyn.get(type, "__name__"));
  }

  /** The parts by place; a class of Java's tells of them by its fields. */
  private static List<?> names(@Nullable Object value, @Nullable Object type) {
    if (value instanceof DataFields fields) {
      return List.of(fields.fieldNames());
    }
    if (value instanceof Record) {
      return Arrays.stream(value.getClass().getRecordComponents())
          .map(component -> Members.python(component.getName()))
          .toList();
    }
    return Lists.copy(Iters.of(Dyn.getOr(type, "__match_args__", Tuple.of())));
  }
}
