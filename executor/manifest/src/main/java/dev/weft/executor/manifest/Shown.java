package dev.weft.executor.manifest;

import java.util.List;
import java.util.Map;

/** Values as shown in messages: as JSON, on one line, shortened. */
final class Shown {
  private static final int LIMIT = 60;

  private Shown() {}

  static String json(JsonValue value) {
    return switch (value) {
      case JsonValue.Obj obj -> obj.members().isEmpty() ? "{}" : "{…}";
      case JsonValue.Arr arr -> arr.elements().isEmpty() ? "[]" : "[…]";
      case JsonValue.Items items -> items.items().isEmpty() ? "[]" : "[…]";
      case JsonValue.Bad bad -> "";
      case JsonValue.Scalar scalar -> value(scalar.value());
    };
  }

  static String value(Object value) {
    return switch (value) {
      case String s -> quoted(s);
      case Map<?, ?> map -> map.isEmpty() ? "{}" : "{…}";
      case List<?> list -> list.isEmpty() ? "[]" : "[…]";
      default -> text(value.toString());
    };
  }

  /** Text without control characters, of any length. */
  static String oneLine(String text) {
    return escape(text, false);
  }

  /** Text as it is, but on one line and shortened. */
  static String text(String text) {
    String escaped = oneLine(text);
    return escaped.length() <= LIMIT ? escaped : escaped.substring(0, LIMIT - 1) + "…";
  }

  static String quoted(String text) {
    return '"'
        + (text.length() <= LIMIT ? escape(text, true) : escape(cut(text), true) + "…")
        + '"';
  }

  private static String cut(String text) {
    int end = LIMIT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static String escape(String text, boolean quotes) {
    var out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quotes && (c == '"' || c == '\\')) {
        out.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
