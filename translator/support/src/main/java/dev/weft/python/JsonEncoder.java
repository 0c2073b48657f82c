package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code json.JSONEncoder}, from which programs derive their own. */
@SuppressWarnings("NullAway") // None is null.
public final class JsonEncoder {
  /** The class. */
  public static final PyClass CLASS = make();

  private static final List<String> OPTIONS =
      List.of(
          "skipkeys",
          "ensure_ascii",
          "check_circular",
          "allow_nan",
          "sort_keys",
          "indent",
          "separators",
          "default");

  private JsonEncoder() {}

  private static PyClass make() {
    PyClass type = PyClass.of("JSONEncoder");
    type.set(
        "__init__",
        Function.of(
            "JSONEncoder.__init__",
            "self, *, skipkeys=, ensure_ascii=, check_circular=, allow_nan=, sort_keys=, indent=,"
                + " separators=, default=",
            a -> {
              PyObject self = (PyObject) a[0];
              for (int i = 0; i < OPTIONS.size(); i++) {
                if (!OPTIONS.get(i).equals("default") || a[i + 1] != null) {
                  self.fields().put(OPTIONS.get(i), a[i + 1]);
                }
              }
              return null;
            },
            false,
            true,
            true,
            true,
            false,
            null,
            null,
            null));
    type.set(
        "default",
        Function.of(
            "JSONEncoder.default",
            "self, o",
            a -> {
              throw new Errors.TypeError(
                  "Object of type " + Py.typeName(a[1]) + " is not JSON serializable");
            }));
    type.set(
        "encode", Function.of("JSONEncoder.encode", "self, o", a -> encode((PyObject) a[0], a[1])));
    type.set(
        "iterencode",
        Function.of(
            "JSONEncoder.iterencode", "self, o", a -> Lists.of(encode((PyObject) a[0], a[1]))));
    return type;
  }

  private static String encode(PyObject self, @Nullable Object value) {
    if (Py.truth(self.attribute("skipkeys"))) {
      throw new Errors.NotImplementedError("JSONEncoder: skipkeys is not supported; leave it out");
    }
    return Json.text(
        value,
        self.attribute("indent"),
        Py.truth(self.attribute("sort_keys")),
        Py.truth(self.attribute("ensure_ascii")),
        self.attribute("separators"),
        o -> Dyn.invoke(self, "default", o));
  }

  /** {@code dumps(value, cls=...)}. */
  public static String text(
      @Nullable Object value,
      @Nullable Object type,
      @Nullable Object indent,
      boolean sorted,
      boolean ascii,
      @Nullable Object separators,
      @Nullable Object fallback) {
    PyDict<String, Object> named = new PyDict<>();
    named.put("indent", indent);
    named.put("sort_keys", sorted);
    named.put("ensure_ascii", ascii);
    named.put("separators", separators);
    named.put("default", fallback);
    Object encoder = Calls.with(type, new Object[0], named);
    return Py.str(Dyn.invoke(encoder, "encode", value));
  }
}
