package dev.weft.executor.test;

import dev.weft.executor.JsonNull;
import dev.weft.executor.Tensor;
import dev.weft.executor.manifest.ItemFormatException;
import dev.weft.executor.manifest.ItemReader;
import dev.weft.executor.manifest.ItemWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items as JSON, where also those values have a form that JSON has none for: {@code {"$float":
 * "nan"}} and {@code {"$bytes": "base64"}}; tensors have theirs from the manifest's module.
 */
final class CaseJson {
  private static final String FLOAT = "$float";
  private static final String BYTES = "$bytes";
  private static final int WIDTH = 100;

  /** Below what the reader of tables allows, with what stands around an item there. */
  private static final int DEPTH = 480;

  private CaseJson() {}

  /** The one value of a text. */
  static Object parse(byte[] text) {
    try (ItemReader reader =
        ItemReader.of(new ByteArrayInputStream(text), ItemReader.Format.LINES)) {
      if (!reader.hasNext()) {
        throw new ItemFormatException("the file is empty", 1, 1, null);
      }
      Object value = reader.next();
      if (reader.hasNext()) {
        throw new ItemFormatException("there is more after the end of the value", 0, 0, null);
      }
      return value;
    }
  }

  /** A value of {@link #parse} as an item. */
  static Object item(Object json) {
    return switch (json) {
      case Map<?, ?> map when map.size() == 1 && map.get(FLOAT) instanceof String name ->
          switch (name) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
          };
      case Map<?, ?> map when map.size() == 1 && map.get(BYTES) instanceof String text ->
          Base64.getDecoder().decode(text);
      case Map<?, ?> map -> {
        Map<String, Object> items = new LinkedHashMap<>();
        map.forEach((key, value) -> items.put(String.valueOf(key), item(value)));
        yield items;
      }
      case List<?> list -> list.stream().map(CaseJson::item).toList();
      default -> json;
    };
  }

  /**
   * An item as {@link #parse} would give it.
   *
   * @throws CaseException if it is nested deeper than a table can hold
   */
  static Object json(Object item) {
    return json(item, 0);
  }

  private static Object json(Object item, int depth) {
    if (depth > DEPTH) {
      throw new CaseException(
          "a result is nested more than %d deep, which no table can hold; nest it less"
              .formatted(DEPTH),
          null);
    }
    return switch (item) {
      case Double number when !Double.isFinite(number) ->
          Map.of(FLOAT, number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf");
      case byte[] bytes -> Map.of(BYTES, Base64.getEncoder().encodeToString(bytes));
      case Map<?, ?> map -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), json(value, depth + 1)));
        yield fields;
      }
      case List<?> list -> list.stream().map(each -> json(each, depth + 1)).toList();
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case Object other when isPlain(other) -> other;
      default -> "a " + item.getClass().getName() + ": " + item;
    };
  }

  private static boolean isPlain(Object value) {
    return value == JsonNull.NULL
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof Tensor;
  }

  /** A value in one line. */
  static String line(Object json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ItemWriter writer = ItemWriter.lines(bytes)) {
      writer.write(json);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** A value in as few lines as fit, with two spaces for each level. */
  static String pretty(Object json) {
    StringBuilder text = new StringBuilder();
    pretty(json, "", 0, text);
    return text.append('\n').toString();
  }

  private static void pretty(Object json, String indent, int before, StringBuilder text) {
    String line = line(json);
    boolean fits = indent.length() + before + line.length() < WIDTH;
    if (fits && !indent.isEmpty()) {
      text.append(line);
    } else if (json instanceof Map<?, ?> map && !map.isEmpty()) {
      lines(text, '{', '}', indent, map.entrySet().iterator());
    } else if (json instanceof List<?> list && !list.isEmpty()) {
      lines(text, '[', ']', indent, list.iterator());
    } else {
      text.append(line);
    }
  }

  private static void lines(
      StringBuilder text, char open, char close, String indent, Iterator<?> parts) {
    String inner = indent + "  ";
    text.append(open);
    while (parts.hasNext()) {
      Object part = parts.next();
      text.append('\n').append(inner);
      String name = "";
      if (part instanceof Map.Entry<?, ?> member) {
        name = line(String.valueOf(member.getKey())) + ": ";
        part = member.getValue();
      }
      text.append(name);
      pretty(part, inner, name.length() + 1, text);
      text.append(parts.hasNext() ? "," : "");
    }
    text.append('\n').append(indent).append(close);
  }
}
