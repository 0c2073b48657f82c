package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code logging.Filter}; a class of the program may extend it. */
public class LogFilter {
  private final String name;

  /** Lets pass what a logger, or one below it, tells. */
  public LogFilter(String name) {
    this.name = name;
  }

  /** For classes of the program. */
  public LogFilter() {
    this("");
  }

  /** {@code filter(record)}. */
  public boolean filter(LogRecord record) {
    return name.isEmpty() || record.name().equals(name) || record.name().startsWith(name + ".");
  }

  /** Whether all of them, filters and functions, let a record pass. */
  static boolean pass(List<Object> filters, LogRecord record) {
    for (Object each : filters) {
      Object verdict =
          switch (each) {
            case LogFilter f -> f.filter(record);
            case Fn1<?, ?> f -> Py.<Fn1<Object, @Nullable Object>>cast(f).call(record);
            default -> Dyn.invoke(each, "filter", record);
          };
      if (!Py.truth(verdict)) {
        return false;
      }
    }
    return true;
  }
}
