package dev.weft.executor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads tensors from their fields in JSON. */
final class TensorFields {
  private static final List<String> KNOWN = List.of("dtype", "shape", "order", "byteorder", "data");

  private TensorFields() {}

  static Tensor read(Map<String, ?> fields) {
    for (String name : fields.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "a tensor has no field %s; its fields are %s"
                .formatted(Values.show(name), String.join(", ", KNOWN)));
      }
    }
    String label = text(fields, "dtype", null);
    TensorType type =
        TensorType.of(label)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "a tensor of dtype %s; use one of %s"
                        .formatted(Values.show(label), String.join(", ", TensorType.labels()))));
    Tensor.Order order =
        switch (text(fields, "order", "C")) {
          case "C" -> Tensor.Order.C;
          case "F" -> Tensor.Order.F;
          default -> throw wrong(fields, "order", "\"C\" or \"F\"");
        };
    ByteOrder byteOrder =
        switch (text(fields, "byteorder", "little")) {
          case "little" -> ByteOrder.LITTLE_ENDIAN;
          case "big" -> ByteOrder.BIG_ENDIAN;
          default -> throw wrong(fields, "byteorder", "\"little\" or \"big\"");
        };
    String base64 = text(fields, "data", null);
    byte[] data;
    try {
      data = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the data of a tensor is not base64: " + e.getMessage(), e);
    }
    return Tensor.wrap(type, shape(fields), order, ByteBuffer.wrap(data).order(byteOrder));
  }

  private static List<Integer> shape(Map<String, ?> fields) {
    if (!(fields.get("shape") instanceof List<?> lengths)) {
      throw wrong(fields, "shape", "a list of whole numbers");
    }
    List<Integer> shape = new ArrayList<>();
    for (Object length : lengths) {
      if (!(length instanceof Number number)
          || !Values.isInteger(number)
          || number.longValue() != number.intValue()) {
        throw wrong(fields, "shape", "a list of whole numbers");
      }
      shape.add(number.intValue());
    }
    return shape;
  }

  private static String text(Map<String, ?> fields, String name, @Nullable String fallback) {
    Object value = fields.containsKey(name) ? fields.get(name) : fallback;
    if (!(value instanceof String text)) {
      throw wrong(fields, name, "a string");
    }
    return text;
  }

  private static IllegalArgumentException wrong(Map<String, ?> fields, String name, String wanted) {
    Object met = fields.get(name);
    return new IllegalArgumentException(
        "the %s of a tensor is %s; it must be %s"
            .formatted(name, met == null ? "missing" : Values.show(met), wanted));
  }
}
