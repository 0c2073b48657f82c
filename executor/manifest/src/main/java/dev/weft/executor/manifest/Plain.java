package dev.weft.executor.manifest;

import dev.weft.executor.JsonNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values without their positions. */
final class Plain {
  private Plain() {}

  static Map<String, Object> map(JsonValue.Obj object) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (JsonValue.Member member : object.members()) {
      fields.put(member.name(), value(member.value()));
    }
    return fields;
  }

  private static Object value(JsonValue value) {
    return switch (value) {
      case JsonValue.Obj obj -> map(obj);
      case JsonValue.Arr arr -> {
        List<Object> elements = new ArrayList<>(arr.elements().size());
        for (JsonValue element : arr.elements()) {
          elements.add(value(element));
        }
        yield elements;
      }
      case JsonValue.Items items -> items.items();
      case JsonValue.Scalar scalar -> scalar.value();
      case JsonValue.Bad bad -> JsonNull.NULL;
    };
  }
}
