package dev.weft.executor.manifest;

import dev.weft.executor.Problem;

/** Finds places in a document by their path. */
final class JsonPath {
  private JsonPath() {}

  /** Where the value at a path starts, or the nearest one around it that there is. */
  static Position locate(JsonValue root, String path) {
    JsonValue value = root;
    String here = "";
    while (!here.equals(path)) {
      Step next = step(value, here, path);
      if (next == null) {
        break;
      }
      value = next.value;
      here = next.path;
    }
    return value.at();
  }

  private record Step(JsonValue value, String path) {}

  private static @org.jspecify.annotations.Nullable Step step(
      JsonValue value, String here, String path) {
    if (value instanceof JsonValue.Obj object) {
      for (JsonValue.Member member : object.members()) {
        String inner = Problem.field(here, member.name());
        if (leads(inner, path)) {
          return new Step(member.value(), inner);
        }
      }
    } else if (value instanceof JsonValue.Arr array && path.startsWith("[", here.length())) {
      int close = path.indexOf(']', here.length());
      if (close > 0) {
        String digits = path.substring(here.length() + 1, close);
        if (!digits.isEmpty()
            && digits.length() < 9
            && digits.chars().allMatch(Character::isDigit)) {
          int index = Integer.parseInt(digits);
          if (index < array.elements().size()) {
            return new Step(array.elements().get(index), path.substring(0, close + 1));
          }
        }
      }
    }
    return null;
  }

  private static boolean leads(String inner, String path) {
    return path.startsWith(inner)
        && (path.length() == inner.length()
            || path.charAt(inner.length()) == '.'
            || path.charAt(inner.length()) == '[');
  }
}
