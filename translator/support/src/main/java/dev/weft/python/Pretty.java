package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code pprint}: on one line if it fits, and otherwise an element per line. */
@SuppressWarnings("RefactorSwitch") // Some cases need several statements.
public final class Pretty {
  private Pretty() {}

  /** {@code pformat(value)}, with a line end as {@code pprint} writes it. */
  public static String text(@Nullable Object value, long width, boolean sorted) {
    return format(value, 0, 0, (int) width, sorted);
  }

  private static String plain(@Nullable Object value, boolean sorted) {
    if (value instanceof Map<?, ?> m && sorted) {
      List<String> parts = new ArrayList<>();
      entries(m, true)
          .forEach(e -> parts.add(plain(e.getKey(), true) + ": " + plain(e.getValue(), true)));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value instanceof List<?> l && !(value instanceof Tuple) && !(value instanceof Deque)) {
      List<String> parts = new ArrayList<>();
      l.forEach(x -> parts.add(plain(x, sorted)));
      return value instanceof Range ? Py.repr(value) : "[" + String.join(", ", parts) + "]";
    }
    return Py.repr(value);
  }

  private static List<Map.Entry<?, ?>> entries(Map<?, ?> map, boolean sorted) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    if (sorted) {
      try {
        entries.sort((a, b) -> Py.compare(a.getKey(), b.getKey()));
      } catch (Errors.TypeError e) {
        entries.sort((a, b) -> Py.repr(a.getKey()).compareTo(Py.repr(b.getKey())));
      }
    }
    return entries;
  }

  private static String format(
      @Nullable Object value, int indent, int allowance, int width, boolean sorted) {
    String line = plain(value, sorted);
    if (line.length() <= width - indent - allowance) {
      return line;
    }
    String pad = " ".repeat(indent + 1);
    List<String> parts = new ArrayList<>();
    switch (value) {
      case Map<?, ?> m when !m.isEmpty() -> {
        List<Map.Entry<?, ?>> entries = entries(m, sorted);
        for (int i = 0; i < entries.size(); i++) {
          Map.Entry<?, ?> e = entries.get(i);
          String key = plain(e.getKey(), sorted) + ": ";
          int after = i == entries.size() - 1 ? allowance + 1 : 1;
          parts.add(key + format(e.getValue(), indent + 1 + key.length(), after, width, sorted));
        }
        return "{" + String.join(",\n" + pad, parts) + "}";
      }
      case Tuple<?> t -> {
        return sequence("(", t, t.size() == 1 ? ",)" : ")", indent, allowance, width, sorted);
      }
      case FixedTuple t -> {
        return sequence(
            "(", t.values(), t.values().size() == 1 ? ",)" : ")", indent, allowance, width, sorted);
      }
      case Range r -> {
        return line;
      }
      case List<?> l -> {
        return sequence("[", l, "]", indent, allowance, width, sorted);
      }
      case null, default -> {
        return line;
      }
    }
  }

  private static String sequence(
      String open,
      List<?> items,
      String close,
      int indent,
      int allowance,
      int width,
      boolean sorted) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int after = i == items.size() - 1 ? allowance + 1 : 1;
      parts.add(format(items.get(i), indent + 1, after, width, sorted));
    }
    return open + String.join(",\n" + " ".repeat(indent + 1), parts) + close;
  }
}
