package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a sequence can do by its length and its items. */
@SuppressWarnings("NullAway") // None is null.
final class AbstractSequences {
  private AbstractSequences() {}

  private static long length(PyObject self) {
    return self.length();
  }

  private static @Nullable Object item(PyObject self, long index) {
    return self.special("__getitem__", index);
  }

  private static Iterable<Object> over(Supplier<@Nullable Object> next) {
    java.util.Iterator<Object> values = Iters.fromNext(next::get);
    return () -> values;
  }

  static void define(PyClass type) {
    Inherited.define(
        type,
        "__iter__",
        "",
        (self, a) -> {
          long[] at = {0};
          return over(() -> {
            try {
              return item(self, at[0]++);
            } catch (Errors.IndexError e) {
              throw new Errors.StopIteration();
            }
          });
        });
    Inherited.define(
        type,
        "__reversed__",
        "",
        (self, a) -> {
          long[] at = {length(self)};
          return over(() -> {
            if (at[0] <= 0) {
              throw new Errors.StopIteration();
            }
            return item(self, --at[0]);
          });
        });
    Inherited.define(
        type,
        "__contains__",
        "value",
        (self, a) -> {
          for (Object each : self) {
            if (Py.eq(each, a[0])) {
              return true;
            }
          }
          return false;
        });
    Inherited.define(
        type,
        "index",
        "value, start=, stop=",
        (self, a) -> index(self, a[0], Numbers.toLong(a[1]), Numbers.longOrNone(a[2])),
        0L,
        null);
    Inherited.define(
        type,
        "count",
        "value",
        (self, a) -> {
          long n = 0;
          for (Object each : self) {
            n += Py.eq(each, a[0]) ? 1 : 0;
          }
          return n;
        });
  }

  private static long index(PyObject self, @Nullable Object value, long start, @Nullable Long end) {
    long length = length(self);
    long from = start < 0 ? Math.max(0, length + start) : start;
    long to = end == null ? length : end < 0 ? end + length : Math.min(end, length);
    for (long i = from; i < to; i++) {
      try {
        if (Py.eq(item(self, i), value)) {
          return i;
        }
      } catch (Errors.IndexError e) {
        break;
      }
    }
    throw new Errors.ValueError();
  }

  static void defineChanges(PyClass type) {
    Inherited.define(type, "append", "value", (self, a) -> append(self, a[0]));
    Inherited.define(
        type,
        "clear",
        "",
        (self, a) -> {
          while (length(self) > 0) {
            Dyn.invoke(self, "pop");
          }
          return null;
        });
    Inherited.define(
        type,
        "reverse",
        "",
        (self, a) -> {
          long n = length(self);
          for (long i = 0; i < n / 2; i++) {
            Object low = item(self, i);
            self.special("__setitem__", i, item(self, n - i - 1));
            self.special("__setitem__", n - i - 1, low);
          }
          return null;
        });
    Inherited.define(type, "extend", "values", (self, a) -> extend(self, a[0]));
    Inherited.define(
        type,
        "pop",
        "index=",
        (self, a) -> {
          Object value = self.special("__getitem__", a[0]);
          self.special("__delitem__", a[0]);
          return value;
        },
        -1L);
    Inherited.define(
        type,
        "remove",
        "value",
        (self, a) -> {
          self.special("__delitem__", Dyn.invoke(self, "index", a[0]));
          return null;
        });
    Inherited.define(
        type,
        "__iadd__",
        "values",
        (self, a) -> {
          Dyn.invoke(self, "extend", a[0]);
          return self;
        });
  }

  private static @Nullable Object append(PyObject self, @Nullable Object value) {
    Dyn.invoke(self, "insert", length(self), value);
    return null;
  }

  private static @Nullable Object extend(PyObject self, @Nullable Object values) {
    // A copy, as the values may be the sequence itself.
    List<Object> all = new ArrayList<>();
    Iters.<Object>of(values).forEach(all::add);
    all.forEach(v -> Dyn.invoke(self, "append", v));
    return null;
  }
}
