package dev.weft.executor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one parameter of a {@link NodeType}: the single source for validation, for the
 * command's list of nodes, and for the reference. Immutable.
 *
 * {@snippet :
 * static final Param<Long> SIZE =
 *     Param.integer("size", "How many items make a batch.").range(1, 1_000_000).orElse(10L);
 * }
 *
 * <p>A parameter is required unless {@link #optional()} or {@link #orElse} says otherwise.
 *
 * @param <T> the type of its values
 */
public final class Param<T> {

  /** What values a parameter takes. */
  public enum Kind {
    /** A whole number: {@code Long}. */
    INTEGER,
    /** A finite number: {@code Long}, {@code BigInteger} or {@code Double}. */
    NUMBER,
    /** Text. */
    STRING,
    /** True or false. */
    BOOLEAN,
    /** One of several words. */
    ENUM,
    /** A list of any values. */
    LIST,
    /** Named values of any kind. */
    OBJECT,
    /** Any value, JSON's null included. */
    ANY;

    /** The name in messages and in the reference. */
    public String label() {
      return switch (this) {
        case INTEGER -> "integer";
        case NUMBER -> "number";
        case STRING -> "string";
        case BOOLEAN -> "boolean";
        case ENUM -> "one of several words";
        case LIST -> "list";
        case OBJECT -> "object";
        case ANY -> "any value";
      };
    }
  }

  private final String name;
  private final String doc;
  private final Kind kind;
  private final boolean required;
  private final @Nullable T fallback;
  private final @Nullable Number min;
  private final @Nullable Number max;
  private final List<String> choices;
  private final List<String> alsoCalled;

  private Param(
      String name,
      String doc,
      Kind kind,
      boolean required,
      @Nullable T fallback,
      @Nullable Number min,
      @Nullable Number max,
      List<String> choices,
      List<String> alsoCalled) {
    this.name = Objects.requireNonNull(name);
    this.doc = Objects.requireNonNull(doc);
    this.kind = kind;
    this.required = required;
    this.fallback = fallback;
    this.min = min;
    this.max = max;
    this.choices = List.copyOf(choices);
    this.alsoCalled = List.copyOf(alsoCalled);
  }

  private static <T> Param<T> of(String name, String doc, Kind kind, List<String> choices) {
    return new Param<>(name, doc, kind, true, null, null, null, choices, List.of());
  }

  /** A whole number that fits a {@code long}. */
  public static Param<Long> integer(String name, String doc) {
    return of(name, doc, Kind.INTEGER, List.of());
  }

  /** A finite number: {@code Long}, {@code BigInteger} or {@code Double}, as it was written. */
  public static Param<Number> number(String name, String doc) {
    return of(name, doc, Kind.NUMBER, List.of());
  }

  /** Text. */
  public static Param<String> string(String name, String doc) {
    return of(name, doc, Kind.STRING, List.of());
  }

  /** True or false. */
  public static Param<Boolean> bool(String name, String doc) {
    return of(name, doc, Kind.BOOLEAN, List.of());
  }

  /** One of several words. */
  public static Param<String> choice(String name, String doc, String... choices) {
    return of(name, doc, Kind.ENUM, List.of(choices));
  }

  /** A list of any values. */
  public static Param<List<Object>> list(String name, String doc) {
    return of(name, doc, Kind.LIST, List.of());
  }

  /** Named values of any kind. */
  public static Param<Map<String, Object>> object(String name, String doc) {
    return of(name, doc, Kind.OBJECT, List.of());
  }

  /** Any value. */
  public static Param<Object> any(String name, String doc) {
    return of(name, doc, Kind.ANY, List.of());
  }

  /** This, which may be left out. */
  public Param<T> optional() {
    return new Param<>(name, doc, kind, false, null, min, max, choices, alsoCalled);
  }

  /** This, with a value for where it is left out. */
  public Param<T> orElse(T value) {
    return new Param<>(
        name, doc, kind, false, Objects.requireNonNull(value), min, max, choices, alsoCalled);
  }

  /** This, not below a number (a string: not shorter, a list: not of fewer items). */
  public Param<T> min(Number value) {
    return new Param<>(name, doc, kind, required, fallback, value, max, choices, alsoCalled);
  }

  /** This, not above a number (a string: not longer, a list: not of more items). */
  public Param<T> max(Number value) {
    return new Param<>(name, doc, kind, required, fallback, min, value, choices, alsoCalled);
  }

  /** This, between two numbers inclusive. */
  public Param<T> range(Number least, Number most) {
    return min(least).max(most);
  }

  /** This, with names that users are likely to try instead; they are suggestions, not aliases. */
  public Param<T> alsoCalled(String... names) {
    return new Param<>(name, doc, kind, required, fallback, min, max, choices, List.of(names));
  }

  /** The name in a manifest. */
  public String name() {
    return name;
  }

  /** What it is for, in a sentence. */
  public String doc() {
    return doc;
  }

  /** What values it takes. */
  public Kind kind() {
    return kind;
  }

  /** Whether it must be given. */
  public boolean isRequired() {
    return required;
  }

  /** The value where it is left out. */
  public Optional<T> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** The least value, or length. */
  public Optional<Number> least() {
    return Optional.ofNullable(min);
  }

  /** The greatest value, or length. */
  public Optional<Number> most() {
    return Optional.ofNullable(max);
  }

  /** The words of a choice. */
  public List<String> choices() {
    return choices;
  }

  List<String> otherNames() {
    return alsoCalled;
  }

  /** What values it takes, in words: {@code integer from 1 to 10}. */
  public String expectation() {
    if (kind == Kind.ENUM) {
      return "one of " + String.join(", ", choices);
    }
    String unit = kind == Kind.STRING ? " characters" : kind == Kind.LIST ? " items" : "";
    String of = unit.isEmpty() ? "" : " of";
    if (min != null && max != null) {
      return kind.label() + of + " from " + min + " to " + max + unit;
    }
    if (min != null) {
      return kind.label() + of + " at least " + min + unit;
    }
    return max == null ? kind.label() : kind.label() + of + " at most " + max + unit;
  }

  /** What is wrong with a given value. */
  List<Problem> check(String path, Object value) {
    List<Problem> problems = new ArrayList<>();
    if (!matches(value)) {
      String hint =
          kind == Kind.ENUM && value instanceof String word
              ? Suggestions.hint(word, choices, "write one of " + String.join(", ", choices))
              : mismatchHint(value);
      problems.add(
          Problem.of(path, "expected " + expectation() + ", not " + met(value), value, hint));
    } else if (kind == Kind.INTEGER && value instanceof BigInteger) {
      problems.add(Problem.of(path, "number too large", value, "write at most " + Long.MAX_VALUE));
    } else {
      checkRange(path, value, problems);
    }
    return problems;
  }

  private String met(Object value) {
    return kind == Kind.ENUM && value instanceof String ? "another word" : Values.kind(value);
  }

  private String mismatchHint(Object value) {
    if (kind == Kind.INTEGER
        && value instanceof Double real
        && real == Math.rint(real)
        && Math.abs(real) < 1e15) {
      return "write " + real.longValue();
    }
    if ((kind == Kind.INTEGER || kind == Kind.NUMBER) && value instanceof String text) {
      return text.matches("-?\\d+(\\.\\d+)?")
          ? "write it without quotes"
          : "write " + expectation();
    }
    if (value == JsonNull.NULL && !required) {
      return "leave it out";
    }
    return kind == Kind.STRING ? "write it in quotes" : "write " + expectation();
  }

  private boolean matches(Object value) {
    return switch (kind) {
      case INTEGER -> Values.isInteger(value);
      case NUMBER -> value instanceof Number number && Values.isFinite(number);
      case STRING -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case ENUM -> value instanceof String word && choices.contains(word);
      case LIST -> value instanceof List<?>;
      case OBJECT -> value instanceof Map<?, ?>;
      case ANY -> true;
    };
  }

  private void checkRange(String path, Object value, List<Problem> problems) {
    Number size =
        switch (value) {
          case Number number -> number;
          case String text -> text.codePointCount(0, text.length());
          case List<?> items -> items.size();
          default -> null;
        };
    if (size == null || kind == Kind.ANY) {
      return;
    }
    boolean below = min != null && Values.decimal(size).compareTo(Values.decimal(min)) < 0;
    boolean above = max != null && Values.decimal(size).compareTo(Values.decimal(max)) > 0;
    if (below || above) {
      problems.add(Problem.of(path, "out of range", value, "write " + expectation()));
    }
  }

  /** A value that was checked, in the form that the node gets. */
  @SuppressWarnings("unchecked") // check() has seen that the value is of this kind
  T cast(Object value) {
    Object typed =
        switch (kind) {
          case INTEGER -> ((Number) value).longValue();
          case NUMBER ->
              value instanceof BigInteger || !Values.isInteger(value)
                  ? value
                  : (Object) ((Number) value).longValue();
          case STRING, BOOLEAN, ENUM, LIST, OBJECT, ANY -> value;
        };
    return (T) typed;
  }

  @Override
  public String toString() {
    return name + ": " + expectation();
  }
}
