package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code logging.Handler}; a class of the program may extend it. */
public class LogHandler implements Repr {
  private @Nullable LogFormatter formatter;
  private final List<Object> filters = new ArrayList<>();
  private long level;

  /** A handler for all levels. */
  public LogHandler() {}

  /** A handler for a level and those above it. */
  public LogHandler(@Nullable Object level) {
    this.level = Logging.level(level);
  }

  /** {@code StreamHandler(stream)}; standard error unless given. */
  static LogHandler stream(@Nullable Object stream) {
    return new StreamLogHandler(stream);
  }

  /**
   * The text of a record; null, and a word on standard error, where its arguments do not fit it.
   */
  final @Nullable String formatted(LogRecord record) {
    try {
      return format(record);
    } catch (RuntimeException e) {
      TextStream.err(
          "--- Logging error ---\n%s: %s\nMessage: %s\nArguments: %s\n"
              .formatted(
                  Exceptions.typeName(e),
                  Exceptions.text(e),
                  Py.repr(record.msg()),
                  Py.repr(Tuple.copyOf(java.util.Arrays.asList(record.args())))));
      return null;
    }
  }

  /** {@code NullHandler()}. */
  public static LogHandler none() {
    return new LogHandler();
  }

  /** {@code emit(record)}. */
  public void emit(LogRecord record) {}

  /** {@code handle(record)}. */
  public void handle(LogRecord record) {
    if (record.level() >= level && LogFilter.pass(filters, record)) {
      emit(record);
    }
  }

  /** {@code format(record)}. */
  public String format(LogRecord record) {
    return (formatter == null ? new LogFormatter(null, null, null) : formatter).format(record);
  }

  /** {@code addFilter(filter)}. */
  public void addFilter(LogFilter filter) {
    add(filter);
  }

  /** {@code addFilter(function)}. */
  public void addFilter(Fn1<? super LogRecord, ?> filter) {
    add(filter);
  }

  private void add(Object filter) {
    if (!filters.contains(filter)) {
      filters.add(filter);
    }
  }

  /** {@code removeFilter(filter)}. */
  public void removeFilter(Object filter) {
    filters.remove(filter);
  }

  /** {@code formatter}. */
  @Property
  public @Nullable LogFormatter formatter() {
    return formatter;
  }

  /** {@code setFormatter(formatter)}. */
  public void setFormatter(@Nullable LogFormatter given) {
    formatter = given;
  }

  /** {@code setLevel(level)}. */
  public void setLevel(@Nullable Object given) {
    level = Logging.level(given);
  }

  /** {@code level}. */
  @Property
  public long level() {
    return level;
  }

  /** {@code flush()}. */
  public void flush() {}

  /** {@code close()}. */
  public void close() {}

  @Override
  public String repr() {
    String name = Py.typeName(this);
    return "<" + (name.equals("LogHandler") ? "Handler" : name) + " (" + Logging.name(level) + ")>";
  }

  @Override
  public String toString() {
    return repr();
  }
}
