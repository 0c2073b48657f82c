package dev.weft.executor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the types of items are called, and how a value is shown in an error. */
final class Values {
  private static final int SHOWN = 60;

  private Values() {}

  static boolean isInteger(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof BigInteger
        || value instanceof Short
        || value instanceof Byte;
  }

  static boolean isFinite(Number value) {
    return !(value instanceof Double || value instanceof Float)
        || Double.isFinite(value.doubleValue());
  }

  static BigDecimal decimal(Number value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case BigInteger integer -> new BigDecimal(integer);
      case Double _, Float _ -> BigDecimal.valueOf(value.doubleValue());
      default -> BigDecimal.valueOf(value.longValue());
    };
  }

  /** The name of a value's type in JSON, or of its class. */
  static String kind(Object value) {
    return switch (value) {
      case JsonNull _ -> "null";
      case Boolean _ -> "boolean";
      case String _ -> "string";
      case Number _ -> isInteger(value) ? "integer" : "number";
      case Collection<?> _ -> "list";
      case Map<?, ?> _ -> "object";
      default -> value.getClass().getName();
    };
  }

  /** A value as in JSON, shortened, for a message. */
  static String show(Object value) {
    StringBuilder out = new StringBuilder();
    show(value, out);
    if (out.length() <= SHOWN) {
      return out.toString();
    }
    int cut = Character.isHighSurrogate(out.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return out.substring(0, cut) + "…";
  }

  private static void show(Object value, StringBuilder out) {
    if (out.length() > SHOWN) {
      return;
    }
    switch (value) {
      case String text -> quote(text, out);
      case Collection<?> items -> {
        out.append('[');
        String separator = "";
        for (Object item : items) {
          out.append(separator);
          separator = ", ";
          show(item, out);
          if (out.length() > SHOWN) {
            return;
          }
        }
        out.append(']');
      }
      case Map<?, ?> fields -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          out.append(separator);
          separator = ", ";
          show(field.getKey(), out);
          out.append(": ");
          show(field.getValue(), out);
          if (out.length() > SHOWN) {
            return;
          }
        }
        out.append('}');
      }
      default -> out.append(value);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < Math.min(text.length(), SHOWN + 1); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** A duration as people write it: {@code 5s}, {@code 1m30s}, {@code 20ms}. */
  static String text(Duration duration) {
    int nanos = duration.getNano();
    if (duration.getSeconds() == 0 && nanos > 0 && nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + "ms";
    }
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** How deep lists and objects are nested in a value; 0 for a plain one. */
  static int depth(Object value, int limit) {
    if (limit < 0) {
      return 0;
    }
    int deepest = 0;
    Collection<?> inner =
        switch (value) {
          case Collection<?> items -> items;
          case Map<?, ?> fields -> fields.values();
          default -> List.of();
        };
    if (!(value instanceof Collection<?>) && !(value instanceof Map<?, ?>)) {
      return 0;
    }
    for (Object item : inner) {
      deepest = Math.max(deepest, depth(item, limit - 1));
    }
    return deepest + 1;
  }

  static Map<String, Object> copy(Map<String, ?> fields) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static <T> List<T> copy(List<? extends T> items) {
    return Collections.unmodifiableList(new ArrayList<>(items));
  }
}
