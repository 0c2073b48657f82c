package dev.weft.executor.nodes;

import java.util.LinkedHashMap;
import java.util.Map;

/** Items as the nodes of this package expect them. */
final class Items {
  private static final int SHOWN = 60;

  private Items() {}

  /** An item for an error message, shortened. */
  static String show(Object item) {
    String kind =
        item instanceof CharSequence ? "string " : item instanceof Boolean ? "boolean " : "";
    String text = item instanceof CharSequence ? "\"" + item + "\"" : String.valueOf(item);
    return kind + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
  }

  /** A copy of an item that has fields. */
  static Map<String, Object> object(Object item) {
    if (!(item instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("expected an object, got " + show(item));
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }
}
