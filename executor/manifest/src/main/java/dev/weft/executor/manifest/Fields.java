package dev.weft.executor.manifest;

import dev.weft.executor.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The fields of one object of a manifest; each reads as absent if it is missing or was reported.
 */
final class Fields {
  private final JsonValue.Obj object;
  private final String path;
  private final Problems problems;

  /** The fields of an object; those that are not known are reported. */
  Fields(JsonValue.Obj object, String path, Problems problems, List<String> known) {
    this.object = object;
    this.path = path;
    this.problems = problems;
    for (JsonValue.Member member : object.members()) {
      if (!known.contains(member.name())) {
        problems.add(
            Problem.field(path, member.name()),
            member.at(),
            "there is no field " + Shown.quoted(member.name()) + " here",
            "",
            hint(member.name(), known));
      }
    }
  }

  private static String hint(String name, List<String> known) {
    return Suggestion.of(name, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElseGet(() -> "the fields are " + String.join(", ", known));
  }

  String path(String name) {
    return Problem.field(path, name);
  }

  Position at() {
    return object.at();
  }

  Optional<JsonValue> value(String name) {
    return Optional.ofNullable(object.member(name))
        .map(JsonValue.Member::value)
        .filter(value -> !(value instanceof JsonValue.Bad));
  }

  Optional<String> string(String name) {
    return scalar(name, String.class, "a string", "write it in quotes");
  }

  /** A string that must be there. */
  Optional<String> requiredString(String name, String hint) {
    requirePresent(name, hint);
    return string(name);
  }

  void requirePresent(String name, String hint) {
    if (object.member(name) == null) {
      problems.add(
          path(name), object.at(), "the field " + Shown.quoted(name) + " is missing", "", hint);
    }
  }

  Optional<Boolean> bool(String name) {
    return scalar(name, Boolean.class, "true or false", "write true or false, without quotes");
  }

  OptionalInt integer(String name) {
    Optional<Long> number =
        scalar(name, Long.class, "an integer", "write an integer, without quotes");
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    long wide = number.get();
    if (wide != (int) wide) {
      value(name)
          .ifPresent(value ->
              wrong(name, value, "the number is out of range", "write one below 2147483648"));
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) wide);
  }

  Optional<Double> number(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonValue.Scalar scalar && scalar.value() instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    wrongKind(name, value.get(), "a number", "write a number, without quotes");
    return Optional.empty();
  }

  Optional<Duration> duration(String name) {
    Optional<String> text = scalar(name, String.class, "a duration", Durations.FORM);
    Optional<Duration> duration = text.flatMap(Durations::parse);
    if (text.isPresent() && duration.isEmpty()) {
      value(name).ifPresent(value -> wrong(name, value, "this is no duration", Durations.FORM));
    }
    return duration;
  }

  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(Fields::lower).collect(Collectors.toList());
    String all = names.stream().map(Shown::quoted).collect(Collectors.joining(", "));
    Optional<String> text = scalar(name, String.class, "one of " + all, "write one of them");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int index = names.indexOf(text.get());
    if (index < 0) {
      String hint =
          Suggestion.of(text.get(), names)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("write one of " + all);
      value(name).ifPresent(value -> wrong(name, value, "this is none of the choices", hint));
      return Optional.empty();
    }
    return Optional.of(type.getEnumConstants()[index]);
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  Optional<JsonValue.Obj> object(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isPresent() && value.get() instanceof JsonValue.Obj obj) {
      return Optional.of(obj);
    }
    value.ifPresent(other -> wrongKind(name, other, "an object", "write { … }"));
    return Optional.empty();
  }

  /** An object as plain values; empty if there is none. */
  Map<String, Object> plain(String name) {
    return object(name).map(Plain::map).orElseGet(Map::of);
  }

  List<JsonValue> array(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isPresent() && value.get() instanceof JsonValue.Arr arr) {
      return arr.elements();
    }
    value.ifPresent(other -> wrongKind(name, other, "an array", "write [ … ]"));
    return List.of();
  }

  private <T> Optional<T> scalar(String name, Class<T> type, String kind, String hint) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonValue.Scalar scalar && type.isInstance(scalar.value())) {
      return Optional.of(type.cast(scalar.value()));
    }
    wrongKind(name, value.get(), kind, hint);
    return Optional.empty();
  }

  private void wrongKind(String name, JsonValue value, String wanted, String hint) {
    wrong(name, value, "this must be " + wanted + ", not " + value.kind(), hint);
  }

  void wrong(String name, JsonValue value, String message, String hint) {
    problems.add(path(name), value.at(), message, Shown.json(value), hint);
  }
}
