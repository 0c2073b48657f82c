package dev.weft.python;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What named tuples can do beside what tuples can. */
@SuppressWarnings("NullAway") // None is null.
final class NamedTuples {
  private NamedTuples() {}

  private static List<String> names(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    return parts == null
        ? List.of()
        : Arrays.stream(parts).map(p -> Members.python(p.getName())).toList();
  }

  static @Nullable Object attribute(NamedTuple tuple, String name) {
    List<String> names = names(tuple.getClass());
    return switch (name) {
      case "_fields" -> Ops.tuple(names);
      case "_asdict" -> (Fn0<Object>) () -> dict(tuple, names);
      case "_replace" ->
          Function.of(
              "_replace",
              "**changes",
              a -> {
                Map<String, Object> changes = Py.cast(a[0]);
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                  values.add(changes.getOrDefault(names.get(i), tuple.values().get(i)));
                }
                for (String key : changes.keySet()) {
                  if (!names.contains(key)) {
                    throw new Errors.ValueError("Got unexpected field names: ['" + key + "']");
                  }
                }
                return Members.make(tuple.getClass(), Py.typeName(tuple), values.toArray());
              });
      default -> null;
    };
  }

  private static Object dict(NamedTuple tuple, List<String> names) {
    PyDict<String, Object> all = new PyDict<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(names.get(i), tuple.values().get(i));
    }
    return all;
  }

  static @Nullable Object ofType(PyType type, Class<?> java, String name) {
    return switch (name) {
      case "_fields" -> Ops.tuple(names(java));
      case "_make" ->
          (Fn1<Object, Object>)
              values -> Members.make(java, type.name(), Iters.<Object>array(Iters.of(values)));
      default ->
          throw new Errors.AttributeError(
              "type object '" + type.name() + "' has no attribute '" + name + "'");
    };
  }
}
